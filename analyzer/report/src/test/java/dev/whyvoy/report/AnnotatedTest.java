package dev.whyvoy.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whyvoy.core.diagnose.Label;
import dev.whyvoy.grammar.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class AnnotatedTest {
  private static List<String> lines(int width, String text, Label... labels) {
    return new Annotated(new Page(width, false, true), width).lines(text, List.of(labels));
  }

  private static Label label(int from, int to, String text) {
    return new Label(new Span(from, to), text);
  }

  @Test
  void labelsStandUnderTheirPieces() {
    assertThat(lines(60, "503 UF", label(0, 3, "status"), label(4, 6, "response flag")))
        .containsExactly(
            "503 UF",
            "\u252c\u2500\u2500 \u252c\u2500",
            "\u2502   \u2570 response flag",
            "\u2570 status");
  }

  @Test
  void wideCharactersTabsAndControlsMoveTheMarks() {
    assertThat(lines(60, "\u65e5\t\u001bUF", label(3, 5, "flag")))
        .containsExactly("\u65e5\\t\\x1bUF", "        \u252c\u2500", "        \u2570 flag");
  }

  @Test
  void marksStandUnderPiecesAmongEmojiAndCombiningMarks() {
    String text = "/\u8d2d\u7269\ud83d\uded2/e\u0301 503 \ud83d\udd25UF";
    int status = text.indexOf("503");
    int flag = text.indexOf("UF");
    List<String> lines =
        lines(60, text, label(status, status + 3, "status"), label(flag, flag + 2, "flag"));
    assertThat(lines.get(0)).isEqualTo(text);
    for (String name : List.of("status", "flag")) {
      String line = lines.stream().filter(each -> each.endsWith(name)).findFirst().orElseThrow();
      int piece = name.equals("flag") ? flag : status;
      assertThat(line.indexOf('\u2570')).isEqualTo(Columns.of(text.substring(0, piece)));
    }
    assertThat(lines.get(1)).isEqualTo(" ".repeat(10) + "\u252c\u2500\u2500   \u252c\u2500");
  }

  @Test
  void aLabelWithoutRoomAtItsRightStandsAtItsLeft() {
    String text = "x".repeat(50) + "UF";
    assertThat(lines(56, text, label(50, 52, "a label of some length")))
        .containsExactly(
            text,
            " ".repeat(50) + "\u252c\u2500",
            " ".repeat(27) + "a label of some length \u256f");
  }

  @Test
  void aPieceThatGoesOnIsMarkedOnBothRows() {
    List<String> lines = lines(40, "a".repeat(60), label(30, 50, "split"));
    assertThat(lines.get(1)).isEqualTo(" ".repeat(30) + "\u252c" + "\u2500".repeat(9));
    assertThat(lines.get(4)).isEqualTo("\u2500".repeat(10));
    assertThat(lines.stream().filter(line -> line.contains("split"))).hasSize(1);
  }

  @Test
  void aPieceAroundOthersIsDrawnBelowThem() {
    assertThat(lines(60, "abcdef", label(0, 6, "all"), label(2, 4, "inner")))
        .containsExactly(
            "abcdef",
            "  \u252c\u2500",
            "  \u2570 inner",
            "\u252c\u2500\u2500\u2500\u2500\u2500",
            "\u2570 all");
  }

  @Test
  void longTextsShowOnlyTheLinesWithLabels() {
    String text = "first\n".repeat(20) + "UF here\n" + "last\n".repeat(20);
    assertThat(lines(60, text, label(120, 122, "flag")))
        .containsExactly("\u2026", "UF here", "\u252c\u2500", "\u2570 flag", "\u2026");
  }

  @Test
  void everyLineFitsAndEveryLabelIsThere() {
    Random random = new Random(11);
    String alphabet = "ab |{}_,\t\u001b\u65e5\u00e9\n:<>";
    for (int round = 0; round < 3000; round++) {
      StringBuilder text = new StringBuilder();
      for (int i = random.nextInt(300); i >= 0; i--) {
        text.append(alphabet.charAt(random.nextInt(alphabet.length())));
      }
      List<Label> labels = new ArrayList<>();
      int at = 0;
      while (labels.size() < 6 && at < text.length()) {
        int to = Math.min(text.length(), at + 1 + random.nextInt(60));
        labels.add(label(at, to, "label" + labels.size() + " of words".repeat(random.nextInt(5))));
        at = to + random.nextInt(20);
      }
      int width = 40 + random.nextInt(80);
      List<String> lines =
          new Annotated(new Page(width, false, random.nextBoolean()), width)
              .lines(text.toString(), labels);
      assertThat(lines).allMatch(line -> Columns.of(line) <= width && !line.contains("\n"));
    }
  }
}
