package dev.whyvoy.report;

/** How many terminal columns text takes. */
final class Columns {
  private Columns() {}

  /**
   * Columns of printable text: two for wide characters, none for combining marks and for the vowels
   * and last consonants of taken-apart Hangul.
   */
  static int of(String text) {
    int columns = 0;
    for (int at = 0; at < text.length(); ) {
      int point = text.codePointAt(at);
      columns += of(point);
      at += Character.charCount(point);
    }
    return columns;
  }

  /** Columns of one printable character, as terminals count them: with wcwidth. */
  static int of(int point) {
    if (point < 0x300) {
      return 1;
    }
    int type = Character.getType(point);
    boolean onTheOneBefore =
        type == Character.NON_SPACING_MARK
            || type == Character.ENCLOSING_MARK
            || point >= 0x1160 && point <= 0x11ff
            || point >= 0xd7b0 && point <= 0xd7fb;
    return onTheOneBefore ? 0 : WideCharacters.has(point) ? 2 : 1;
  }

  /** {@code text} filled up with blanks to {@code columns}. */
  static String left(String text, int columns) {
    return text + " ".repeat(Math.max(0, columns - of(text)));
  }

  /** {@code text} moved to the right end of {@code columns}. */
  static String right(String text, int columns) {
    return " ".repeat(Math.max(0, columns - of(text))) + text;
  }

  /** As much of {@code text} as fits, with an ellipsis where something was left out. */
  static String cut(String text, int columns, boolean unicode) {
    if (of(text) <= columns) {
      return text;
    }
    String ellipsis = unicode ? "\u2026" : "...";
    int room = columns - of(ellipsis);
    int used = 0;
    int at = 0;
    while (at < text.length()) {
      int point = text.codePointAt(at);
      if (used + of(point) > room) {
        break;
      }
      used += of(point);
      at += Character.charCount(point);
    }
    return text.substring(0, at) + ellipsis;
  }
}
