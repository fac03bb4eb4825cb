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
    Inert.markdown(text);
  }

  @Test
  void rowsOfATableHaveTheSameCells() {
    String text = ReportMarkdown.of(Logs.report(Hostile.LINES));
    List<String> rows = Inert.rows(text);
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
}
