package dev.whyvoy.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whyvoy.core.diagnose.Diagnoser;
import dev.whyvoy.core.diagnose.Explanation;
import dev.whyvoy.core.diagnose.Finding;
import dev.whyvoy.core.explain.Explainer;
import dev.whyvoy.core.explain.RecordFacts;
import dev.whyvoy.core.fact.Facts;
import dev.whyvoy.core.knowledge.EnvoyVersion;
import dev.whyvoy.core.record.Bytes;
import dev.whyvoy.core.record.Field;
import dev.whyvoy.core.record.LineKind;
import dev.whyvoy.core.record.LineReader;
import java.io.IOException;
import java.io.StringWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every payload through every output. */
class PayloadsTest {
  private static final Explainer EXPLAINER = new Explainer(Logs.KNOWLEDGE, EnvoyVersion.RELEASED);
  private static final List<Page> PAGES =
      List.of(new Page(80, false, true), new Page(80, false, false), new Page(120, false, true));

  static List<String> payloads() {
    return Hostile.VALUES;
  }

  @ParameterizedTest
  @MethodSource("payloads")
  void explanations(String payload) throws IOException {
    for (String paste :
        List.of(
            payload,
            "upstream_reset_before_response_started{" + payload + "}",
            "503 UF " + payload,
            "upstream connect error or disconnect/reset before headers. reset reason: "
                + payload
                + ", transport failure reason: "
                + payload,
            Hostile.lines(payload).get(0),
            Hostile.lines(payload).get(1))) {
      explanation(EXPLAINER.explain(paste, Facts.NONE));
    }
  }

  static void explanation(Explanation explanation) throws IOException {
    for (Page page : PAGES) {
      ExplanationText text = new ExplanationText(page, Logs.KNOWLEDGE, true);
      Inert.terminal(text.full(explanation));
      Inert.terminal(text.brief(explanation));
      Inert.terminal(text.ranking(explanation));
    }
    Inert.json(new ExplanationJson(Logs.KNOWLEDGE).of(explanation));
    Inert.markdown(new ExplanationMarkdown(Logs.KNOWLEDGE).of(explanation));
  }

  @ParameterizedTest
  @MethodSource("payloads")
  void reports(String payload) throws IOException {
    report(Hostile.lines(payload).toArray(new String[0]));
  }

  static void report(String... lines) throws IOException {
    ReportView report = Logs.report(lines);
    SummaryView view = report.summary();
    for (Page page : PAGES) {
      SummaryText text = new SummaryText(page);
      Inert.terminal(text.all(view));
      Inert.terminal(text.screenful(view, 24));
    }
    StringWriter csv = new StringWriter();
    SummaryCsv.write(view, csv);
    Inert.csv(csv.toString(), SummaryCsv.COLUMNS.size());
    Inert.json(SummaryJson.of(view));
    Inert.json(ReportJson.of(report));
    Inert.html(ReportHtml.of(report));
    String markdown = ReportMarkdown.of(report);
    Inert.markdown(markdown);
    assertThat(Inert.rows(markdown))
        .allMatch(row -> row.replaceAll("\\\\.", "").split("\\|", -1).length == 11);
  }

  @ParameterizedTest
  @MethodSource("payloads")
  void annotations(String payload) throws IOException {
    for (String line : Hostile.lines(payload)) {
      annotation(line, payload);
    }
  }

  static void annotation(String line, String source) throws IOException {
    LineReader reader = new LineReader();
    byte[] bytes = Bytes.padded(line);
    LineKind kind = reader.read(bytes, 0, bytes.length - Bytes.PADDING);
    Map<Field, String> fields = kind == LineKind.ACCESS ? reader.record().fields() : Map.of();
    Map<String, String> named = new LinkedHashMap<>();
    fields.forEach((field, text) -> named.put(field.fact(), text));
    List<Finding> findings =
        new Diagnoser(Logs.KNOWLEDGE, EnvoyVersion.RELEASED)
            .diagnose(new RecordFacts(Logs.KNOWLEDGE).of(named));
    AnnotatedLine annotated =
        new AnnotatedLine(
            source, 1, kind, line, List.of(), fields, findings.isEmpty() ? null : findings.get(0));
    Inert.csv(new AnnotationCsv(List.of()).of(annotated), AnnotationCsv.COLUMNS.size());
    Inert.json(AnnotationJson.of(annotated));
  }
}
