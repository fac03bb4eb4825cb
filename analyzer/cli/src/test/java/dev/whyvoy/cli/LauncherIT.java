package dev.whyvoy.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whyvoy.cli.Packaged.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The launcher on an installation of its own, in a folder with a blank in its name. */
class LauncherIT {
  /** For root nothing is read-only: somebody else runs it then. */
  private static final String AS_OTHER =
      "as=; [ \"$(id -u)\" != 0 ] || as='setpriv --reuid=65534 --regid=65534 --clear-groups'; ";

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
    return Packaged.shell("cd '" + folder + "'; " + script)
        .with("HOME_OF_IT", home.toString())
        .run();
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
    openToAll();
    String log = Packaged.PROJECT.resolve("samples/dead-host.json").toString();
    Files.copy(Path.of(log), home.resolve("a.json"));
    String whyvoy = "; $as \"$HOME_OF_IT/analyzer/bin/whyvoy\" ";
    Outcome outcome =
        run(
            AS_OTHER
                + "chmod -R a-w \"$HOME_OF_IT\"; cd \"$HOME_OF_IT\""
                + whyvoy
                + "explain --brief 503 UF"
                + whyvoy
                + "--quiet a.json");
    run("chmod -R u+w \"$HOME_OF_IT\"");
    assertThat(outcome.err()).isEmpty();
    assertThat(outcome.code()).isZero();
    assertThat(outcome.out()).contains("Likely", " requests, ");
    assertThat(home.resolve("analyzer/cli/target/dist/cds")).doesNotExist();
  }

  @Test
  void aFirstBuildThatCannotBeWrittenSaysSo() throws IOException {
    openToAll();
    Files.delete(home.resolve("analyzer/cli/target/dist/lib/whyvoy.jar"));
    Files.writeString(home.resolve("pom.xml"), "<project/>");
    Outcome outcome =
        run(
            AS_OTHER
                + "chmod -R a-w \"$HOME_OF_IT\"; cd /;"
                + " $as \"$HOME_OF_IT/analyzer/bin/whyvoy\" --version");
    run("chmod -R u+w \"$HOME_OF_IT\"");
    assertThat(outcome.code()).isEqualTo(2);
    assertThat(outcome.err())
        .endsWith("cannot write to " + home.resolve("analyzer/cli/target") + "\n")
        .hasLineCount(1);
  }

  @Test
  void aLogThatMayNotBeReadIsNamedAndTheOthersAreRead() throws IOException {
    openToAll();
    for (String name : List.of("a.json", "b.json")) {
      Files.copy(Packaged.PROJECT.resolve("samples/dead-host.json"), home.resolve(name));
    }
    Outcome outcome =
        run(
            AS_OTHER
                + "cd \"$HOME_OF_IT\"; chmod 000 a.json; chmod 644 b.json;"
                + " $as \"$HOME_OF_IT/analyzer/bin/whyvoy\" --quiet a.json b.json");
    assertThat(outcome.err()).isEqualTo("whyvoy: a.json: permission denied\n");
    assertThat(outcome.code()).isEqualTo(ExitCode.INPUT_UNREADABLE);
    assertThat(outcome.out()).contains(" requests, ");
  }

  @Test
  void withoutHomeAndWithoutJavaOnThePathTheUsualPlacesAreLookedAt() throws IOException {
    Outcome outcome =
        run(
            "unset HOME JAVA_HOME; mkdir tools; cp \"$(command -v readlink)\" tools;"
                + " PATH=$PWD/tools \"$HOME_OF_IT/analyzer/bin/whyvoy\" --version");
    assertThat(outcome.err()).doesNotContain("HOME: ").doesNotContain("unbound");
  }

  private void openToAll() throws IOException {
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
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
