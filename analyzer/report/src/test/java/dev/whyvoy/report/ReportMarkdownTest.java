package dev.whyvoy.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReportMarkdownTest {
  @Test
  void aReportIsReadyForAChannel() throws IOException {
    Golden.check("report.md", ReportMarkdown.of(Logs.report(Logs.MIXED)));
  }

  @Test
  void whatIsInTheLogIsNoMarkup() {
    String text = ReportMarkdown.of(Logs.report(Hostile.LINES));
    boolean fenced = false;
    String fence = "";
    for (String line : text.lines().toList()) {
      if (!fenced && line.startsWith("```")) {
        fence = line;
        fenced = true;
      } else if (fenced) {
        fenced = !line.equals(fence);
      } else {
        assertThat(outsideCode(line)).doesNotContainPattern("(?<!\\\\)<").doesNotContain("](java");
      }
    }
    assertThat(fenced).isFalse();
    assertThat(text).doesNotContain("\u2028").doesNotContain("\u202e").doesNotContain("\u001b");
  }

  @Test
  void rowsOfATableHaveTheSameCells() {
    String text = ReportMarkdown.of(Logs.report(Hostile.LINES));
    List<String> rows = text.lines().filter(line -> line.startsWith("| ")).toList();
    assertThat(rows).hasSizeGreaterThan(3);
    assertThat(rows).allMatch(row -> row.replaceAll("\\\\.", "").split("\\|", -1).length == 11);
  }

  @Test
  void codeCannotBeLeft() {
    assertThat(Markdown.code("a`b")).isEqualTo("``a`b``");
    assertThat(Markdown.code("```")).isEqualTo("```` ``` ````");
    assertThat(Markdown.code("a\nb")).isEqualTo("`a\\nb`");
    assertThat(Markdown.code("  ")).isEqualTo("(empty)");
    assertThat(Markdown.cell("a|b\\|c")).isEqualTo("`a\\|b\\x5c\\|c`");
  }

  /** A line without its code spans. */
  private static String outsideCode(String line) {
    StringBuilder rest = new StringBuilder();
    int at = 0;
    while (at < line.length()) {
      int open = line.indexOf('`', at);
      if (open < 0) {
        return rest.append(line.substring(at)).toString();
      }
      int inside = open;
      while (inside < line.length() && line.charAt(inside) == '`') {
        inside++;
      }
      String fence = line.substring(open, inside);
      int close = line.indexOf(fence, inside);
      rest.append(line, at, open);
      at = close < 0 ? inside : close + fence.length();
    }
    return rest.toString();
  }
}
