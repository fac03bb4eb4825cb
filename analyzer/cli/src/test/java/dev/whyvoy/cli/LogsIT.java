package dev.whyvoy.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whyvoy.cli.Packaged.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The commands that read logs, as processes. */
class LogsIT {
  private static final String SAMPLE = "samples/dead-host.json";

  @TempDir Path folder;

  @Test
  void aFileWithoutACommandIsSummarised() {
    Outcome outcome = Packaged.whyvoy(SAMPLE).run();
    assertThat(outcome.code()).isZero();
    assertThat(outcome.err()).isEmpty();
    assertThat(outcome).isEqualTo(Packaged.whyvoy("summary", SAMPLE).run());
    assertThat(outcome.out()).isEqualTo(Packaged.shell("whyvoy < " + SAMPLE).run().out());
    assertThat(outcome.out()).isEqualTo(Packaged.shell("whyvoy - < " + SAMPLE).run().out());
    assertThat(outcome.out())
        .isEqualTo(Packaged.shell("gzip < " + SAMPLE + " | whyvoy").run().out());
    assertThat(outcome.out().lines().count()).isLessThanOrEqualTo(24);
  }

  @Test
  void threadsChangeNothing() {
    assertThat(Packaged.whyvoy("summary", "--threads", "1", "--all", SAMPLE).run())
        .isEqualTo(Packaged.whyvoy("summary", "--threads", "4", "--all", SAMPLE).run());
  }

  @Test
  void unreadableInputIsNamedAndTheRestIsRead() {
    Outcome outcome = Packaged.whyvoy("summary", "no-such.log", SAMPLE).run();
    assertThat(outcome.code()).isEqualTo(ExitCode.INPUT_UNREADABLE);
    assertThat(outcome.err()).isEqualTo("whyvoy: no-such.log: no such file\n");
    assertThat(outcome.out()).isEqualTo(Packaged.whyvoy(SAMPLE).run().out());
  }

  @ParameterizedTest
  @CsvSource({"error,1", "EV000,2", "EV410,0", "ev302,1"})
  void failOnSetsTheExitCode(String what, int code) {
    Outcome outcome = Packaged.whyvoy("summary", "--fail-on", what, SAMPLE).run();
    assertThat(outcome.code()).isEqualTo(code);
  }

