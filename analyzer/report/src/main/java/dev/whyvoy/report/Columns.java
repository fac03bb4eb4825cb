package dev.whyvoy.report;

/** How many terminal columns text takes. */
final class Columns {
  private Columns() {}

  /** Columns of printable text: two for wide characters, none for combining marks. */
  static int of(String text) {
    int columns = 0;
    for (int at = 0; at < text.length(); ) {
      int point = text.codePointAt(at);
      columns += of(point);
      at += Character.charCount(point);
    }
    return columns;
  }

  static int of(int point) {
    if (point < 0x300) {
      return 1;
    }
    int type = Character.getType(point);
    if (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK) {
      return 0;
    }
    return isWide(point) ? 2 : 1;
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

  /** East Asian wide and full-width characters, and emoji. */
  private static boolean isWide(int point) {
    return in(point, 0x1100, 0x115f)
        || in(point, 0x2e80, 0x303e)
        || in(point, 0x3041, 0x4dbf)
        || in(point, 0x4e00, 0xa4cf)
        || in(point, 0xac00, 0xd7a3)
        || in(point, 0xf900, 0xfaff)
        || in(point, 0xfe30, 0xfe6f)
        || in(point, 0xff00, 0xff60)
        || in(point, 0xffe0, 0xffe6)
        || in(point, 0x1f300, 0x1f64f)
        || in(point, 0x1f680, 0x1f6ff)
        || in(point, 0x1f900, 0x1faff)
        || in(point, 0x20000, 0x3fffd);
  }

  private static boolean in(int point, int first, int last) {
    return first <= point && point <= last;
  }
}
