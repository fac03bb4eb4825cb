package dev.whyvoy.core.source;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.jspecify.annotations.Nullable;

/** A stream that may take its time: a thread of its own waits for it. */
final class TailStream implements Tail {
  private static final int PIECE = 1 << 16;
  private static final byte[] END = new byte[0];

  private final InputStream in;
  private final Runnable wake;
  private final BlockingQueue<byte[]> pieces = new ArrayBlockingQueue<>(8);
  private final Thread reader;
  private volatile @Nullable IOException problem;
  private byte[] piece = END;
  private int at;
  private boolean over;

  /**
   * @param wake called when there is something to read
   */
  TailStream(InputStream in, Runnable wake) {
    this.in = in;
    this.wake = wake;
    this.reader = new Thread(this::pump, "follow");
    reader.setDaemon(true);
    reader.start();
  }

  private void pump() {
    try {
      byte[] buffer = new byte[PIECE];
      for (int got = in.read(buffer); got >= 0; got = in.read(buffer)) {
        pieces.put(Arrays.copyOf(buffer, got));
        wake.run();
      }
    } catch (IOException e) {
      problem = e;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return;
    }
    try {
      pieces.put(END);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    wake.run();
  }

  @Override
  public int read(byte[] bytes, int from, int length) throws IOException {
    if (at == piece.length && !over) {
      byte[] next = pieces.poll();
      if (next == null) {
        return 0;
      }
      over = next == END;
      piece = next;
      at = 0;
    }
    if (over) {
      IOException failed = problem;
      if (failed != null) {
        problem = null;
        throw failed;
      }
      return OVER;
    }
    int taken = Math.min(length, piece.length - at);
    System.arraycopy(piece, at, bytes, from, taken);
    at += taken;
    return taken;
  }

  @Override
  public void close() throws IOException {
    reader.interrupt();
    in.close();
  }
}
