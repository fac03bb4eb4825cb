package dev.whyvoy.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What the README shows is what the program does. */
class ReadmeIT {
  private record Shown(String command, String output) {}

  /** Commands are the lines that start with {@code $} in blocks marked {@code console}. */
  @TestFactory
  Stream<DynamicTest> commandsPrintWhatIsShown() throws IOException {
    return shown().stream()
        .map(
            shown ->
                DynamicTest.dynamicTest(
                    shown.command(),
                    () ->
                        assertThat(Packaged.shell(shown.command()).run().out())
                            .isEqualTo(shown.output())));
  }

  @Test
  void thereIsSomethingToCheck() throws IOException {
    assertThat(shown()).hasSizeGreaterThan(1);
  }

  private static List<Shown> shown() throws IOException {
    List<Shown> all = new ArrayList<>();
    boolean inside = false;
    String command = "";
    StringBuilder output = new StringBuilder();
    for (String line : Files.readAllLines(Packaged.PROJECT.resolve("README.md"))) {
      boolean fence = line.startsWith("```");
      if (inside && (fence || line.startsWith("$ "))) {
        if (!command.isEmpty()) {
          all.add(new Shown(command, output.toString()));
        }
        command = fence ? "" : line.substring(2);
        output.setLength(0);
      } else if (inside) {
        output.append(line).append('\n');
      }
      inside = fence ? line.equals("```console") : inside;
    }
    return all;
  }
}
