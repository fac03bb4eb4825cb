package dev.whyvoy.core.source;

import dev.whyvoy.core.record.Bytes;
import java.util.Arrays;

/**
 * Whole lines of one input, in a buffer that is used again and again. A line ends at a newline, the
 * last one perhaps without. A line longer than allowed is there with one byte more than allowed.
 */
public final class Block {
  byte[] bytes = new byte[Bytes.PADDING];
  int from;
  int to;
  int input;
  long number;
  long firstLine;

  /** The buffer; it goes on for {@link Bytes#PADDING} bytes behind {@link #to}. */
  public byte[] bytes() {
    return bytes;
  }

  /** Where the first line starts in {@link #bytes()}. */
  public int from() {
    return from;
  }

  /** One past the last byte of the last line. */
  public int to() {
    return to;
  }

  /** Which of the inputs, from 0. */
  public int input() {
    return input;
  }

  /** Place in the order of all blocks, from 0; only if the source keeps order. */
  public long number() {
    return number;
  }

  /** Number of the first line in its input, from 1; only if the source keeps order. */
  public long firstLine() {
    return firstLine;
  }

  /**
   * Makes room for {@code length} bytes and the padding; what was there up to {@code keep} stays.
   */
  void ensure(int length, int keep) {
    if (bytes.length < length + Bytes.PADDING) {
      byte[] larger = new byte[length + Bytes.PADDING];
      System.arraycopy(bytes, 0, larger, 0, Math.min(keep, bytes.length));
      bytes = larger;
    }
  }

  /** Clears the padding, so that what is read never depends on older content. */
  void seal() {
    Arrays.fill(bytes, to, Math.min(bytes.length, to + Bytes.PADDING), (byte) 0);
  }
}
