package dev.whyvoy.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.whyvoy.core.explain.Explainer;
import dev.whyvoy.core.fact.Facts;
import dev.whyvoy.core.knowledge.EnvoyVersion;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.csv.CSVPrinter;

/** Outputs are inert for any bytes in a log. */
class ReportFuzzTest {
  private static final int LONGEST = 2000;
  private static final Explainer EXPLAINER = new Explainer(Logs.KNOWLEDGE, EnvoyVersion.RELEASED);

  /** Single values. */
  @FuzzTest
  void value(byte[] bytes) throws IOException {
    String text = text(bytes);
    for (boolean unicode : new boolean[] {true, false}) {
      Inert.visible(Visible.lines(text, unicode));
      assertThat(Visible.line(text, unicode)).doesNotContain("\n");
    }
    Inert.visible(Html.show(text, 80));
    StringWriter csv = new StringWriter();
    try (CSVPrinter printer = Csv.printer(csv)) {
      printer.printRecord("a", Csv.cell(text), "b");
    }
    Inert.csv(csv.toString(), 3);
    Inert.json(Json.line(json -> json.writeStringField("a", text)));
    Inert.markdown(Markdown.code(text));
    Inert.markdown(Markdown.plain(text));
    Inert.markdown(ExplanationMarkdown.prose(text));
    Inert.markdown(ExplanationMarkdown.fenced(text));
    assertThat(("a" + Markdown.cell(text)).replaceAll("\\\\.", "")).doesNotContain("|");
  }

  @FuzzTest
  void explanation(byte[] bytes) throws IOException {
    PayloadsTest.explanation(EXPLAINER.explain(text(bytes), Facts.NONE));
  }

  @FuzzTest
  void report(byte[] bytes) throws IOException {
    List<String> lines = text(bytes).lines().limit(20).toList();
    PayloadsTest.report(lines.toArray(new String[0]));
    for (String line : lines) {
      PayloadsTest.annotation(line, "access.log");
    }
  }

  private static String text(byte[] bytes) {
    return new String(
        Arrays.copyOf(bytes, Math.min(bytes.length, LONGEST)), StandardCharsets.UTF_8);
  }
}
