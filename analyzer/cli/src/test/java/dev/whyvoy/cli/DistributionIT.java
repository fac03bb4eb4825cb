package dev.whyvoy.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the distribution is made of is said, and two builds give the same bytes. */
class DistributionIT {
  private static final Path DIST = Path.of("target", "dist");

  private static List<Path> jars() throws IOException {
    try (Stream<Path> files = Files.list(DIST.resolve("lib"))) {
      return files.sorted().toList();
    }
  }

  private static Stream<Path> foreign() throws IOException {
    return jars().stream().filter(jar -> !jar.getFileName().toString().startsWith("whyvoy"));
  }

  /** The jars that the build itself makes. */
  private static Stream<Path> made() throws IOException {
    return jars().stream()
        .filter(jar -> jar.getFileName().toString().matches("(whyvoy|picocli).*"));
  }

  /** {@code commons-csv:1.14.1} for {@code commons-csv-1.14.1.jar}. */
  private static String artifact(Path jar) {
    return jar.getFileName().toString().replaceFirst("-([0-9][^-]*)\\.jar$", ":$1");
  }

  @ParameterizedTest
  @MethodSource("foreign")
  void everyLibraryHasItsLicenceNamed(Path jar) throws IOException {
    assertThat(Files.readString(DIST.resolve("THIRD-PARTY.txt"))).contains(":" + artifact(jar));
  }

  @ParameterizedTest
  @MethodSource("foreign")
  void whatEveryLibraryIsForIsInReadme(Path jar) throws IOException {
    String name = artifact(jar).replaceFirst(":.*", "").replaceFirst("^jackson-", "");
    assertThat(Files.readString(Path.of("..", "..", "README.md"))).contains(name);
  }

  @ParameterizedTest
  @MethodSource("foreign")
  void everyLibraryIsInTheBillOfMaterials(Path jar) throws IOException {
    Path bom = DIST.resolve("bom.json");
    assumeTrue(Files.exists(bom), "the bill of materials is made only when Maven is online");
    assertThat(Files.readString(bom)).contains(artifact(jar).replace(':', '@'));
  }

  @ParameterizedTest
  @MethodSource("made")
  void noJarHoldsTheTimeOfTheBuild(Path jar) throws IOException {
    try (JarFile file = new JarFile(jar.toFile())) {
      assertThat(file.stream().map(JarEntry::getTimeLocal).distinct()).hasSize(1);
    }
  }

  @Test
  void theProjectsOwnLicenceIsIncluded() {
    assertThat(DIST.resolve("LICENSE")).hasSameBinaryContentAs(Path.of("..", "..", "LICENSE"));
  }
}
