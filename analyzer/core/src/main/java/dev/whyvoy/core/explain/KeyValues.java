package dev.whyvoy.core.explain;

import dev.whyvoy.grammar.Decoded;
import java.util.ArrayList;
import java.util.List;

/** Finds {@code key=value}, {@code key: value} and {@code "key":"value"} in a text of any form. */
final class KeyValues {
  private final Decoded source;
  private final String text;

  private KeyValues(Decoded source) {
    this.source = source;
    this.text = source.text();
  }

  /**
   * A key and its value.
   *
   * @param value without quotes, escapes of a quoted one undone
   * @param quoted whether the value stood in quotes
   * @param sign {@code =} or {@code :}
   */
  record Pair(String key, Decoded value, boolean quoted, char sign) {}

  static List<Pair> of(Decoded text) {
    return new KeyValues(text).pairs();
  }

  private List<Pair> pairs() {
    List<Pair> pairs = new ArrayList<>();
    int i = 0;
    while (i < text.length()) {
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
      Pair found = pair(text.substring(i, end), text.charAt(sign), start);
      pairs.add(found);
      // A value may hold further pairs: an object, or a log line.
      i = start;
      if (!found.quoted()) {
        i = Math.max(i, end);
      }
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
    int end = start;
    while (end < text.length()
        && !Character.isWhitespace(text.charAt(end))
        && text.charAt(end) != '"') {
      end++;
    }
    while (end > start && isTrailer(start, end - 1)) {
      end--;
    }
    return new Pair(key, source.slice(start, end), false, sign);
  }

  /** Punctuation after a value; a bracket only if it was not opened in the value. */
  private boolean isTrailer(int start, int at) {
    char c = text.charAt(at);
    String value = text.substring(start, at);
    return ",;.`'*".indexOf(c) >= 0
        || (c == '}' && value.indexOf('{') < 0)
        || (c == ']' && value.indexOf('[') < 0)
        || (c == ')' && value.indexOf('(') < 0);
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
