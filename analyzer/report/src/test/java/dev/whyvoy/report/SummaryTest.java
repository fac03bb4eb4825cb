package dev.whyvoy.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.whyvoy.core.knowledge.Level;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;

class SummaryTest {
  @Test
  void failuresAreCountedByDiagnosisAndPlace() throws IOException {
    SummaryView view = Logs.summary(Logs.MIXED);
    String text = new SummaryText(new Page(80, false, true)).all(view);
    Golden.check("summary.txt", text);
    assertThat(text.lines()).allMatch(line -> Columns.of(line) <= 80);
    assertThat(view.atLeast(Level.ERROR)).isEqualTo(3);
    assertThat(view.with("EV520")).isEqualTo(2);
    assertThat(view.with("No-Healthy-Upstream")).isEqualTo(2);
    assertThat(view.with("EV999")).isZero();
  }

  @Test
  void aScreenfulFitsAndSaysWhatIsMissing() {
    SummaryView view = Logs.summary(Logs.MIXED);
    SummaryText text = new SummaryText(new Page(80, false, true));
    assertThat(text.screenful(view, 12).lines().count()).isLessThan(12);
    assertThat(text.screenful(view, 12)).contains("and 1 more outcome with 1 request (--all)");
    assertThat(text.screenful(view, 3)).contains("EV520");
    assertThat(text.screenful(view, 60)).contains("EV520", "EV60");
  }

  @Test
  void screensOfEveryWidth() throws IOException {
    SummaryView view = Logs.summary(Logs.outage());
    for (int width : new int[] {60, 80, 120, 200}) {
      String text = new SummaryText(new Page(width, false, true)).screenful(view, 24);
      Golden.check("screen." + width + ".txt", text);
      assertThat(text.lines()).allMatch(line -> Columns.of(line) <= width).hasSizeLessThan(24);
      String all = new SummaryText(new Page(width, false, true)).all(view);
      assertThat(all.lines()).allMatch(line -> Columns.of(line) <= width);
    }
  }

  @Test
  void wideNamesStayInTheirColumns() {
    String wide = "\u8ba2\u5355\ud83d\uded2".repeat(12);
    List<String> lines = new ArrayList<>(List.of(Logs.outage()));
    for (int second = 0; second < 300; second++) {
      lines.add(Logs.line(second, "503", "UH", "no_healthy_upstream", wide, "-", "/" + wide, "x"));
    }
    SummaryView view = Logs.summary(lines.toArray(new String[0]));
    for (int width : new int[] {80, 120, 200}) {
      SummaryText text = new SummaryText(new Page(width, false, true));
      assertThat(text.all(view)).contains("\u8ba2\u5355");
      assertThat(text.all(view).lines()).allMatch(line -> Columns.of(line) <= width);
      assertThat(text.screenful(view, 24).lines()).allMatch(line -> Columns.of(line) <= width);
    }
  }

  @Test
  void csvHasARowForEachKindOfFailureAtEachCluster() throws IOException {
    List<CSVRecord> rows = csv(Logs.summary(Logs.MIXED));
    assertThat(rows).hasSize(3);
    assertThat(rows.get(0).toMap().keySet()).containsExactlyElementsOf(SummaryCsv.COLUMNS);
    assertThat(rows).extracting(row -> row.get("upstream_cluster")).contains("outbound|80||c");
    assertThat(rows).extracting(row -> row.get("share")).containsOnly("0.3333");
    assertThat(rows).extracting(row -> row.get("first_seen")).contains("2026-03-04T09:00:09Z");
  }

  @Test
  void noCellStartsAFormula() throws IOException {
    for (String evil : new String[] {"=1+1", "+1", "-1", "@SUM(A1)", "=cmd|'/c calc'!A1"}) {
      List<CSVRecord> rows =
          csv(
              Logs.summary(
                  Logs.line(1, "503", "UH", "no_healthy_upstream", evil.replace(' ', '_'), evil)));
      assertThat(rows).hasSize(1);
      for (String cell : rows.get(0)) {
        assertThat(cell).doesNotStartWith("=").doesNotStartWith("+").doesNotStartWith("@");
        assertThat(cell).doesNotMatch("-.+");
      }
    }
    assertThat(Csv.cell("-")).isEqualTo("-");
    assertThat(Csv.cell("\t=1")).isEqualTo("'\t=1");
  }

  @Test
  void jsonHoldsTheSame() throws IOException {
    JsonNode object = new ObjectMapper().readTree(SummaryJson.of(Logs.summary(Logs.MIXED)));
    assertThat(object.get("requests").asLong()).isEqualTo(4);
    assertThat(object.get("failed").asLong()).isEqualTo(3);
    assertThat(object.get("lines").asLong()).isEqualTo(5);
    JsonNode first = object.get("outcomes").get(0);
    assertThat(first.get("diagnosis").get("code").asText()).isEqualTo("EV520");
    assertThat(first.get("count").asLong()).isEqualTo(2);
    assertThat(first.get("upstream_clusters")).hasSize(2);
    assertThat(object.get("not_understood").get(0).get("samples").get(0).asText())
        .startsWith("no line of Envoy");
  }

  @Test
  void anEmptyLogIsNoMistake() throws IOException {
    assertThat(new SummaryText(new Page(80, false, true)).screenful(Logs.summary(), 24))
        .isEqualTo("0 requests, 0 failed\n");
    assertThat(csv(Logs.summary())).isEmpty();
  }

  private static List<CSVRecord> csv(SummaryView view) throws IOException {
    StringWriter text = new StringWriter();
    SummaryCsv.write(view, text);
    CSVFormat format = CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();
    try (CSVParser parser = CSVParser.parse(new StringReader(text.toString()), format)) {
      return parser.getRecords();
    }
  }
}
