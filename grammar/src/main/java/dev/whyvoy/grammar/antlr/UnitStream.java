package dev.whyvoy.grammar.antlr;

import org.antlr.v4.runtime.CharStream;
import org.antlr.v4.runtime.IntStream;
import org.antlr.v4.runtime.misc.Interval;

/**
 * The UTF-16 units of a string as ANTLR's input. ANTLR's own streams count code points; with this
 * one a token's position is a position in the string.
 */
final class UnitStream implements CharStream {
  private static final char OTHER = '\u007f';

  private final String text;
  private final int size;
  private int position;

  /** Reads the first {@code size} units of {@code text}. */
  UnitStream(String text, int size) {
    this.text = text;
    this.size = size;
  }

  @Override
  public void consume() {
    if (position >= size) {
      throw new IllegalStateException("cannot consume EOF");
    }
    position++;
  }

  @Override
  public int LA(int i) {
    int at = i > 0 ? position + i - 1 : position + i;
    return i == 0 || at < 0 || at >= size ? IntStream.EOF : seen(text.charAt(at));
  }

  private static char seen(char unit) {
    if (unit < OTHER) {
      return unit;
    }
    return unit == '\u00a0' ? ' ' : OTHER;
  }

  @Override
  public int mark() {
    return 0;
  }

  @Override
  public void release(int marker) {}

  @Override
  public int index() {
    return position;
  }

  @Override
  public void seek(int index) {
    position = Math.min(index, size);
  }

  @Override
  public int size() {
    return size;
  }

  @Override
  public String getSourceName() {
    return UNKNOWN_SOURCE_NAME;
  }

  /** The text of an ANTLR interval, whose end is inclusive and, for EOF, beyond the last unit. */
  @Override
  public String getText(Interval interval) {
    int to = Math.min(interval.b + 1, size);
    return interval.a >= to ? "" : text.substring(interval.a, to);
  }

  @Override
  public String toString() {
    return text.substring(0, size);
  }
}
