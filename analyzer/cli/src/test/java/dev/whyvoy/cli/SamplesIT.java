package dev.whyvoy.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whyvoy.cli.Packaged.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Every sample gives what is written beside it. {@code mvn verify -Dgolden=rewrite} writes what the
 * program says now; read the difference before committing it.
 */
class SamplesIT {
  private static final Path SAMPLES = Packaged.PROJECT.resolve("samples");

  @TestFactory
  Stream<DynamicTest> pastes() throws IOException {
    List<DynamicTest> tests = new ArrayList<>();
    for (Path paste : inputs(SAMPLES.resolve("pastes"))) {
      for (int width : new int[] {80, 120}) {
        String name = paste.getFileName().toString().replace(".txt", "." + width + ".expected");
        tests.add(
            DynamicTest.dynamicTest(
                name,
                () -> {
                  Outcome outcome =
                      Packaged.whyvoy("explain")
                          .with("COLUMNS", String.valueOf(width))
                          .input(Files.readString(paste))
                          .run();
                  assertThat(outcome.err()).isEmpty();
                  assertThat(outcome.code()).isZero();
                  golden(paste.resolveSibling(name), outcome.out());
                }));
      }
    }
    return tests.stream();
  }

  @TestFactory
  Stream<DynamicTest> logs() throws IOException {
    List<DynamicTest> tests = new ArrayList<>();
    for (Path log : inputs(SAMPLES)) {
      tests.add(log(log, ".summary.expected", "summary"));
      tests.add(log(log, ".summary.120.expected", "summary"));
      tests.add(log(log, ".csv.expected", "report", "--output", "csv", "-o", "-"));
    }
    tests.add(log(SAMPLES.resolve("mixed-sidecar.log"), ".all.expected", "summary", "--all"));
    tests.add(
        log(SAMPLES.resolve("mixed-sidecar.log"), ".annotate.expected", "annotate", "--failed"));
    return tests.stream();
  }

  private static DynamicTest log(Path log, String extension, String... command) {
    String name = log.getFileName().toString();
    String expected = name.substring(0, name.indexOf('.')) + extension;
    List<String> words = new ArrayList<>(List.of(command));
    words.add("samples/" + name);
    return DynamicTest.dynamicTest(
        expected,
        () -> {
          Outcome outcome =
              Packaged.whyvoy(words.toArray(new String[0]))
                  .with("COLUMNS", extension.contains(".120.") ? "120" : "80")
                  .run();
          assertThat(outcome.err()).isEmpty();
          assertThat(outcome.code()).isZero();
          golden(log.resolveSibling(expected), outcome.out());
        });
  }

  private static List<Path> inputs(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> Files.isRegularFile(file) && !file.toString().endsWith(".expected"))
          .sorted()
          .toList();
    }
  }

  private static void golden(Path expected, String actual) throws IOException {
    if ("rewrite".equals(System.getProperty("golden"))) {
      Files.writeString(expected, actual);
    }
    assertThat(actual).isEqualTo(Files.readString(expected));
  }
}
