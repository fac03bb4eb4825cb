package dev.whyvoy.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VisibleTest {
  @Test
  void controlAndBidiCharactersAreSpeltOut() {
    assertThat(Visible.line("a\tb\u001b[2Jc\u202ed\u0000\r\n", true))
        .isEqualTo("a\\tb\\x1b[2Jc\\u202ed\\x00\\r\\n");
    assertThat(Visible.lines("a\nb\u0007", true)).isEqualTo("a\nb\\x07");
    assertThat(Visible.line("\u009b31m \u2066 \ufeff \u200b", true))
        .isEqualTo("\\x9b31m \\u2066 \\ufeff \\u200b");
  }

  @ParameterizedTest
  @CsvSource({
    "p\u0430ypal.example, p\\u0430ypal.example",
    "\u0430\u0440\u0440\u04cf\u0435.com, \\u0430\\u0440\\u0440\\u04cf\\u0435.com",
    "GET /\u0440\u0430\u0443\u0440\u0430 x, GET /\\u0440\\u0430\\u0443\\u0440\\u0430 x",
    "orders.sh\u03bfp:80, orders.sh\\u03bfp:80",
    "orders\uff0eshop, orders\uff0eshop",
    "\uff4frders.shop, \\uff4frders.shop",
    "\ud835\udc28rders, \\u{1d428}rders",
    "GET /p\u0430th x, GET /p\\u0430th x",
  })
  void lettersThatPassForOthersAreSpeltOut(String text, String shown) {
    assertThat(Visible.line(text, true)).isEqualTo(shown);
    assertThat(Row.of(text, 200, true).get(0).shown()).isEqualTo(shown);
    assertThat(Html.show(text)).isEqualTo(shown);
  }

  @Test
  void printableTextIsLeftAlone() {
    for (String plain :
        List.of(
            "\u043f\u0440\u0438\u0432\u0435\u0442 GET",
            "/\u043f\u0443\u0442\u044c/x",
            "3 \u00b5s na\u00efve",
            "\u6771\u4eac-tokyo \ud55c\uad6dA",
            "\u03b1 \u03b2")) {
      assertThat(Visible.line(plain, true)).isSameAs(plain);
    }
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
