package dev.whyvoy.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WrappedTest {
  @Test
  void wordsStayWholeWhereTheyFit() {
    assertThat(Wrapped.lines("one two  three\nfour", 9))
        .containsExactly("one two", "three", "four");
    assertThat(Wrapped.lines("", 9)).isEmpty();
  }

  @Test
  void longWordsAreSplit() {
    assertThat(Wrapped.lines("a 0123456789abc d", 5))
        .containsExactly("a", "01234", "56789", "abc d");
  }

  @Test
  void wideCharactersCountTwice() {
    assertThat(Wrapped.lines("\u65e5\u672c\u8a9e \u65e5", 6))
        .containsExactly("\u65e5\u672c\u8a9e", "\u65e5");
    assertThat(Wrapped.lines("\u65e5\u672c\u8a9e", 5)).containsExactly("\u65e5\u672c", "\u8a9e");
  }

  @Test
  void cutSaysThatSomethingIsMissing() {
    assertThat(Columns.cut("abcdef", 4, true)).isEqualTo("abc\u2026");
    assertThat(Columns.cut("abcdef", 4, false)).isEqualTo("a...");
    assertThat(Columns.cut("\u65e5\u672c\u8a9e", 4, true)).isEqualTo("\u65e5\u2026");
    assertThat(Columns.cut("abcd", 4, true)).isEqualTo("abcd");
  }
}
