package dev.whyvoy.core.record;

import java.nio.charset.StandardCharsets;

/** Reads {@code key=value key="a value"}, perhaps behind a time and some words. */
final class KeyValueLine {
  private static final int FEWEST = 4;
  private static final int LONGEST_KEY = 64;

  private KeyValueLine() {}

  /** Puts every pair of the range into {@code gathered}; false if there are only a few. */
  static boolean read(byte[] b, int from, int to, Gathered gathered) {
    int pairs = 0;
    int at = from;
    while (at < to) {
      int start = at;
      while (at < to && !isBlank(b[at]) && b[at] != '=') {
        at++;
      }
      if (at < to && b[at] == '=' && isKey(b, start, at)) {
        String key = JsonKeys.plain(text(b, start, at));
        int value = at + 1;
        boolean quoted = value < to && b[value] == '"';
        at = quoted ? quoteEnd(b, value + 1, to) : wordEnd(b, value, to);
        gathered.put(key, quoted ? unescaped(b, value + 1, at) : text(b, value, at), value);
        pairs++;
      } else if (start == from && at - start >= 19 && Bytes.isDigit(b[start])) {
        gathered.put("start_time", text(b, start, at), start);
      }
      while (at < to && !isBlank(b[at])) {
        at++;
      }
      at++;
    }
    return pairs >= FEWEST;
  }

  private static boolean isBlank(byte b) {
    return b == ' ' || b == '\t';
  }

  private static boolean isKey(byte[] b, int from, int to) {
    for (int i = from; i < to; i++) {
      byte c = b[i];
      boolean part =
          c >= 'a' && c <= 'z'
              || c >= 'A' && c <= 'Z'
              || c == '_'
              || c == '.'
              || c == '-'
              || c == ':'
              || c == '@'
              || i > from && Bytes.isDigit(c);
      if (!part) {
        return false;
      }
    }
    return to > from && to - from <= LONGEST_KEY;
  }

  private static int wordEnd(byte[] b, int from, int to) {
    int end = from;
    while (end < to && !isBlank(b[end])) {
      end++;
    }
    return end;
  }

  private static int quoteEnd(byte[] b, int from, int to) {
    int end = from;
    while (end < to && b[end] != '"') {
      end += b[end] == '\\' ? 2 : 1;
    }
    return Math.min(end, to);
  }

  private static String text(byte[] b, int from, int to) {
    return new String(b, from, to - from, StandardCharsets.UTF_8);
  }

  private static String unescaped(byte[] b, int from, int to) {
    return new String(JsonText.unescape(b, from, to), StandardCharsets.UTF_8);
  }
}
