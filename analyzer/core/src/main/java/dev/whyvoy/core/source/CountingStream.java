package dev.whyvoy.core.source;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.atomic.LongAdder;

/**
 * Counts the bytes that pass. Never says that some are available: a channel to a pipe can't tell.
 */
final class CountingStream extends FilterInputStream {
  /** What is said of a file that was cut short while it was read. */
  static final String SHRUNK = "became shorter while it was read; what was cut off is not counted";

  private final LongAdder read;
  private long missing;

  CountingStream(InputStream in, LongAdder read) {
    this(in, read, 0);
  }

  /**
   * Counts what passes of a file.
   *
   * @param size bytes that there should be at least; with fewer, reading ends with an error
   */
  CountingStream(InputStream in, LongAdder read, long size) {
    super(in);
    this.read = read;
    this.missing = size;
  }

  @Override
  public int read() throws IOException {
    int b = in.read();
    count(b >= 0 ? 1 : -1);
    return b;
  }

  @Override
  public int read(byte[] bytes, int from, int length) throws IOException {
    int got = in.read(bytes, from, length);
    count(got);
    return got;
  }

  private void count(int got) throws IOException {
    if (got > 0) {
      read.add(got);
      missing -= got;
    } else if (got < 0 && missing > 0) {
      missing = 0;
      throw new IOException(SHRUNK);
    }
  }

  @Override
  public int available() {
    return 0;
  }
}
