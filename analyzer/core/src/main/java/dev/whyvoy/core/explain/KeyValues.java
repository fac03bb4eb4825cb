package dev.whyvoy.core.explain;

import dev.whyvoy.grammar.Decoded;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Finds {@code key=value}, {@code key: value} and {@code "key":"value"} in a text of any form. */
final class KeyValues {
  /** Longest key that is looked at, in UTF-16 units. */
  private static final int LONGEST_KEY = 100;

  /** Most of a value without quotes that is read, in UTF-16 units. */
  private static final int LONGEST = 4000;

  /** Pairs of one text that are read, so that hostile texts end soon. */
  private static final int MOST = 1000;

  private final Decoded source;
  private final String text;
  private final Predicate<String> wanted;
  private Word word;

  private KeyValues(Decoded source, Predicate<String> wanted) {
    this.source = source;
    this.text = source.text();
    this.wanted = wanted;
    this.word = new Word(text, 0);
  }

  /**
   * A key and its value.
   *
   * @param value without quotes, escapes of a quoted one undone
   * @param quoted whether the value stood in quotes
   * @param sign {@code =} or {@code :}
   */
  record Pair(String key, Decoded value, boolean quoted, char sign) {}

  /** The pairs whose key is wanted, in the order of the text; a value may hold further pairs. */
  static List<Pair> of(Decoded text, Predicate<String> wanted) {
    return new KeyValues(text, wanted).pairs();
  }

  /** Whether a text holds at least as many pairs as are read. */
  static boolean isFull(List<Pair> pairs) {
    return pairs.size() >= MOST;
  }

  private List<Pair> pairs() {
    List<Pair> pairs = new ArrayList<>();
    int i = 0;
    while (i < text.length() && pairs.size() < MOST) {
      int end = keyEnd(i);
      if (end == i) {
        i++;
        continue;
      }
      boolean quote = end < text.length() && (text.charAt(end) == '"' || text.charAt(end) == '\'');
      int sign = skipBlanks(quote ? end + 1 : end);
      boolean pair = sign < text.length() && "=:".indexOf(text.charAt(sign)) >= 0;
      int start = pair ? skipBlanks(sign + 1) : 0;
      if (!pair || start >= text.length() || (text.charAt(sign) == '=' && start != sign + 1)) {
        i = end;
        continue;
      }
      String key = end - i > LONGEST_KEY ? "" : text.substring(i, end);
      if (wanted.test(key)) {
        pairs.add(pair(key, text.charAt(sign), start));
      }
      // A value may hold further pairs: an object, or a log line.
      i = start;
    }
    return pairs;
  }

  private Pair pair(String key, char sign, int start) {
    char first = text.charAt(start);
    if (first == '"' || first == '\'') {
      int end = start + 1;
      while (end < text.length() && text.charAt(end) != first && text.charAt(end) != '\n') {
        end += text.charAt(end) == '\\' && end + 1 < text.length() ? 2 : 1;
      }
      end = Math.min(end, text.length());
      return new Pair(key, source.slice(start + 1, end).json(), true, sign);
    }
    if (start >= word.end()) {
      word = new Word(text, start);
    }
    int end = Math.min(word.valueEnd(start), start + LONGEST);
    return new Pair(key, source.slice(start, end), false, sign);
  }

  private int keyEnd(int from) {
    boolean starts =
        isKeyChar(text.charAt(from)) && (from == 0 || !isKeyChar(text.charAt(from - 1)));
    int end = from;
    while (starts && end < text.length() && isKeyChar(text.charAt(end))) {
      end++;
    }
    return end;
  }

  private int skipBlanks(int from) {
    int i = from;
    while (i < text.length() && (text.charAt(i) == ' ' || text.charAt(i) == '\t')) {
      i++;
    }
    return i;
  }

  private static boolean isKeyChar(char c) {
    return c == '_' || c == '-' || c == '%' || (c < 128 && Character.isLetterOrDigit(c));
  }
}
