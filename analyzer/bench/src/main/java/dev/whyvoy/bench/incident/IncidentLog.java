package dev.whyvoy.bench.incident;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes the log of a scenario to a file, and what really happened to standard output. */
public final class IncidentLog {
  private IncidentLog() {}

  /** Usage: {@code IncidentLog SCENARIO SEED FILE [FORMAT [hard]]}. */
  public static void main(String... args) throws IOException {
    if (args.length < 3) {
      System.err.println("usage: IncidentLog SCENARIO SEED FILE [istio-text|istio-json [hard]]");
      System.err.println("scenarios: " + String.join(" ", Scenario.kinds()));
      System.exit(2);
    }
    Scenario scenario =
        new Scenario(
            args[0],
            Long.parseLong(args[1]),
            Setting.usual(
                IncidentScore.MINUTES,
                IncidentScore.RATE,
                args.length > 3 ? args[3] : "istio-text"),
            args.length > 4);
    try (Writer out = Files.newBufferedWriter(Path.of(args[2]), StandardCharsets.UTF_8)) {
      scenario.write(
          line -> {
            try {
              out.append(line).append('\n');
            } catch (IOException e) {
              throw new UncheckedIOException(e);
            }
          });
    }
    scenario.truths().forEach(truth -> System.out.println(Verdict.words(truth)));
  }
}
