package dev.whyvoy.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.whyvoy.core.knowledge.EnvoyVersion;
import dev.whyvoy.core.knowledge.Knowledge;
import dev.whyvoy.core.record.Bytes;
import dev.whyvoy.core.record.LineReader;
import dev.whyvoy.core.summary.LogScan;
import dev.whyvoy.core.summary.Recorder;
import dev.whyvoy.report.Comparison.Basis;
import dev.whyvoy.report.Comparison.Change;
import dev.whyvoy.report.Comparison.Kind;
import dev.whyvoy.report.Comparison.Verdict;
import java.io.IOException;
import java.io.StringWriter;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class ComparisonTest {
  private static final Knowledge KNOWLEDGE = Knowledge.load();

  /** A log under construction: a request a second from a start. */
  static final class Log {
    private final Recorder recorder = new Recorder(LogScan.Options.of(List.of()));
    private int second;

    /** {@code n} times: some successes, then what {@code failure} adds. */
    Log spread(int n, int ok, java.util.function.Consumer<Log> failure) {
      for (int i = 0; i < n; i++) {
        ok(ok, "192.0.2.1:80");
        failure.accept(this);
      }
      return this;
    }

    Log ok(int n, String host) {
      return add(n, "200", "-", "via_upstream", host);
    }

    Log refused(int n, String host) {
      return add(
          n,
          "503",
          "UF",
          "upstream_reset_before_response_started{remote_connection_failure|delayed_connect_error:_111}",
          host);
    }

    Log timeout(int n, String host) {
      return add(n, "504", "UT", "response_timeout", host);
    }

    private Log add(int n, String code, String flags, String details, String host) {
      for (int i = 0; i < n; i++) {
        String line =
            String.format(
                "[2026-03-04T09:%02d:%02d.000Z] \"GET /a HTTP/1.1\" %s %s %s - \"-\" 0 91 7 - \"-\""
                    + " \"x\" \"id%d\" \"b\" \"%s\" %s 192.0.2.2:1 192.0.2.3:2 192.0.2.4:3 -"
                    + " default",
                second / 60 % 60,
                second % 60,
                code,
                flags,
                details,
                second++,
                host,
                "outbound|80||b");
        byte[] bytes = Bytes.padded(line);
        recorder.add(bytes, 0, bytes.length - Bytes.PADDING);
      }
      return this;
    }

    SummaryView view() {
      return SummaryView.of(recorder.summary(), KNOWLEDGE, EnvoyVersion.RELEASED, LineReader::new);
    }
  }

  private static Change diagnosis(Comparison comparison, String code) {
    return comparison.of(Kind.DIAGNOSIS).stream()
        .filter(change -> change.name().equals(code))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void whatCameAndWhatWentIsTold() {
    Comparison comparison =
        Comparison.of(
            new Log().ok(500, "192.0.2.1:80").timeout(40, "192.0.2.1:80").view(),
            new Log().ok(500, "192.0.2.1:80").refused(50, "192.0.2.2:80").view());
    assertThat(diagnosis(comparison, "EV301").verdict()).isEqualTo(Verdict.NEW);
    assertThat(comparison.of(Kind.DIAGNOSIS).get(0).name()).isEqualTo("EV301");
    assertThat(comparison.of(Kind.DIAGNOSIS))
        .extracting(Change::verdict)
        .containsExactly(Verdict.NEW, Verdict.GONE);
    assertThat(comparison.total().verdict()).isEqualTo(Verdict.SAME);
    assertThat(comparison.of(Kind.HOST))
        .extracting(Change::name, Change::verdict)
        .contains(org.assertj.core.groups.Tuple.tuple("192.0.2.2:80", Verdict.NEW));
  }

  @Test
  void moreTrafficIsNotMoreTrouble() {
    Comparison comparison =
        Comparison.of(
            new Log().ok(500, "192.0.2.1:80").refused(25, "192.0.2.1:80").view(),
            new Log().ok(3000, "192.0.2.1:80").refused(150, "192.0.2.1:80").view());
    assertThat(diagnosis(comparison, "EV301").verdict()).isEqualTo(Verdict.SAME);
    assertThat(comparison.total().verdict()).isEqualTo(Verdict.SAME);
  }

  @Test
  void whatNoiseExplainsIsNotCalledWorse() {
    Comparison comparison =
        Comparison.of(
            new Log().spread(5, 100, log -> log.refused(1, "192.0.2.1:80")).view(),
            new Log().ok(500, "192.0.2.1:80").refused(9, "192.0.2.1:80").timeout(1, "x:1").view());
    assertThat(comparison.changes()).extracting(Change::verdict).containsOnly(Verdict.SAME);
    assertThat(diagnosis(comparison, "EV301").chance()).isBetween(0.1, 0.5);
  }

  @Test
  void burstsThatWereUsualBeforeAreNoNews() {
    Log bursts = new Log();
    Log more = new Log();
    for (int i = 0; i < 10; i++) {
      bursts.ok(200, "192.0.2.1:80").refused(i % 3 == 0 ? 30 : 0, "192.0.2.1:80");
      more.ok(200, "192.0.2.1:80").refused(i % 2 == 0 ? 30 : 0, "192.0.2.1:80");
    }
    Comparison comparison = Comparison.of(bursts.view(), more.view());
    assertThat(diagnosis(comparison, "EV301").verdict()).isEqualTo(Verdict.SAME);
  }

  @Test
  void worseAndBetterHaveAFactor() {
    SummaryView few = new Log().spread(10, 90, log -> log.refused(1, "192.0.2.1:80")).view();
    SummaryView many = new Log().spread(100, 9, log -> log.refused(1, "192.0.2.1:80")).view();
    Change worse = diagnosis(Comparison.of(few, many), "EV301");
    assertThat(worse.verdict()).isEqualTo(Verdict.WORSE);
    assertThat(worse.factor().orElseThrow()).isBetween(8.9, 9.2);
    assertThat(diagnosis(Comparison.of(many, few), "EV301").verdict()).isEqualTo(Verdict.BETTER);
  }

  @Test
  void failuresAloneAreComparedByTheMinute() {
    Comparison comparison =
        Comparison.of(
            new Log().refused(600, "192.0.2.1:80").view(),
            new Log().refused(60, "192.0.2.1:80").view());
    assertThat(comparison.basis()).isEqualTo(Basis.MINUTES);
    assertThat(diagnosis(comparison, "EV301").verdict()).isEqualTo(Verdict.SAME);
  }

  /** A comparison with something new and something better. */
  static ComparisonView mixed() {
    return view(
        new Log().spread(40, 12, log -> log.timeout(1, "192.0.2.1:80")).view(),
        new Log()
            .ok(500, "192.0.2.1:80")
            .timeout(4, "192.0.2.1:80")
            .refused(50, "192.0.2.2:80")
            .view());
  }

  static ComparisonView view(SummaryView before, SummaryView after) {
    return ComparisonView.of(
        Comparison.of(before, after), origin("before.log"), origin("after.log"), after);
  }

  private static Origin origin(String input) {
    return new Origin(
        List.of(input),
        1234,
        List.of(),
        List.of(),
        "1.2.3",
        "1.38",
        Instant.parse("2026-03-05T10:00:00Z"));
  }

  @Test
  void pagesTellAllOfIt() throws IOException {
    Golden.check("comparison.md", ComparisonMarkdown.of(mixed()));
    String page = ComparisonHtml.of(mixed());
    Golden.check("comparison.html", ReportHtmlTest.withoutAssets(page));
    assertThat(page).doesNotContain("uPlot");
  }

  @Test
  void manyPlacesLeaveAPageSmall() {
    Log log = new Log();
    for (int host = 0; host < 900; host++) {
      log.ok(2, "h" + host + ":80").refused(1, "<b>" + "&\u4e16".repeat(60) + host + ":80");
    }
    ComparisonView view = view(log.view(), log.view());
    String page = ComparisonHtml.of(view);
    assertThat(page.length()).isLessThan(1_000_000);
    assertThat(page).contains(" more left out here, of those that changed least");
    assertThat(ComparisonMarkdown.of(view)).contains(" more left out; the JSON and CSV");
  }

  @Test
  void everyFormatSaysTheSame() throws IOException {
    Comparison comparison = mixed().comparison();
    for (int width : new int[] {80, 120}) {
      String text = new ComparisonText(new Page(width, false, true)).of(comparison, false);
      Golden.check("comparison." + width + ".txt", text);
      assertThat(text.lines()).allMatch(line -> Columns.of(line) <= width);
    }
    StringWriter csv = new StringWriter();
    ComparisonCsv.write(comparison, csv);
    Golden.check("comparison.csv", csv.toString());
    JsonNode json = new ObjectMapper().readTree(ComparisonJson.of(comparison));
    assertThat(json.get("changes").get(0).get("verdict").asText()).isEqualTo("new");
    assertThat(json.get("changes")).hasSize(comparison.changes().size());
    assertThat(json.get("total").get("before").get("count").asLong()).isEqualTo(40);
  }

  @Test
  void anEmptySideIsSaid() {
    SummaryView some = new Log().ok(5, "192.0.2.1:80").view();
    String text =
        new ComparisonText(new Page(80, false, true))
            .of(Comparison.of(new Log().view(), some), false);
    assertThat(text).contains("nothing to compare with");
    ComparisonView view = view(new Log().view(), some);
    assertThat(ComparisonHtml.of(view)).contains("nothing to compare with");
    assertThat(ComparisonMarkdown.of(view)).startsWith("# There is nothing to compare with");
  }
}
