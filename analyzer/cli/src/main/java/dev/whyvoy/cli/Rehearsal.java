package dev.whyvoy.cli;

import java.io.ByteArrayInputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.util.Map;

/**
 * Runs, once and for nothing, the commands that should start quickly: the launcher archives the
 * classes they load.
 */
public final class Rehearsal {
  private static final String[][] RUNS = {
    {"--help"},
    {"--version"},
    {"explain", "--help"},
    {"explain", "upstream_reset_before_response_started{connection_termination}"},
    {"explain", "--output", "json", "503 UF,URX"},
    {"explain", "--output", "md", "EV301"},
    {"explain", "--brief"},
    {"catalog", "UF"},
  };

  private Rehearsal() {}

  /** Takes no arguments. */
  public static void main(String[] arguments) {
    for (String[] run : RUNS) {
      Terminal nowhere =
          new Terminal(
              new ByteArrayInputStream(
                  "upstream connect error or disconnect/reset before headers".getBytes()),
              OutputStream.nullOutputStream(),
              new PrintStream(OutputStream.nullOutputStream()),
              false,
              true,
              false,
              100,
              24,
              true,
              Map.of(),
              new Interruption());
      new Whyvoy(nowhere).run(run);
    }
  }
}
