package dev.whyvoy.report;

import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/**
 * Letters that pass for Latin ones: Cyrillic, Greek and the like within a word that also has Latin
 * letters, as in the name of a host that is made to look like another, and words of other scripts
 * that consist of nothing but such letters. Other words that are all of one script are left alone.
 */
final class LookAlikes {
  /** Below this are no such letters. */
  private static final int FIRST = 0x370;

  /** Letters of other scripts that nobody could tell from Latin ones. */
  private static final String TWINS =
      "\u0430\u0435\u043e\u0440\u0441\u0443\u0445\u0455\u0456\u0458\u04bb\u04cf\u0501\u051b\u051d"
          + "\u0410\u0412\u0415\u041a\u041c\u041d\u041e\u0420\u0421\u0422\u0423\u0425\u0405\u0406\u0408"
          + "\u03bf\u03bd\u03c1\u03b9\u03f2\u03f3"
          + "\u0391\u0392\u0395\u0396\u0397\u0399\u039a\u039c\u039d\u039f\u03a1\u03a4\u03a5\u03a7"
          + "\u0561\u0578\u057d\u0585\u0555";

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
        int twins = 0;
        int letters = 0;
        for (int i = from; i < text.length(); ) {
          int point = text.codePointAt(i);
          if (!isOfWord(point)) {
            break;
          }
          latin |= isLatin(point);
          other |= isLookAlike(point);
          letters += Character.isLetter(point) ? 1 : 0;
          twins += TWINS.indexOf(point) >= 0 ? 1 : 0;
          i += Character.charCount(point);
          to = i;
        }
        // A whole word of twins passes for a Latin one just as well.
        if (latin && other || twins > 1 && twins == letters) {
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
