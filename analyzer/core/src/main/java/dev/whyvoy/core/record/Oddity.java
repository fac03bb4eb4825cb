package dev.whyvoy.core.record;

import java.util.Set;

/** How odd a text would be as the value of a column: 0 is usual, {@link #IMPOSSIBLE} is never. */
final class Oddity {
  static final int IMPOSSIBLE = Integer.MAX_VALUE / 2;

  /** Texts of CONNECTION_TERMINATION_DETAILS that hold blanks, by their first word. */
  private static final Set<String> TERMINATIONS = Set.of("transport");

  private Oddity() {}

  /** Whether a longer value cannot fit once a shorter one did not. */
  static boolean growsHopeless(Column column) {
    return switch (column.type()) {
      case INTEGER, CODE, FLAGS, PROTOCOL -> true;
      default -> false;
    };
  }

  static int of(Column column, byte[] bytes, int at, int end) {
    int length = end - at;
    if (length == 0) {
      return column.type() == FieldType.FLAGS || column.type() == FieldType.CODE ? 2 : 1;
    }
    if (length == 1 && bytes[at] == '-') {
      return 0;
    }
    return switch (column.type()) {
      case INTEGER -> integer(bytes, at, length) ? 0 : IMPOSSIBLE;
      case CODE -> length <= 3 && TextMatcher.digits(bytes, at, length) ? 0 : IMPOSSIBLE;
      case FLAGS -> TextMatcher.isFlags(bytes, at, end) ? 0 : IMPOSSIBLE;
      case PROTOCOL -> length <= 8 && bytes[at] == 'H' ? 0 : IMPOSSIBLE;
      case TIME -> count(bytes, at, end, ']') > 0 ? IMPOSSIBLE : Bytes.isDigit(bytes[at]) ? 0 : 2;
      case METHOD -> word(bytes, at, end) ? 0 : IMPOSSIBLE;
      case ADDRESS ->
          blanks(bytes, at, end)
              + 4 * count(bytes, at, end, '"')
              + (address(bytes, at, end) ? 0 : 2);
      case ADDRESSES -> 4 * count(bytes, at, end, '"') + (addresses(bytes, at, end) ? 0 : 2);
      case HOST -> blanks(bytes, at, end) + 4 * count(bytes, at, end, '"');
      case ID -> blanks(bytes, at, end) + 4 * count(bytes, at, end, '"');
      case DETAILS -> 2 * count(bytes, at, end, ' ') + 4 * edgeQuotes(bytes, at, end);
      case TERMINATION -> termination(bytes, at, end);
      case NAME -> blanks(bytes, at, end) + 4 * count(bytes, at, end, '"');
      case FREE -> column.quoted() ? 3 * count(bytes, at, end, '"') : blanks(bytes, at, end);
    };
  }

  private static boolean integer(byte[] bytes, int at, int length) {
    int sign = bytes[at] == '-' ? 1 : 0;
    return TextMatcher.digits(bytes, at + sign, length - sign);
  }

  private static boolean word(byte[] bytes, int at, int end) {
    for (int i = at; i < end; i++) {
      if (bytes[i] == ' ' || bytes[i] == '"') {
        return false;
      }
    }
    return true;
  }

  private static int blanks(byte[] bytes, int at, int end) {
    return 6 * count(bytes, at, end, ' ');
  }

  private static int count(byte[] bytes, int at, int end, int what) {
    int n = 0;
    for (int i = at; i < end; i++) {
      if (bytes[i] == what) {
        n++;
      }
    }
    return n;
  }

  private static int edgeQuotes(byte[] bytes, int at, int end) {
    return (bytes[at] == '"' ? 1 : 0) + (bytes[end - 1] == '"' ? 1 : 0);
  }

  /** A host and port, a path, or a URL; hosts that were blotted out count as well. */
  private static boolean address(byte[] bytes, int at, int end) {
    if (bytes[at] == '/' || bytes[at] == '@' || bytes[at] == '[') {
      return true;
    }
    for (int i = end - 1; i >= at; i--) {
      if (bytes[i] == ':') {
        return i + 1 < end && (Bytes.isDigit(bytes[i + 1]) || bytes[i + 1] == '/');
      }
    }
    return Bytes.isDigit(bytes[at]);
  }

  private static boolean addresses(byte[] bytes, int at, int end) {
    for (int i = at; i < end; i++) {
      byte b = bytes[i];
      boolean part =
          Bytes.isDigit(b) || b == '.' || b == ':' || b == ',' || b == ' ' || b >= 'a' && b <= 'f';
      if (!part) {
        return false;
      }
    }
    return true;
  }

  private static int termination(byte[] bytes, int at, int end) {
    int blanks = count(bytes, at, end, ' ');
    if (blanks == 0) {
      return 1;
    }
    int first = Bytes.find(bytes, at, end, Bytes.pattern(' '));
    String word = new String(bytes, at, first - at, java.nio.charset.StandardCharsets.ISO_8859_1);
    return TERMINATIONS.contains(word) ? 0 : 3 + blanks;
  }
}
