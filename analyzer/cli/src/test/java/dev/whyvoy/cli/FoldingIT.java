package dev.whyvoy.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whyvoy.cli.Packaged.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Tables are bounded: a log with more kinds of failure than they hold is summed up, and it says so.
 */
class FoldingIT {
  private static final int LINES = 30_000;
  private static final String SAID = "There were too many kinds of messages";

  @TempDir Path folder;

  @Test
  void whatWasFoldedIsSaidInEveryOutput() throws IOException {
    String log = Files.write(folder.resolve("access.log"), manyKinds()).toString();
    Outcome text = Packaged.whyvoy("summary", log).run();
    assertThat(text.code()).isEqualTo(ExitCode.DONE);
    assertThat(text.out()).startsWith(LINES + " requests, " + LINES + " failed").contains(SAID);
    assertThat(text.err()).isEmpty();
    Outcome csv = Packaged.whyvoy("summary", "--output", "csv", log).run();
    assertThat(csv.err()).startsWith("whyvoy: " + SAID);
    assertThat(csv.out()).contains("EV300,upstream-connection-failed").contains("," + LINES + ",");
  }

  /** A failure of its own kind at each line, at thousands of clusters. */
  private static List<String> manyKinds() {
    Random random = new Random(3);
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < LINES; i++) {
      StringBuilder details = new StringBuilder("some_filter_says_");
      for (int letter = 0; letter < 8; letter++) {
        details.append((char) ('a' + random.nextInt(10)));
      }
      lines.add(
          "[2026-03-04T09:%02d:%02d.000Z] \"GET /a HTTP/1.1\" 503 UF %s - \"-\" 0 91 7 - \"-\" \"x\""
                  .formatted(i / 600, i / 10 % 60, details)
              + " \"id2\" \"b\" \"-\" outbound|80||c%d.shop 192.0.2.2:1 192.0.2.3:2 192.0.2.4:3 -"
                  .formatted(i % 5000)
              + " default");
    }
    return lines;
  }
}
