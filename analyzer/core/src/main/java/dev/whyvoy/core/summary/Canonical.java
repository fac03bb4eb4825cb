package dev.whyvoy.core.summary;

/**
 * Takes the values out of a message, so that messages which differ in nothing else are one:
 * addresses become {@code <address>}, ids {@code <id>}, long numbers {@code <n>}. Short numbers
 * stay, they are codes; so do the error numbers of TLS libraries, which stand before a colon and a
 * word.
 */
final class Canonical {
  private static final int LONGEST = 512;
  private static final int SHORT_NUMBER = 3;
  private static final int HEX_ID = 16;

  private Canonical() {}

  static String message(String text) {
    StringBuilder out = new StringBuilder(text.length());
    int at = 0;
    while (at < text.length() && out.length() < LONGEST) {
      char c = text.charAt(at);
      boolean starts = at == 0 || !isWord(text.charAt(at - 1));
      int end = at;
      if (c == '[' && (end = bracketed(text, at)) > at) {
        out.append("<address>");
        at = end;
        continue;
      }
      if (!isWord(c)) {
        out.append(c);
        at++;
        continue;
      }
      end = word(text, at);
      String replaced = starts ? value(text, at, end) : null;
      if (replaced != null) {
        out.append(replaced);
        at = replaced.equals("<address>") ? port(text, end) : end;
      } else {
        numbers(text, at, end, out);
        at = end;
      }
    }
    return out.toString();
  }

  /** The name of a details text: what comes before its arguments. */
  static String name(String details) {
    int end = 0;
    while (end < details.length() && "{[(<:| ".indexOf(details.charAt(end)) < 0) {
      end++;
    }
    return details.substring(0, Math.min(end, 80));
  }

  private static boolean isWord(char c) {
    return Character.isLetterOrDigit(c) || c == '.' || c == '-';
  }

  private static int word(String text, int from) {
    int end = from;
    while (end < text.length() && isWord(text.charAt(end))) {
      end++;
    }
    return end;
  }

  /** What stands for the word if it is an address or an id as a whole; else null. */
  private static @org.jspecify.annotations.Nullable String value(String text, int from, int end) {
    int dots = 0;
    int dashes = 0;
    int digits = 0;
    int hex = 0;
    for (int i = from; i < end; i++) {
      char c = text.charAt(i);
      dots += c == '.' ? 1 : 0;
      dashes += c == '-' ? 1 : 0;
      digits += c >= '0' && c <= '9' ? 1 : 0;
      hex += Character.digit(c, 16) >= 0 ? 1 : 0;
    }
    int length = end - from;
    if (dots == 3 && digits == length - 3 && length >= 7) {
      return "<address>";
    }
    boolean id = length == 36 && dashes == 4 && hex == 32 || length >= HEX_ID && hex == length;
    return id && digits > 0 && digits < length ? "<id>" : null;
  }

  private static int port(String text, int from) {
    int end = from;
    if (end + 1 < text.length() && text.charAt(end) == ':' && isDigit(text.charAt(end + 1))) {
      end++;
      while (end < text.length() && isDigit(text.charAt(end))) {
        end++;
      }
    }
    return end;
  }

  /** One past {@code [2001:db8::1]} and its port; {@code from} if it is none. */
  private static int bracketed(String text, int from) {
    int end = from + 1;
    int colons = 0;
    while (end < text.length()) {
      char c = text.charAt(end);
      if (c == ']') {
        return colons >= 2 ? port(text, end + 1) : from;
      }
      if (c == ':') {
        colons++;
      } else if (Character.digit(c, 16) < 0 && c != '.') {
        return from;
      }
      end++;
    }
    return from;
  }

  /** Copies the word, its long numbers replaced. */
  private static void numbers(String text, int from, int to, StringBuilder out) {
    int at = from;
    while (at < to) {
      int end = at;
      while (end < to && isDigit(text.charAt(end))) {
        end++;
      }
      if (end == at) {
        out.append(text.charAt(at++));
        continue;
      }
      boolean errorNumber =
          end + 1 < text.length()
              && text.charAt(end) == ':'
              && Character.isLetter(text.charAt(end + 1));
      out.append(end - at <= SHORT_NUMBER || errorNumber ? text.substring(at, end) : "<n>");
      at = end;
    }
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}