  @Test
  void conditionsAndTimesFilter() {
    String all = Packaged.whyvoy("summary", SAMPLE).run().out();
    Outcome some = Packaged.whyvoy("summary", "--where", "response_flags=UT", SAMPLE).run();
    assertThat(some.out()).startsWith("6 requests, 6 failed (100.0 %)").contains("filtered out");
    Outcome none = Packaged.whyvoy("summary", "--until", "2026-01-01", SAMPLE).run();
    assertThat(none.out()).startsWith("0 requests").isNotEqualTo(all);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          sumary x                     | sumary: no such file or command; did you mean "summary"?
          UF,URX                       | UF,URX: no such file; to explain it: whyvoy explain UF,URX
          summary --top 0 x            | --top 0: not a number from 1 on
          summary --threads x x        | --threads x: not a number from 1 to 999
          summary --since noon x       | --since noon: not a time; write 2026-03-04,
          summary --where foo x        | no comparison in 'foo'
          summary --where foo=1 x      | no field 'foo'
          summary --format istio x     | --format istio: neither a known format nor a format string
          summary --format %PROTOCL% x | --format %PROTOCL%: column 1: there is no operator
          summary --fail-on bad x      | --fail-on bad: neither error, warning or info nor a diagnosis
          summary --output xml x       | --output xml: not one of text, json, csv
          report x                     | -o FILE is missing: where should the report go?
          report -o out.pdf x          | -o out.pdf: no report of this kind; supported are html, md, csv, json
          report -o out x              | -o out: no report of this kind
          report -o /nowhere/x.csv x   | /nowhere/x.csv: there is no folder /nowhere
          annotate --output text x     | --output text: not one of csv, ndjson
          """)
  void wrongUsageIsToldInOneLine(String arguments, String message) {
    Outcome outcome = Packaged.whyvoy(arguments.split(" ")).run();
    assertThat(outcome.err()).startsWith("whyvoy: ").contains(message).hasLineCount(1);
    assertThat(outcome.out()).isEmpty();
    assertThat(outcome.code()).isEqualTo(ExitCode.WRONG_USAGE);
  }

  @Test
  void aReportIsWholeOrAbsent() throws IOException {
    Path csv = folder.resolve("out.csv");
    Outcome outcome = Packaged.whyvoy("report", "-o", csv.toString(), SAMPLE).run();
    assertThat(outcome).isEqualTo(new Outcome(0, "", ""));
    assertThat(Files.readString(csv)).startsWith("diagnosis_code,diagnosis_slug,");
    assertThat(Packaged.whyvoy("summary", "--output", "csv", SAMPLE).run().out())
        .isEqualTo(Files.readString(csv));
    Path none = folder.resolve("none.csv");
    Outcome wrong = Packaged.whyvoy("report", "-o", none.toString(), "--top", "x").run();
    assertThat(wrong.code()).isEqualTo(ExitCode.WRONG_USAGE);
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files.toList()).isEqualTo(List.of(csv));
    }
  }

  @Test
  void aReportIsOneFileInWhateverFormat() throws IOException {
    Path html = folder.resolve("out.html");
    Path md = folder.resolve("out.md");
    Path json = folder.resolve("out.json");
    for (Path file : List.of(html, md, json)) {
      assertThat(Packaged.whyvoy("report", "-o", file.toString(), SAMPLE).run())
          .isEqualTo(new Outcome(0, "", ""));
    }
    assertThat(Files.readString(html)).startsWith("<!DOCTYPE html>").endsWith("</html>\n");
    assertThat(Files.size(html)).isLessThan(2_000_000);
    assertThat(Files.readString(html)).contains("samples/dead-host.json").contains("id=\"EV302\"");
    assertThat(Files.readString(md)).startsWith("# 57 of 217 requests failed");
    assertThat(Files.readString(json)).startsWith("{\"schema_version\":1,");
  }

  @Test
  void whatWasReadIsReportedWhenTheProgramIsToldToEnd() {
    Outcome outcome =
        Packaged.shell(
                "mkfifo \"$PIPE\"; { cat "
                    + SAMPLE
                    + "; sleep 60; } > \"$PIPE\" & writer=$!\n"
                    + "whyvoy < \"$PIPE\" & reader=$!\n"
                    + "sleep 4; kill -TERM $reader; wait $reader; code=$?; kill $writer; exit $code")
            .with("PIPE", folder.resolve("pipe").toString())
            .run();
    assertThat(outcome.code()).isEqualTo(143);
    assertThat(outcome.out()).isEqualTo(Packaged.whyvoy(SAMPLE).run().out());
    assertThat(outcome.err()).isEqualTo("whyvoy: interrupted; this is what was read so far\n");
  }

  @Test
  void foldersAndPatternsAreRead() {
    Outcome folder = Packaged.whyvoy("summary", "--output", "json", "samples").run();
    assertThat(folder.code()).isZero();
    assertThat(folder.err()).contains("skipped").contains("not named like logs");
    assertThat(Packaged.whyvoy("summary", "samples/dead-h*.json").run())
        .isEqualTo(Packaged.whyvoy("summary", SAMPLE).run());
  }

  @Test
  void theFormatsOfALogAreDetected() {
    Outcome mixed = Packaged.whyvoy("formats", "--detect", "samples/mixed-sidecar.log").run();
    assertThat(mixed.out())
        .contains("istio-text-1.23 (the same as istio-text-1.9)")
        .contains("application log line")
        .contains("because every column of the format string fits");
    assertThat(Packaged.whyvoy("formats", "--detect", SAMPLE).run().out())
        .contains("it has just the keys of the format");
  }

  @Test
  void aConfigurationAloneShowsItsFormats() throws IOException {
    Path config = folder.resolve("shown.yaml");
    Files.writeString(config, "accessLogFormat: \"%START_TIME% %RESPONSE_CODE% %RESPONSE_FLAGS%\"");
    Outcome shown = Packaged.whyvoy("formats", config.toString()).run();
    assertThat(shown.out())
        .startsWith("%START_TIME% %RESPONSE_CODE% %RESPONSE_FLAGS%\n")
        .contains("Columns   start_time response_code response_flags");
  }

  @Test
  void aPatternNeedsNoCommand() throws IOException {
    Files.writeString(folder.resolve("one.log"), "2026-03-04T09:00:00Z 503 UF\n");
    Outcome outcome = Packaged.whyvoy(folder + "/o*.log").run();
    assertThat(outcome.out()).startsWith("1 request, 1 failed");
    assertThat(Packaged.whyvoy(folder + "/none*.log").run().err()).contains("no such file");
  }

  @Test
  void anUnknownFormatIsAskedFor() throws IOException {
    Path log = folder.resolve("unknown.log");
    Files.writeString(log, "a|503|UF|svc\n".repeat(9));
    assertThat(Packaged.whyvoy("summary", log.toString()).run().out())
        .contains("to have them read: --format takes the format string of these lines");
  }

  @Test
  void aFormatIsReadFromConfiguration() throws IOException {
    Path config = folder.resolve("mesh.yaml");
    Files.writeString(config, "accessLogFormat: \"%START_TIME% %RESPONSE_CODE% %RESPONSE_FLAGS%\"");
    Path log = folder.resolve("own.log");
    Files.writeString(log, "2026-03-04T09:00:00Z 503 UF\n2026-03-04T09:00:01Z 200 -\n");
    Outcome outcome =
        Packaged.whyvoy("summary", "--format", config.toString(), log.toString()).run();
    assertThat(outcome.out()).startsWith("2 requests, 1 failed (50.0 %)");
    Files.writeString(config, "a:\n  accessLogFormat: \"%START_TIME% %RESPONSE_CDE% %PATH%\"");
    Outcome wrong = Packaged.whyvoy("summary", "--format", config.toString(), log.toString()).run();
    assertThat(wrong.code()).isEqualTo(ExitCode.WRONG_USAGE);
    assertThat(wrong.err()).contains("mesh.yaml:2: column 14: ").contains("RESPONSE_CODE");
  }

  @Test
  void aFormatCanBeTriedOnLines() {
    Outcome fits = Packaged.whyvoy("formats", "istio-text-1.23", "samples/istio-rollout.log").run();
    assertThat(fits.out()).contains("access record").doesNotContain("Misfit");
    Outcome misfit =
        Packaged.whyvoy("formats", "%PROTOCOL% %METHOD%", "samples/istio-rollout.log").run();
    assertThat(misfit.out()).contains("Misfit    line 1: [2026-03-04T09:00:00");
  }
}
