package dev.whyvoy.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whyvoy.cli.Packaged.Outcome;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What the program says about itself and about wrong usage. */
class UsageIT {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          explain --outptu json x     | --outptu: no such option; did you mean "--output"?
          explain --output yaml x     | --output yaml: not one of text, json, md
          explain --output            | Missing required parameter for option '--output'
          explain --color blue x      | --color blue: not one of auto, always, never
          explain --given x EV301     | --given x: not of the form FACT=VALUE
          explain --given frequenzy=burst EV301 | there is no fact frequenzy
          explain --given frequency=brust EV301 | brust is not one of every-request, intermittent, burst; did you mean "burst"?
          explain --envoy-version 2.0 x | not a known release; known are 1.22 (and before) to 1.39-dev
          explain -0 x                | -0 is about standard input
          explain                     | nothing to explain: standard input is empty
          help explian                | explian: no such command; did you mean "explain"?
          knowledge check             | expected: whyvoy knowledge check DIR
          knowledge check /nowhere    | /nowhere: not a folder
          catalog qqqq-no-such-thing  | nothing in the catalog holds "qqqq-no-such-thing"
          """)
  void wrongUsageIsToldInOneLine(String arguments, String message) {
    Outcome outcome = Packaged.whyvoy(arguments.split(" ")).run();
    assertThat(outcome.err()).startsWith("whyvoy: ").contains(message).hasLineCount(1);
    assertThat(outcome.out()).isEmpty();
    assertThat(outcome.code()).isEqualTo(ExitCode.WRONG_USAGE);
  }

  @Test
  void helpNamesEveryCommand() {
    Outcome outcome = Packaged.whyvoy("--help").run();
    assertThat(outcome.code()).isZero();
    assertThat(outcome.err()).isEmpty();
    assertThat(outcome.out()).contains("Examples:").contains(Commands.names());
  }

  @Test
  void helpBreaksItsLinesBetweenWords() {
    String words = Packaged.whyvoy("summary", "--help").run().out().replaceAll("\\s+", " ");
    assertThat(words)
        .contains("how much was read, and how fast, on standard error")
        .contains("Envoy's /config_dump, /clusters, /stats, /server_info");
  }

  static List<String> commands() {
    return Commands.names();
  }

  @ParameterizedTest
  @MethodSource("commands")
  void everyCommandHasHelpWithExamplesThatFitsTheScreen(String command) {
    Outcome outcome = Packaged.whyvoy(command, "--help").run();
    assertThat(outcome.code()).isZero();
    assertThat(outcome.out())
        .startsWith("Usage: whyvoy " + command)
        .contains("Examples:\n", "--help")
        .doesNotContain("\u001b");
    assertThat(outcome.out().lines()).allMatch(line -> line.length() <= 80);
    assertThat(Packaged.whyvoy("help", command).run().out()).isEqualTo(outcome.out());
  }

  @Test
  void versionIsThatOfTheBuild() {
    assertThat(Packaged.whyvoy("--version").run().out()).matches("whyvoy \\d+\\.\\d+\\.\\d+\n");
  }
}
