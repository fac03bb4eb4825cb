package dev.whyvoy.grammar;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;

/** The text that results from undoing one encoding, while it grows; and the single steps. */
final class Decodings {
  /** Undoes the encoding at one place. */
  interface Step {
    /**
     * Puts the decoded units at {@code i} and returns the units used; 0 if none is encoded here.
     */
    int at(String text, int i, Decodings out);
  }

  private static final Map<String, String> ENTITIES =
      Map.of("lt", "<", "gt", ">", "amp", "&", "quot", "\"", "apos", "'", "nbsp", " ");
  private static final int LONGEST_ENTITY = 8;

  private final String source;
  private final StringBuilder text;
  private int[] places;
  private boolean changed;

  Decodings(String source) {
    this.source = source;
    this.text = new StringBuilder(source.length());
    this.places = new int[source.length() + 1];
  }

  /** Adds a unit that came from position {@code place}. */
  void put(char unit, int place) {
    if (text.length() == places.length) {
      places = Arrays.copyOf(places, places.length * 2);
    }
    places[text.length()] = place;
    text.append(unit);
  }

  private int putAll(String units, int place, int used) {
    changed = true;
    for (int i = 0; i < units.length(); i++) {
      put(units.charAt(i), place);
    }
    return used;
  }

  boolean changed() {
    return changed;
  }

  String text() {
    return text.toString();
  }

  int[] places() {
    int[] all = Arrays.copyOf(places, text.length() + 1);
    all[text.length()] = source.length();
    return all;
  }

  static int plain(String s, int i, Decodings out) {
    return switch (s.charAt(i)) {
      case '\u2018', '\u2019', '\u201a', '\u2032' -> out.putAll("'", i, 1);
      case '\u201c', '\u201d', '\u201e', '\u2033' -> out.putAll("\"", i, 1);
      case '\u00a0', '\u202f' -> out.putAll(" ", i, 1);
      case '\u200b', '\u200c', '\u200d', '\u2060', '\ufeff', '\u00ad' -> out.putAll("", i, 1);
      default -> 0;
    };
  }

  static int colour(String s, int i, Decodings out) {
    if (s.charAt(i) != '\u001b' || i + 1 >= s.length() || s.charAt(i + 1) != '[') {
      return 0;
    }
    int end = i + 2;
    while (end < s.length() && s.charAt(end) >= ' ' && s.charAt(end) < '@') {
      end++;
    }
    return end < s.length() && s.charAt(end) <= '~' ? out.putAll("", i, end + 1 - i) : 0;
  }

  static int html(String s, int i, Decodings out) {
    if (s.charAt(i) != '&') {
      return 0;
    }
    int limit = Math.min(s.length(), i + 2 + LONGEST_ENTITY);
    int end = i + 1;
    while (end < limit && s.charAt(end) != ';') {
      end++;
    }
    if (end == limit) {
      return 0;
    }
    String name = s.substring(i + 1, end);
    String known = ENTITIES.get(name);
    if (known != null) {
      return out.putAll(known, i, end + 1 - i);
    }
    int point = name.startsWith("#") ? number(name.substring(1)) : -1;
    return point < 0 ? 0 : out.putAll(Character.toString(point), i, end + 1 - i);
  }

  private static int number(String digits) {
    boolean hex = digits.startsWith("x") || digits.startsWith("X");
    int point = digits(digits, hex ? 1 : 0, digits.length(), hex ? 16 : 10);
    return Character.isValidCodePoint(point) ? point : -1;
  }

  static int backslash(String s, int i, Decodings out) {
    if (s.charAt(i) != '\\' || i + 1 >= s.length()) {
      return 0;
    }
    char next = s.charAt(i + 1);
    boolean punctuation = next > ' ' && next < '\u007f' && !Character.isLetterOrDigit(next);
    return punctuation ? out.putAll(String.valueOf(next), i, 2) : 0;
  }

  static int json(String s, int i, Decodings out) {
    if (s.charAt(i) != '\\' || i + 1 >= s.length()) {
      return 0;
    }
    return switch (s.charAt(i + 1)) {
      case 'n' -> out.putAll("\n", i, 2);
      case 't' -> out.putAll("\t", i, 2);
      case 'r' -> out.putAll("\r", i, 2);
      case 'b' -> out.putAll("\b", i, 2);
      case 'f' -> out.putAll("\f", i, 2);
      case 'u' -> {
        int unit = digits(s, i + 2, i + 6, 16);
        yield unit < 0 ? 0 : out.putAll(String.valueOf((char) unit), i, 6);
      }
      case '"', '\\', '/' -> out.putAll(s.substring(i + 1, i + 2), i, 2);
      default -> 0;
    };
  }

  static int percent(String s, int i, Decodings out) {
    int length = 0;
    byte[] bytes = new byte[4];
    while (length < bytes.length && percentByte(s, i + 3 * length) >= 0) {
      bytes[length] = (byte) percentByte(s, i + 3 * length);
      length++;
      try {
        String one =
            StandardCharsets.UTF_8
                .newDecoder()
                .decode(ByteBuffer.wrap(bytes, 0, length))
                .toString();
        return out.putAll(one, i, 3 * length);
      } catch (CharacterCodingException incomplete) {
        // A longer sequence may still be a character.
      }
    }
    return 0;
  }

  private static int percentByte(String s, int i) {
    return i < s.length() && s.charAt(i) == '%' ? digits(s, i + 1, i + 3, 16) : -1;
  }

  /** The number written at {@code from} to {@code to}, or -1; at most 7 digits. */
  private static int digits(String s, int from, int to, int radix) {
    if (to > s.length() || to <= from || to - from > 7) {
      return -1;
    }
    int value = 0;
    for (int i = from; i < to; i++) {
      int digit = Character.digit(s.charAt(i), radix);
      if (digit < 0 || s.charAt(i) > 'f') {
        return -1;
      }
      value = value * radix + digit;
    }
    return value;
  }
}
