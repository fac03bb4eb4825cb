package dev.whyvoy.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whyvoy.core.record.Field;
import dev.whyvoy.core.record.LineKind;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class AnnotationCsvTest {
  private static final List<String> TABLE = List.of("Status", "Level", "path", "path", "@note");

  private static AnnotatedLine line(String... cells) {
    return new AnnotatedLine(
        "a.csv",
        7,
        LineKind.ACCESS,
        "the line",
        List.of(cells),
        Map.of(Field.RESPONSE_CODE, "503"),
        Made.explanation().findings().get(0));
  }

  private static List<String> cells(String csv) throws IOException {
    try (CSVParser rows = CSVParser.parse(csv, CSVFormat.RFC4180)) {
      return rows.getRecords().get(0).toList();
    }
  }

  @Test
  void aTableKeepsItsColumnsAndOursComeBehindThem() throws IOException {
    AnnotationCsv csv = new AnnotationCsv(TABLE);
    assertThat(cells(csv.header()))
        .isEqualTo(csv.columns())
        .startsWith("Status", "Level", "path", "path", "@note", "more_cells", "source", "line")
        .contains("diagnosis_code", "whyvoy_level", "cause_title")
        .doesNotContain("response_code", "level");
    List<String> row = cells(csv.of(line("503", " x ", "a\r\nb", "\"q\",", "\u65e5\t")));
    assertThat(row)
        .hasSameSizeAs(csv.columns())
        .startsWith("503", " x ", "a\r\nb", "\"q\",", "\u65e5\t", "", "a.csv", "7", "EV301");
  }

  @Test
  void raggedRowsStayInTheirColumns() throws IOException {
    AnnotationCsv csv = new AnnotationCsv(TABLE);
    assertThat(cells(csv.of(line("503"))))
        .hasSameSizeAs(csv.columns())
        .startsWith("503", "", "", "", "", "", "a.csv");
    assertThat(cells(csv.of(line("1", "2", "3", "4", "5", "6", "7"))))
        .hasSameSizeAs(csv.columns())
        .startsWith("1", "2", "3", "4", "5", "6;7", "a.csv");
  }

  @Test
  void aTableOfWholeLinesGetsTheirFields() throws IOException {
    AnnotationCsv csv = new AnnotationCsv(List.of("ts", "message"));
    assertThat(csv.columns())
        .startsWith("ts", "message", "more_cells", "source", "line", "start_time")
        .endsWith(
            AnnotationCsv.COLUMNS.subList(2, AnnotationCsv.COLUMNS.size()).toArray(String[]::new));
    assertThat(cells(csv.of(line("1", "the line"))).get(csv.columns().indexOf("response_code")))
        .isEqualTo("503");
  }

  @Test
  void whoRedactsKnowsTheFieldsBehindTheNames() {
    assertThat(new AnnotationCsv(List.of("User Agent", "note")).fields())
        .startsWith("user_agent", "note");
  }

  static List<String> payloads() {
    return Hostile.VALUES;
  }

  @ParameterizedTest
  @MethodSource("payloads")
  void noCellActs(String payload) throws IOException {
    AnnotationCsv csv = new AnnotationCsv(List.of("path", "status", "method"));
    AnnotatedLine line = line(payload, payload, payload, payload);
    Inert.csv(csv.of(line), csv.columns().size());
    Inert.json(AnnotationJson.of(line, csv.columns().subList(0, 3)));
  }
}
