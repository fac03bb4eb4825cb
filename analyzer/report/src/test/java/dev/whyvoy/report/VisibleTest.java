package dev.whyvoy.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class VisibleTest {
  @Test
  void controlAndBidiCharactersAreSpeltOut() {
    assertThat(Visible.line("a\tb\u001b[2Jc\u202ed\u0000\r\n", true))
        .isEqualTo("a\\tb\\x1b[2Jc\\u202ed\\x00\\r\\n");
    assertThat(Visible.lines("a\nb\u0007", true)).isEqualTo("a\nb\\x07");
    assertThat(Visible.line("\u009b31m \u2066 \ufeff \u200b", true))
        .isEqualTo("\\x9b31m \\u2066 \\ufeff \\u200b");
  }

  @Test
  void printableTextIsLeftAlone() {
    String text = "caf\u00e9 \u65e5\u672c \ud83d\ude00 e\u0301";
    assertThat(Visible.line(text, true)).isSameAs(text);
  }

  @Test
  void asciiTerminalsGetAscii() {
    assertThat(Visible.line("\u201cit\u2019s\u201d \u2026 caf\u00e9 \ud83d\ude00", false))
        .isEqualTo("\"it's\" ... caf\\xe9 \\u{1f600}");
  }

  @Test
  void nothingUnprintableIsEverLeft() {
    Random random = new Random(7);
    for (int round = 0; round < 2000; round++) {
      StringBuilder text = new StringBuilder();
      for (int i = random.nextInt(20); i >= 0; i--) {
        int limit = random.nextBoolean() ? 0x300 : random.nextBoolean() ? 0x10000 : 0x110000;
        text.appendCodePoint(random.nextInt(limit));
      }
      String shown = Visible.line(text.toString(), random.nextBoolean());
      assertThat(shown.codePoints().mapToObj(Character::getType))
          .doesNotContain((int) Character.CONTROL, (int) Character.FORMAT)
          .doesNotContain((int) Character.SURROGATE, (int) Character.LINE_SEPARATOR);
    }
  }
}
