package dev.whyvoy.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whyvoy.cli.Packaged.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The launcher on an installation of its own, in a folder with a blank in its name. */
class LauncherIT {
  @TempDir Path folder;
  private Path home;
  private Path launcher;

  @BeforeEach
  void install() throws IOException {
    home = folder.resolve("an install");
    launcher = home.resolve("analyzer/bin/whyvoy");
    Path lib = home.resolve("analyzer/cli/target/dist/lib");
    Files.createDirectories(lib);
    Files.createDirectories(launcher.getParent());
    Files.copy(Packaged.LAUNCHER, launcher);
    assertThat(launcher.toFile().setExecutable(true)).isTrue();
    Path built = Packaged.PROJECT.resolve("analyzer/cli/target/dist/lib");
    try (Stream<Path> jars = Files.list(built)) {
      for (Path jar : jars.toList()) {
        Files.copy(jar, lib.resolve(jar.getFileName()));
      }
    }
  }

  private Outcome run(String script) {
    return Packaged.shell(script).with("HOME_OF_IT", home.toString()).run();
  }

  @Test
  void isFoundThroughLinksAndMakesAnArchiveOnce() throws IOException {
    Path first = Files.createSymbolicLink(folder.resolve("first"), launcher);
    Path second = Files.createSymbolicLink(folder.resolve("second"), Path.of("first"));
    assertThat(first).exists();
    Outcome outcome = run("'" + second + "' --version");
    assertThat(outcome.out()).startsWith("whyvoy ");
    assertThat(outcome.err()).isEmpty();
    List<Path> archives = archives();
    assertThat(archives).hasSize(1);
    assertThat(archives.get(0)).isNotEmptyFile();
    var made = Files.getLastModifiedTime(archives.get(0));
    run("'" + second + "' --version");
    assertThat(Files.getLastModifiedTime(archives.get(0))).isEqualTo(made);
  }

  @Test
  void aReadOnlyInstallationWorks() throws IOException {
    Path dist = home.resolve("analyzer/cli/target/dist");
    Outcome outcome =
        run("chmod -R a-w \"$HOME_OF_IT\"; \"$HOME_OF_IT/analyzer/bin/whyvoy\" explain 503 UF");
    run("chmod -R u+w \"$HOME_OF_IT\"");
    assertThat(outcome.code()).isZero();
    assertThat(outcome.out()).isNotEmpty();
    assertThat(outcome.err()).isEmpty();
    assertThat(dist).isDirectory();
  }

  @Test
  void severalMayStartAtOnce() throws IOException {
    Outcome outcome =
        run("for i in 1 2 3 4; do \"$HOME_OF_IT/analyzer/bin/whyvoy\" --version & done; wait");
    assertThat(outcome.out()).hasLineCount(4);
    assertThat(outcome.err()).isEmpty();
    assertThat(archives()).hasSize(1);
  }

  @Test
  void anUnsuitableJdkIsNamed() throws IOException {
    Path old = folder.resolve("jdk8");
    Files.createDirectories(old.resolve("bin"));
    Files.writeString(old.resolve("bin/java"), "#!/bin/sh\n");
    assertThat(old.resolve("bin/java").toFile().setExecutable(true)).isTrue();
    Files.writeString(old.resolve("release"), "JAVA_VERSION=\"1.8.0_301\"\n");
    Outcome outcome = run("JAVA_HOME='" + old + "' \"$HOME_OF_IT/analyzer/bin/whyvoy\" --version");
    assertThat(outcome.code()).isEqualTo(2);
    assertThat(outcome.err())
        .isEqualTo(
            "whyvoy: JAVA_HOME is Java 1.8.0_301 in " + old + ", but whyvoy needs 17 or newer\n");
    assertThat(run("JAVA_HOME=/nowhere \"$HOME_OF_IT/analyzer/bin/whyvoy\"").err())
        .startsWith("whyvoy: JAVA_HOME=/nowhere holds no JDK");
  }

  @Test
  void withoutSourcesNothingIsBuilt() throws IOException {
    Files.delete(home.resolve("analyzer/cli/target/dist/lib/whyvoy.jar"));
    Outcome outcome = run("\"$HOME_OF_IT/analyzer/bin/whyvoy\" --version");
    assertThat(outcome.code()).isEqualTo(2);
    assertThat(outcome.err()).contains("whyvoy.jar is missing, and there are no sources in");
  }

  private List<Path> archives() throws IOException {
    try (Stream<Path> files = Files.list(home.resolve("analyzer/cli/target/dist/cds"))) {
      return files.toList();
    }
  }
}
