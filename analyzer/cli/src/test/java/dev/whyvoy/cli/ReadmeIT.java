package dev.whyvoy.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

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

  /** The commands of blocks marked {@code sh}, and those that the table of commands names. */
  @TestFactory
  Stream<DynamicTest> commandsRun(@TempDir Path folder) throws IOException {
    List<String> commands = new ArrayList<>();
    boolean inside = false;
    for (String line : Files.readAllLines(Packaged.PROJECT.resolve("README.md"))) {
      inside = line.startsWith("```") ? line.equals("```sh") : inside;
      if (inside && !line.startsWith("```")) {
        commands.add(line.replaceAll(" *#.*", ""));
      } else if (line.startsWith("| `whyvoy")) {
        String cell = line.substring(2).split("(?<!\\\\)\\|")[0].strip();
        commands.addAll(List.of(cell.replace("`", "").split(", ")));
      }
    }
    // This test is a part of it.
    assertThat(commands).hasSizeGreaterThan(8).contains("mvn verify");
    commands.remove("mvn verify");
    Files.createDirectory(folder.resolve("own"));
    return commands.stream()
        .map(
            command ->
                DynamicTest.dynamicTest(
                    command,
                    () ->
                        assertThat(Packaged.shell(filledIn(command, folder)).run().code())
                            .isZero()));
  }

  /** Real arguments instead of what stands for them. */
  private static String filledIn(String command, Path folder) {
    return command
        .replace("[FILE...]", "FILE")
        .replace("FILE", "samples/istio-rollout.log")
        .replace("[CODE\\|FLAG\\|TEXT]", "UF")
        .replace("TEXT", "'503 UC'")
        .replace("DIR", folder.resolve("own").toString())
        .replace("out.html", folder.resolve("out.html").toString());
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
