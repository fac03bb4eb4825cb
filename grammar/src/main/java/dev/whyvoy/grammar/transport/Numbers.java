package dev.whyvoy.grammar.transport;

import dev.whyvoy.grammar.Piece;
import dev.whyvoy.grammar.antlr.Source;
import org.jspecify.annotations.Nullable;

/** Numbers inside phrases. */
final class Numbers {
  /** Enough for any errno. */
  private static final int MAX_DIGITS = 9;

  private Numbers() {}

  /** The number that {@code text} is or starts with as a word; null if there is none. */
  static @Nullable Integer leading(String text) {
    int end = 0;
    while (end < text.length() && isDigit(text.charAt(end))) {
      end++;
    }
    boolean word = end == text.length() || !Character.isLetterOrDigit(text.charAt(end));
    return end > 0 && end <= MAX_DIGITS && word ? Integer.valueOf(text.substring(0, end)) : null;
  }

  /** The last run of digits between {@code from} and {@code to}, which holds one. */
  static Piece last(Source source, int from, int to) {
    int end = to;
    while (end > from && !isDigit(source.at(end - 1))) {
      end--;
    }
    int start = end;
    while (start > from && isDigit(source.at(start - 1))) {
      start--;
    }
    return source.raw(start, end);
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}
