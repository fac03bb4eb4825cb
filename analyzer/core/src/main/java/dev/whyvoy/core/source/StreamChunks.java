package dev.whyvoy.core.source;

import dev.whyvoy.core.record.Bytes;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** A stream, read by one worker at a time; the start of a line at the end of a read waits here. */
final class StreamChunks implements Chunks {
  private final InputStream in;
  private final int input;
  private final Limits limits;
  private final boolean numbered;
  private byte[] rest = new byte[0];
  private int restLength;
  private long line = 1;
  private boolean skipping;
  private boolean ended;
  private @Nullable IOException problem;

  StreamChunks(InputStream in, int input, Limits limits, boolean numbered) {
    this.in = in;
    this.input = input;
    this.limits = limits;
    this.numbered = numbered;
  }

  @Override
  public boolean shared() {
    return false;
  }

  @Override
  public boolean next(Block block) throws IOException {
    while (!ended) {
      block.ensure(restLength + limits.chunk() + 1, 0);
      System.arraycopy(rest, 0, block.bytes, 0, restLength);
      int length = fill(block, restLength);
      block.from = 0;
      block.to = ended ? length : cut(block, length);
      if (block.to > 0) {
        block.input = input;
        block.firstLine = line;
        if (numbered) {
          line += Bytes.countNewlines(block.bytes, 0, block.to);
        }
        block.seal();
        return true;
      }
    }
    if (problem != null) {
      IOException once = problem;
      problem = null;
      throw once;
    }
    return false;
  }

  /** Reads a chunk behind {@code at}; returns the length then reached. */
  private int fill(Block block, int at) {
    int start = at;
    int length = at;
    int full = at + limits.chunk();
    try {
      while (length < full) {
        int got = in.read(block.bytes, length, full - length);
        if (got < 0) {
          ended = true;
          break;
        }
        length += got;
        if (skipping) {
          length = skip(block, start, length);
        }
      }
    } catch (IOException e) {
      ended = true;
      problem = e;
    }
    return length;
  }

  /** Drops the rest of a line that was cut, up to its newline. */
  private int skip(Block block, int from, int length) {
    int newline = Bytes.newline(block.bytes, from, length);
    if (newline == length) {
      return from;
    }
    skipping = false;
    System.arraycopy(block.bytes, newline, block.bytes, from, length - newline);
    return from + length - newline;
  }

  /** One past the last newline; what is behind it is kept for the next block. */
  private int cut(Block block, int length) {
    int end = Bytes.lastNewline(block.bytes, 0, length) + 1;
    restLength = length - end;
    if (restLength > limits.line() + 1) {
      restLength = limits.line() + 1;
      skipping = true;
    }
    if (rest.length < restLength) {
      rest = new byte[Math.max(restLength, 4096)];
    }
    System.arraycopy(block.bytes, end, rest, 0, restLength);
    return end;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
