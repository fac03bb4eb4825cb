package dev.whyvoy.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whyvoy.cli.Packaged.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Comparing logs and windows of time. */
class CompareIT {
  private static final String SAMPLE = "samples/istio-rollout.log";

  @Test
  void aWindowOfTheSameLogIsComparedWithWhatFollows() {
    Outcome outcome =
        Packaged.whyvoy("summary", "--compare", "2026-03-04T09:00/09:05", SAMPLE).run();
    assertThat(outcome.code()).isZero();
    assertThat(outcome.err()).isEmpty();
    assertThat(outcome.out())
        .startsWith("before    2026-03-04 09:00:00 to 09:04:59 UTC, 211 requests")
        .contains("new       EV520 no-healthy-upstream");
  }

  @Test
  void theWindowBeforeIsAsLong() {
    Outcome outcome =
        Packaged.whyvoy(
                "summary",
                "--compare",
                "previous",
                "--since",
                "2026-03-04T09:04",
                "--until",
                "2026-03-04T09:08",
                "--output",
                "json",
                SAMPLE)
            .run();
    assertThat(outcome.out())
        .contains("\"first\":\"2026-03-04T09:00:0", "\"last\":\"2026-03-04T09:03:5");
    Outcome earlier =
        Packaged.whyvoy(
                "summary",
                "--compare",
                "4m",
                "--since",
                "2026-03-04T09:04",
                "--until",
                "2026-03-04T09:08",
                "--output",
                "json",
                SAMPLE)
            .run();
    assertThat(earlier.out()).isEqualTo(outcome.out());
  }

  @Test
  void aLogIsNoDifferentFromItself() {
    Outcome outcome =
        Packaged.whyvoy("report", "-o", "-", "--output", "csv", "--compare", SAMPLE, SAMPLE).run();
    assertThat(outcome.out()).startsWith("kind,name,title,verdict,").contains("EV301", ",same,");
    assertThat(outcome.out()).doesNotContain(",new,", ",worse,", ",better,", ",gone,");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          summary --compare nix x                | --compare nix: no such file, and no window of time
          summary --compare previous x           | --since is missing
          summary --compare 2026-03-04T09:05/09:00 x | ends before it starts
          summary --compare 2026-03-04T09:00/09:05 - | standard input can be read only once
          """)
  void whatCannotBeComparedIsSaid(String arguments, String message) {
    Outcome outcome = Packaged.whyvoy(arguments.split(" ")).run();
    assertThat(outcome.err()).startsWith("whyvoy: ").contains(message).hasLineCount(1);
    assertThat(outcome.code()).isEqualTo(ExitCode.WRONG_USAGE);
  }
}
