package dev.whyvoy.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whyvoy.cli.Packaged.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tables that are annotated keep what is in them. */
class AnnotateIT {
  private static final String TABLE =
      """
      start_time,method,path,response_code,response_flags,upstream_cluster,Note,source
      2026-03-04T09:00:00Z,GET,/a,503,UF,b,"two
      lines, ""quoted""\",x
      2026-03-04T09:00:01Z,GET,/b,200,-,b,=1+1
      no record

      2026-03-04T09:00:02Z,POST,/c,504,UT,b,\u65e5\u672c,hi,more,and more
      """;

  @TempDir Path folder;

  private static List<CSVRecord> rows(String csv) throws IOException {
    try (CSVParser parser = CSVParser.parse(csv, CSVFormat.RFC4180)) {
      return parser.getRecords();
    }
  }

  private String file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text).toString();
  }

  @Test
  void everyRowKeepsItsCells() throws IOException {
    Outcome outcome = Packaged.whyvoy("annotate", file("a.csv", TABLE)).run();
    assertThat(outcome.code()).isZero();
    assertThat(outcome.err()).isEmpty();
    List<CSVRecord> rows = rows(outcome.out());
    List<CSVRecord> original = rows(TABLE);
    assertThat(rows).hasSize(5).allMatch(row -> row.size() == rows.get(0).size());
    assertThat(rows.get(0).toList())
        .startsWith(original.get(0).toList().toArray(String[]::new))
        .contains("more_cells", "whyvoy_source", "line", "diagnosis_code");
    int codes = rows.get(0).toList().indexOf("diagnosis_code");
    assertThat(rows.get(1).toList()).startsWith(original.get(1).toList().toArray(String[]::new));
    assertThat(rows.get(1).get(codes)).isEqualTo("EV300");
    assertThat(rows.get(2).get(6)).isEqualTo("'=1+1");
    assertThat(rows.get(2).get(codes)).isEmpty();
    assertThat(rows.get(3).toList()).startsWith("no record", "", "");
    assertThat(rows.get(4).toList()).contains("\u65e5\u672c", "hi", "more;and more", "EV600");
  }

  @Test
  void tabsAndStandardInputAreNoDifferent() throws IOException {
    String plain = TABLE.replace("lines, ", "lines ");
    String commas = Packaged.whyvoy("annotate").input(plain).run().out();
    String tabs = Packaged.whyvoy("annotate").input(plain.replace(',', '\t')).run().out();
    assertThat(tabs).isEqualTo(commas).contains(",-,1,EV300,");
  }

  @Test
  void filtersChooseRows() throws IOException {
    String table = file("a.csv", TABLE);
    assertThat(rows(Packaged.whyvoy("annotate", "--failed", table).run().out())).hasSize(3);
    assertThat(rows(Packaged.whyvoy("annotate", "--where", "path=/b", table).run().out()))
        .hasSize(2);
  }

  @Test
  void tablesWithTheSameColumnsGoTogether() throws IOException {
    String one = file("1.csv", TABLE);
    String two = file("2.csv", TABLE);
    Outcome both = Packaged.whyvoy("annotate", one, two).run();
    assertThat(rows(both.out())).hasSize(9).allMatch(row -> row.size() == 20);
    Outcome mixed = Packaged.whyvoy("annotate", one, "samples/dead-host.json").run();
    assertThat(mixed.out()).startsWith("source,line,start_time,");
    assertThat(mixed.err()).contains("not all inputs have the same columns").hasLineCount(1);
  }

  @Test
  void aHeaderAloneIsKept() {
    String header = "method,path,response_code,response_flags\n";
    assertThat(Packaged.whyvoy("annotate").input(header).run().out())
        .startsWith("method,path,response_code,response_flags,more_cells,source,line,")
        .hasLineCount(1);
    assertThat(Packaged.whyvoy("annotate").run().out()).startsWith("source,line,").hasLineCount(1);
  }

  @Test
  void objectsHoldTheRow() throws IOException {
    Outcome outcome = Packaged.whyvoy("annotate", "--output", "ndjson", file("a.csv", TABLE)).run();
    assertThat(outcome.out().lines())
        .hasSize(4)
        .allMatch(line -> line.startsWith("{\"schema_version\":1,\"line\":"))
        .last()
        .asString()
        .contains("\"Note\":\"\u65e5\u672c\",\"source\":\"hi\",\"column_9\":\"more\"");
  }

  @Test
  void whatIsHiddenIsHiddenInTheColumnsToo() throws IOException {
    String table =
        "start_time,method,path,response_code,response_flags,User Agent,client\n"
            + "2026-03-04T09:00:00Z,GET,/a?token=s3cret-s3cret,503,UF,MyAgent/7,203.0.113.77:51\n";
    for (String output : List.of("csv", "ndjson")) {
      assertThat(
              Packaged.whyvoy("annotate", "--redact", "--output", output, file("b.csv", table))
                  .run()
                  .out())
          .contains("EV300")
          .doesNotContain("s3cret", "MyAgent", "203.0.113.77");
    }
  }
}
