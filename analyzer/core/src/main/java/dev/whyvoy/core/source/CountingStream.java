package dev.whyvoy.core.source;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.atomic.LongAdder;

/**
 * Counts the bytes that pass. Never says that some are available: a channel to a pipe can't tell.
 */
final class CountingStream extends FilterInputStream {
  private final LongAdder read;

  CountingStream(InputStream in, LongAdder read) {
    super(in);
    this.read = read;
  }

  @Override
  public int read() throws IOException {
    int b = in.read();
    if (b >= 0) {
      read.increment();
    }
    return b;
  }

  @Override
  public int read(byte[] bytes, int from, int length) throws IOException {
    int got = in.read(bytes, from, length);
    if (got > 0) {
      read.add(got);
    }
    return got;
  }

  @Override
  public int available() {
    return 0;
  }
}
