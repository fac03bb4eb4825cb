package dev.whyvoy.core.source;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/** A log as lines of its own making, made of another stream piece by piece. */
abstract class Rewritten extends InputStream {
  private final InputStream in;
  private byte[] out = new byte[1 << 16];
  private int at;
  private int end;
  private boolean ended;

  Rewritten(InputStream in) {
    this.in = in;
  }

  /** Writes some more with {@link #put}; false, and nothing written, at the end. */
  abstract boolean produce() throws IOException;

  final void put(byte[] bytes, int from, int to) {
    int length = to - from;
    if (out.length - end < length) {
      out = Arrays.copyOf(out, Math.max(2 * out.length, end + length));
    }
    System.arraycopy(bytes, from, out, end, length);
    end += length;
  }

  final void put(int b) {
    if (end == out.length) {
      out = Arrays.copyOf(out, 2 * out.length);
    }
    out[end++] = (byte) b;
  }

  @Override
  public final int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public final int read(byte[] bytes, int from, int length) throws IOException {
    if (at == end && !ended) {
      at = 0;
      end = 0;
      while (end == 0 && !ended) {
        ended = !produce();
      }
    }
    if (at == end) {
      return length == 0 ? 0 : -1;
    }
    int taken = Math.min(length, end - at);
    System.arraycopy(out, at, bytes, from, taken);
    at += taken;
    return taken;
  }

  @Override
  public final void close() throws IOException {
    in.close();
  }
}
