package dev.whyvoy.core.source;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.atomic.LongAdder;

/**
 * A decompressed stream that ends with an error where it is broken, and where it has become so much
 * longer than what is stored that no log is that repetitive.
 */
final class Inflated extends FilterInputStream {
  /** Most bytes that a stored byte may stand for; logs seldom reach 100. */
  static final int MOST_TIMES = 1000;

  /** Shorter streams may stand for as much as they like, in bytes. */
  static final long HARMLESS = 64 << 20;

  /** Bytes asked for at once: where a stream breaks, what the last call had made of it is lost. */
  private static final int PIECE = 1024;

  private final LongAdder stored;
  private long length;

  /**
   * Watches {@code in}.
   *
   * @param stored bytes that were read to get it, as they come
   */
  Inflated(InputStream in, LongAdder stored) {
    super(in);
    this.stored = stored;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] bytes, int from, int count) throws IOException {
    int got;
    try {
      got = in.read(bytes, from, Math.min(count, PIECE));
    } catch (RuntimeException e) {
      throw new IOException("broken: cannot be decompressed any further", e);
    }
    length += Math.max(0, got);
    if (length > HARMLESS && length / MOST_TIMES > stored.sum()) {
      throw new IOException(
          "decompresses to more than " + MOST_TIMES + " times its size; the rest was not read");
    }
    return got;
  }
}
