package dev.whyvoy.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Public types and methods of public types say what they mean; that it is true of names javac
 * checks.
 */
class DocumentedTest {
  private static final Pattern TYPE =
      Pattern.compile("public (final |sealed |abstract )*(class|record|interface|enum) .*");

  /** A method; constructors are told by their parameters. */
  private static final Pattern METHOD =
      Pattern.compile("  public (static )?(<[^>]+> )?[\\w.<>\\[\\], ?@]+ \\w+\\(.*");

  @Test
  void publicTypesAndMethodsSayWhatTheyMean() throws IOException {
    List<String> silent = new ArrayList<>();
    try (Stream<Path> files = Files.walk(Packaged.PROJECT)) {
      for (Path file : files.filter(DocumentedTest::isMain).sorted().toList()) {
        undocumented(file, silent);
      }
    }
    assertThat(silent).isEmpty();
  }

  private static boolean isMain(Path file) {
    String name = file.toString();
    return name.endsWith(".java") && name.contains("/src/main/java/") && !name.contains("/bench/");
  }

  private static void undocumented(Path file, List<String> silent) throws IOException {
    List<String> lines = Files.readAllLines(file);
    if (lines.stream().noneMatch(line -> TYPE.matcher(line).matches())) {
      return;
    }
    for (int i = 1; i < lines.size(); i++) {
      String line = lines.get(i);
      if (TYPE.matcher(line).matches() || METHOD.matcher(line).matches()) {
        int before = i - 1;
        boolean inherited = false;
        while (before > 0 && lines.get(before).strip().startsWith("@")) {
          inherited |= lines.get(before).contains("@Override");
          before--;
        }
        if (!inherited && !lines.get(before).strip().endsWith("*/")) {
          silent.add(file.getFileName() + ":" + (i + 1) + ": " + line.strip());
        }
      }
    }
  }
}
