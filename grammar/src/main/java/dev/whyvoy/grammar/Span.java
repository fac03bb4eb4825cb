package dev.whyvoy.grammar;

/**
 * A half-open range of UTF-16 units of the text that was parsed.
 *
 * @param from first unit, at least 0
 * @param to one past the last unit, at least {@code from}
 */
public record Span(int from, int to) {
  public Span {
    if (from < 0 || to < from) {
      throw new IllegalArgumentException("not a span: " + from + ".." + to);
    }
  }

  /** The number of UTF-16 units covered. */
  public int length() {
    return to - from;
  }

  /** The same range seen from a text in which this one starts {@code offset} units later. */
  public Span shift(int offset) {
    return new Span(from + offset, to + offset);
  }

  /** The covered part of {@code text}. */
  public String of(String text) {
    return text.substring(from, to);
  }

  // Written out: those of a record are made at run time, which costs milliseconds at start.
  @Override
  public boolean equals(Object other) {
    return other instanceof Span span && from == span.from && to == span.to;
  }

  @Override
  public int hashCode() {
    return 31 * from + to;
  }
}
