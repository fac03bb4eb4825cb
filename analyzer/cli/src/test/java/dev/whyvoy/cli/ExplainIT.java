package dev.whyvoy.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whyvoy.cli.Packaged.Outcome;
import org.junit.jupiter.api.Test;

/** The explain command as a process. */
class ExplainIT {
  private static final String SEED =
      "upstream_reset_before_response_started{connection_termination|half_close_initiated_full_close}";

  @Test
  void wordsAreOneText() {
    Outcome apart = Packaged.whyvoy("explain", "503", "UF").run();
    assertThat(apart.code()).isZero();
    assertThat(apart.err()).isEmpty();
    assertThat(apart.out()).isEqualTo(Packaged.whyvoy("explain", "503 UF").run().out());
  }

  @Test
  void standardInputIsReadWithoutTextAndWithADash() {
    Outcome none = Packaged.whyvoy("explain").input(SEED).run();
    assertThat(none.out()).contains("onUpstreamData").contains("half_close_initiated_full_close");
    assertThat(Packaged.whyvoy("explain", "-").input(SEED).run()).isEqualTo(none);
    assertThat(Packaged.whyvoy("explain", SEED).run()).isEqualTo(none);
  }

  @Test
  void aTextMayStartWithADash() {
    Outcome outcome = Packaged.whyvoy("explain", "--output", "json", "- - - 0 UF").run();
    assertThat(outcome.out()).startsWith("{\"input\":\"- - - 0 UF\"");
  }

  @Test
  void severalTextsGiveOneObjectALine() {
    Outcome outcome =
        Packaged.whyvoy("explain", "-0", "--output", "json")
            .input("503 UF\0two\nlines\0\0last")
            .run();
    assertThat(outcome.code()).isZero();
    assertThat(outcome.out().lines().map(line -> line.replaceAll(",\"envoy_version.*", "")))
        .containsExactly(
            "{\"input\":\"503 UF\"",
            "{\"input\":\"two\\nlines\"",
            "{\"input\":\"\"",
            "{\"input\":\"last\"");
  }

  @Test
  void aClosedPipeIsACleanEnd() {
    Outcome outcome =
        Packaged.shell(
                "i=0; while [ $i -lt 3000 ]; do printf '503 UF\\0'; i=$((i+1)); done"
                    + " | { whyvoy explain -0 --output json; echo code $? >&2; } | head -n 1")
            .run();
    assertThat(outcome.out()).hasLineCount(1);
    assertThat(outcome.err()).isEqualTo("code 0\n");
  }

  @Test
  void colourOnlyWhereItIsWanted() {
    assertThat(Packaged.whyvoy("explain", "503 UF").run().out()).doesNotContain("\u001b");
    assertThat(Packaged.whyvoy("explain", "--color", "always", "503 UF").run().out())
        .contains("\u001b[");
    assertThat(onTerminal("whyvoy explain 503 UF").out()).contains("\u001b[");
    assertThat(onTerminal("NO_COLOR=1 whyvoy explain 503 UF").out()).doesNotContain("\u001b");
    assertThat(onTerminal("TERM=dumb whyvoy explain 503 UF").out()).doesNotContain("\u001b");
    assertThat(onTerminal("whyvoy explain --color never 503 UF").out()).doesNotContain("\u001b");
  }

  @Test
  void aTerminalsWidthIsUsed() {
    String wide = onTerminal("stty cols 110; whyvoy explain --color never " + "503 UC").out();
    assertThat(wide.lines().mapToInt(String::length).max().orElse(0)).isBetween(81, 111);
    Outcome columns = Packaged.whyvoy("explain", "503 UC").with("COLUMNS", "60").run();
    assertThat(columns.out().lines()).allMatch(line -> line.length() <= 60);
  }

  @Test
  void asciiWhereTheLocaleIsNotUtf8() {
    Outcome outcome =
        Packaged.whyvoy("explain", "\u201c503 UF\u201d caf\u00e9").with("LC_ALL", "C").run();
    assertThat(outcome.out()).isNotEmpty().matches("\\p{ASCII}*");
  }

  @Test
  void whatStrangersWroteNeverReachesTheTerminalRaw() {
    String hostile = "503 UF \u001b]0;owned\u0007 \u202e{x} upstream_weird{\u001b[2J}";
    for (String output : new String[] {"text", "md"}) {
      Outcome outcome = Packaged.whyvoy("explain", "--output", output, hostile).run();
      assertThat(outcome.out()).doesNotContain("\u001b", "\u0007", "\u202e");
    }
  }

  @Test
  void whatIsGivenIsHeardAndRepeatable() {
    Outcome outcome =
        Packaged.whyvoy(
                "explain", "--output", "json", "--given", "frequency=every-request", "503 UC")
            .run();
    assertThat(outcome.out()).contains("\"frequency\":\"every-request\"");
  }

  /** Runs a script with a terminal as standard output. */
  private static Outcome onTerminal(String script) {
    return Packaged.shell("script -qec \"$SCRIPT\" /dev/null </dev/null")
        .with("SCRIPT", script)
        .with("TERM", "xterm-256color")
        .run();
  }
}
