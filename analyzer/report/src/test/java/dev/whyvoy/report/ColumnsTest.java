package dev.whyvoy.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ColumnsTest {
  @ParameterizedTest
  @CsvSource({
    "abc, 3",
    "\u00e9\u00df, 2",
    "\u65e5\u672c\u8a9e, 6",
    "\ud55c\uae00, 4",
    "\u1112\u1161\u11ab, 2",
    "\u30ab\uff76\uff41, 5",
    "e\u0301x\u20dd, 2",
    "\u2500\u252c\u2026\u2581, 4",
    "\u00b1\u03b1\u0436, 3",
    "\ud83d\ude80\ud83d\udd25, 4",
    "\u2705\u26a1\u231b, 6",
    "\u2764\ufe0f, 1",
    "\ud83c\udde9\ud83c\uddea, 4",
    "\ud840\udc00, 2",
    "\u0928\u092e\u0938\u094d\u0924\u0947, 4"
  })
  void columnsAreThoseOfATerminal(String text, int columns) {
    assertThat(Columns.of(text)).isEqualTo(columns);
  }

  /** Checked against the scripts that Java knows, which the table of widths was not made from. */
  @Test
  void ideographsAndSyllablesAreWide() {
    List<String> wrong = new ArrayList<>();
    for (int point = 0x1100; point <= 0x3fffd; point++) {
      boolean han = Character.isIdeographic(point) && Character.isLetter(point);
      boolean kana =
          Character.isLetter(point)
              && (Character.UnicodeScript.of(point) == Character.UnicodeScript.HIRAGANA
                  || Character.UnicodeScript.of(point) == Character.UnicodeScript.KATAKANA)
              && (point < 0xff61 || point > 0xff9f);
      boolean hangul = point >= 0xac00 && point <= 0xd7a3;
      if ((han || kana || hangul) && Columns.of(point) != 2) {
        wrong.add(Integer.toHexString(point));
      }
    }
    assertThat(wrong).isEmpty();
  }

  @Test
  void lettersOfOtherScriptsAreNot() {
    List<String> wrong = new ArrayList<>();
    for (int point = 0x20; point < 0x1100; point++) {
      if (Character.isLetterOrDigit(point) && Columns.of(point) != 1) {
        wrong.add(Integer.toHexString(point));
      }
    }
    assertThat(wrong).isEmpty();
  }

  @Test
  void whatIsCutFitsAndBreaksNoCharacter() {
    String text = "a\u65e5e\u0301\ud83d\ude80\ud55c\uae00 x";
    for (int columns = 1; columns <= 12; columns++) {
      String cut = Columns.cut(text, columns, true);
      assertThat(Columns.of(cut)).isLessThanOrEqualTo(columns);
      assertThat(cut.codePoints().noneMatch(p -> p >= 0xd800 && p <= 0xdfff)).isTrue();
    }
    assertThat(Columns.cut(text, 5, true)).isEqualTo("a\u65e5e\u0301\u2026");
    assertThat(Columns.cut(text, 12, true)).isEqualTo(text);
    assertThat(Columns.left("\u65e5", 4)).isEqualTo("\u65e5  ");
    assertThat(Columns.right("\u65e5", 4)).isEqualTo("  \u65e5");
  }

  /** What joins is spelt out: so all terminals take as many columns for it. */
  @Test
  void joinedEmojiAreSpeltOut() {
    String family = new Page(80, false, true).line("\ud83d\udc68\u200d\ud83d\udc67");
    assertThat(family).isEqualTo("\ud83d\udc68\\u200d\ud83d\udc67");
    assertThat(Columns.of(family)).isEqualTo(10);
  }

  @Test
  void wrappedLinesFit() {
    String text = "\u65e5\u672c\u8a9e\u306e\u30ed\u30b0 e\u0301\ud83d\ude80 ".repeat(9);
    for (int width = 2; width < 40; width++) {
      int most = width;
      assertThat(Wrapped.lines(text, width)).allMatch(line -> Columns.of(line) <= most);
    }
  }
}
