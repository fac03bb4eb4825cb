package dev.whyvoy.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.whyvoy.cli.Packaged.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** On a pseudo-terminal: live screen, Ctrl-C, progress, colour. */
class TerminalIT {
  private static final String SAMPLE = "samples/istio-rollout.log";
  private static final Pattern COLOUR = Pattern.compile("\u001b\\[[0-9;]*m");

  @BeforeAll
  static void needsPython() {
    assumeTrue(
        Packaged.shell("python3 -c 'import pty, termios'").run().code() == 0,
        "python3 with its module pty makes the pseudo-terminal");
  }

  private static Packaged terminal(int rows, int columns, String marker, String script) {
    Path driver = Path.of("src/test/resources/terminal.py").toAbsolutePath();
    return Packaged.shell(
            "exec python3 \"$DRIVER\" " + rows + " " + columns + " \"$MARKER\" sh -c \"$SCRIPT\"")
        .with("DRIVER", driver.toString())
        .with("MARKER", marker)
        .with("SCRIPT", script)
        .with("TERM", "xterm");
  }

  @Test
  void followingRedrawsInPlaceAndCtrlCLeavesTheSummary() throws IOException {
    Outcome outcome =
        terminal(24, 80, "following: 531 requests", "exec whyvoy --follow " + SAMPLE).run();
    assertThat(outcome.code()).isEqualTo(130);
    assertThat(outcome.out()).contains("86 failed; now", "EV301 upstream-connect-refused");
    assertThat(outcome.out()).contains("\u001b[J").doesNotContain("\u001b[?1049h");
    String last = outcome.out().substring(outcome.out().lastIndexOf("\u001b[J"));
    String summary = Packaged.whyvoy(SAMPLE).run().out();
    assertThat(plain(last)).contains(summary.lines().findFirst().orElseThrow());
    for (String line : plain(outcome.out()).split("\r?\n", -1)) {
      assertThat(line.replaceAll("\u001b\\[[0-9]*[A-Z]|\r", "").length()).isLessThanOrEqualTo(82);
    }
  }

  @Test
  void aTerminalThatCannotRedrawGetsLines() {
    Outcome outcome =
        terminal(24, 80, "following", "exec whyvoy --follow " + SAMPLE).with("TERM", "dumb").run();
    assertThat(outcome.code()).isEqualTo(130);
    assertThat(outcome.out()).contains("read so far: 531 requests").doesNotContain("\u001b");
  }

  @Test
  void progressIsShownAndTakenAway() {
    String slow = "{ cat " + SAMPLE + "; sleep 4; } | whyvoy --quiet; ";
    Outcome quiet = terminal(24, 80, "", slow).run();
    assertThat(quiet.out()).doesNotContain("kB/s");
    Outcome shown = terminal(24, 80, "", slow.replace(" --quiet", "")).run();
    assertThat(shown.code()).isZero();
    assertThat(shown.out()).contains("158 kB  ", "kB/s", "\r\u001b[K");
    assertThat(terminal(24, 80, "", slow.replace(" --quiet", "")).with("TERM", "dumb").run().out())
        .doesNotContain("kB/s");
  }

  @Test
  void colourIsForTerminalsThatWantIt() {
    String script = "exec whyvoy " + SAMPLE;
    assertThat(terminal(24, 80, "", script).run().out()).containsPattern(COLOUR);
    assertThat(terminal(24, 80, "", script).with("NO_COLOR", "1").run().out())
        .doesNotContainPattern(COLOUR);
    assertThat(terminal(24, 80, "", script).with("TERM", "dumb").run().out())
        .doesNotContainPattern(COLOUR);
  }

  @Test
  void aScreenfulFitsTheScreen() {
    for (int[] size : new int[][] {{24, 80}, {40, 120}, {50, 200}}) {
      String out = plain(terminal(size[0], size[1], "", "exec whyvoy " + SAMPLE).run().out());
      assertThat(out.lines().count()).isLessThanOrEqualTo(size[0]);
      assertThat(out.lines()).allMatch(line -> line.stripTrailing().length() <= size[1]);
    }
  }

  @Test
  void pipedEventsAreLines() throws IOException {
    Path feed = Files.createTempFile("whyvoy", ".sh");
    Files.writeString(
        feed, "head -n 100 " + SAMPLE + "; sleep 8; tail -n +101 " + SAMPLE + "; sleep 3\n");
    Outcome outcome = Packaged.shell("sh " + feed + " | whyvoy --follow").run();
    Files.delete(feed);
    assertThat(outcome.code()).isZero();
    assertThat(outcome.out())
        .containsPattern("(?m)^[0-9:]{8} read so far: 100 requests")
        .containsPattern("(?m)^[0-9:]{8} new EV301 upstream-connect-refused: ")
        .contains("531 requests, 86 failed (16.2 %)")
        .doesNotContain("\u001b");
  }

  private static String plain(String text) {
    return COLOUR.matcher(text).replaceAll("");
  }
}
