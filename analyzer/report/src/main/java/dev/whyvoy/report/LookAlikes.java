package dev.whyvoy.report;

import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/**
 * Letters that pass for Latin ones: Cyrillic, Greek and the like within a word that also has Latin
 * letters, as in the name of a host that is made to look like another. Words that are all of one
 * script are left alone.
 */
final class LookAlikes {
  /** Below this are no such letters. */
  private static final int FIRST = 0x370;

  private LookAlikes() {}

  /** The first units of such letters in a text; null if there are none. */
  static @Nullable BitSet in(String text) {
    BitSet found = null;
    for (int at = 0; at < text.length(); at++) {
      if (text.charAt(at) >= FIRST) {
        int from = at;
        while (from > 0 && isOfWord(text.codePointBefore(from))) {
          from -= Character.charCount(text.codePointBefore(from));
        }
        int to = at;
        boolean latin = false;
        boolean other = false;
        for (int i = from; i < text.length(); ) {
          int point = text.codePointAt(i);
          if (!isOfWord(point)) {
            break;
          }
          latin |= isLatin(point);
          other |= isLookAlike(point);
          i += Character.charCount(point);
          to = i;
        }
        if (latin && other) {
          found = found == null ? new BitSet() : found;
          mark(text, from, to, found);
        }
        at = Math.max(at, to);
      }
    }
    return found;
  }

  private static void mark(String text, int from, int to, BitSet found) {
    for (int i = from; i < to; i += Character.charCount(text.codePointAt(i))) {
      if (isLookAlike(text.codePointAt(i))) {
        found.set(i);
      }
    }
  }

  private static boolean isOfWord(int point) {
    return point < 0x80
        ? point >= '0' && point <= '9'
            || isLatin(point)
            || point == '.'
            || point == '-'
            || point == '_'
        : Character.isLetterOrDigit(point)
            || Character.getType(point) == Character.NON_SPACING_MARK;
  }

  private static boolean isLatin(int point) {
    int small = point | 0x20;
    return small >= 'a' && small <= 'z' && point < 0x80;
  }

  private static boolean isLookAlike(int point) {
    if (point < FIRST || !Character.isLetterOrDigit(point)) {
      return false;
    }
    return switch (Character.UnicodeScript.of(point)) {
      case CYRILLIC, GREEK, ARMENIAN, CHEROKEE, COPTIC, LISU, GEORGIAN, DESERET, OSAGE -> true;
      // Letters in another width or for formulas.
      case LATIN -> point >= 0xff21 && point <= 0xff5a;
      case COMMON -> point >= 0x1d400 && point <= 0x1d7ff;
      default -> false;
    };
  }
}
