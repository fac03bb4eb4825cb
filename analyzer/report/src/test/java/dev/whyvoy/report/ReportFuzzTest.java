package dev.whyvoy.report;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.whyvoy.core.explain.Explainer;
import dev.whyvoy.core.fact.Facts;
import dev.whyvoy.core.knowledge.EnvoyVersion;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVPrinter;

/** Outputs are inert for any bytes in a log. */
class ReportFuzzTest {
  private static final int LONGEST = 2000;
  private static final Explainer EXPLAINER = new Explainer(Logs.KNOWLEDGE, EnvoyVersion.RELEASED);

  /** Whether each input is tried in one way only, which its last byte picks; builds try all. */
  private static final boolean ONE_WAY = Boolean.getBoolean("whyvoy.fuzz");

  private static final Pattern ESCAPED = Pattern.compile("\\\\.");

  /** Ways in which a single value is written. */
  private static final int WAYS = 8;

  /** Single values. */
  @FuzzTest
  void value(byte[] bytes) throws IOException {
    String text = text(bytes);
    if (ONE_WAY) {
      value(text, bytes.length == 0 ? 0 : (bytes[bytes.length - 1] & 0xff) % WAYS);
      return;
    }
    for (int way = 0; way < WAYS; way++) {
      value(text, way);
    }
  }

  private static void value(String text, int way) throws IOException {
    switch (way) {
      case 0 -> {
        for (boolean unicode : new boolean[] {true, false}) {
          Inert.visible(Visible.lines(text, unicode));
          assertTrue(Visible.line(text, unicode).indexOf('\n') < 0, text);
        }
      }
      case 1 -> Inert.visible(Html.show(text, 80));
      case 2 -> {
        StringWriter csv = new StringWriter();
        try (CSVPrinter printer = Csv.printer(csv)) {
          printer.printRecord("a", Csv.cell(text), "b");
        }
        Inert.csv(csv.toString(), 3);
      }
      case 3 -> Inert.json(Json.line(json -> json.writeStringField("a", text)));
      case 4 -> Inert.markdown(Markdown.code(text));
      case 5 -> {
        Inert.markdown(Markdown.plain(text));
        Inert.markdown(ExplanationMarkdown.prose(text));
      }
      case 6 -> Inert.markdown(ExplanationMarkdown.fenced(text));
      default -> {
        String cell = ESCAPED.matcher("a" + Markdown.cell(text)).replaceAll("");
        assertTrue(cell.indexOf('|') < 0, text);
      }
    }
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
