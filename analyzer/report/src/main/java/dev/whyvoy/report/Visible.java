package dev.whyvoy.report;

import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/**
 * Makes text safe to print: whatever could move the cursor, hide or reorder text is spelt out, as
 * {@code \x1b} or {@code \u202e}, and so are letters that pass for others. Logs hold what strangers
 * sent.
 */
public final class Visible {
  private Visible() {}

  /** {@code text} with line ends kept and everything else unprintable spelt out. */
  public static String lines(String text, boolean unicode) {
    return spell(text, unicode, true);
  }

  /** {@code text} on one line. */
  public static String line(String text, boolean unicode) {
    return spell(text, unicode, false);
  }

  private static String spell(String text, boolean unicode, boolean keepLines) {
    StringBuilder all = null;
    BitSet lookAlikes = unicode ? LookAlikes.in(text) : null;
    for (int at = 0; at < text.length(); ) {
      int point = text.codePointAt(at);
      boolean plain =
          (point == '\n' && keepLines)
              || isPlain(point, unicode) && (lookAlikes == null || !lookAlikes.get(at));
      if (!plain && all == null) {
        all = new StringBuilder(text.length() + 16).append(text, 0, at);
      }
      if (all != null) {
        if (plain) {
          all.appendCodePoint(point);
        } else {
          all.append(spelling(point, unicode));
        }
      }
      at += Character.charCount(point);
    }
    return all == null ? text : all.toString();
  }

  /**
   * How the code point at {@code at} is shown.
   *
   * @param lookAlikes what {@link LookAlikes} finds in the text
   */
  static String shown(String text, int at, @Nullable BitSet lookAlikes, boolean unicode) {
    int point = text.codePointAt(at);
    boolean plain = isPlain(point, unicode) && (lookAlikes == null || !lookAlikes.get(at));
    return plain ? Character.toString(point) : spelling(point, unicode);
  }

  private static boolean isPlain(int point, boolean unicode) {
    if (point < 0x7f) {
      return point >= ' ';
    }
    if (!unicode) {
      return false;
    }
    return switch (Character.getType(point)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.PRIVATE_USE,
          Character.SURROGATE,
          Character.UNASSIGNED ->
          false;
      default -> true;
    };
  }

  private static String spelling(int point, boolean unicode) {
    switch (point) {
      case '\t':
        return "\\t";
      case '\n':
        return "\\n";
      case '\r':
        return "\\r";
      default:
        break;
    }
    if (!unicode && isPlain(point, true)) {
      String ascii = transliterated(point);
      if (!ascii.isEmpty()) {
        return ascii;
      }
    }
    if (point < 0x100) {
      return "\\x" + hex(point, 2);
    }
    return point <= 0xffff ? "\\u" + hex(point, 4) : "\\u{" + hex(point, 5) + "}";
  }

  private static String transliterated(int point) {
    return switch (point) {
      case '\u2018', '\u2019' -> "'";
      case '\u201c', '\u201d' -> "\"";
      case '\u2013', '\u2014', '\u2212' -> "-";
      case '\u2026' -> "...";
      case '\u00b7', '\u2022' -> "*";
      case '\u2192' -> "->";
      case '\u2264' -> "<=";
      case '\u2265' -> ">=";
      case '\u00d7' -> "x";
      case '\u00a0' -> " ";
      default -> "";
    };
  }

  private static String hex(int value, int digits) {
    String hex = Integer.toHexString(value);
    return "0".repeat(Math.max(0, digits - hex.length())) + hex;
  }
}
