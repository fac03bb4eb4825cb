package dev.whyvoy.core.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InputFilesTest {
  @TempDir Path folder;

  @Test
  void rotatedSetsAreInTheOrderOfTime() throws IOException {
    assertThat(order("access.log", "access.log.1", "access.log.10.gz", "access.log.2.gz", "b.log"))
        .containsExactly(
            "access.log.10.gz", "access.log.2.gz", "access.log.1", "access.log", "b.log");
    assertThat(order("a.log", "a.log-20260304", "a.log-20260301.gz"))
        .containsExactly("a.log-20260301.gz", "a.log-20260304", "a.log");
    assertThat(order("0.log", "0.log.20260304-101500", "0.log.20260303-101500.gz"))
        .containsExactly("0.log.20260303-101500.gz", "0.log.20260304-101500", "0.log");
    assertThat(order("b.log", "a.log")).containsExactly("b.log", "a.log");
  }

  @Test
  void foldersAreReadRecursively() throws IOException {
    touch(
        "a/access.log",
        "a/access.log.1",
        "a/b/0.log",
        "a/core.bin",
        "a/.hidden.log",
        "a/x.json.gz");
    InputFiles found = InputFiles.of(List.of(folder.resolve("a").toString()));
    assertThat(names(found.files()))
        .containsExactlyInAnyOrder("a/access.log.1", "a/access.log", "a/b/0.log", "a/x.json.gz");
    assertThat(names(found.skipped())).containsExactlyInAnyOrder("a/core.bin", "a/.hidden.log");
  }

  @Test
  void patterns() throws IOException {
    touch("access-1.log", "access-2.log", "other.log", "sub/access-3.log");
    assertThat(names(InputFiles.of(List.of(folder + "/access-*.log")).files()))
        .containsExactly("access-1.log", "access-2.log");
    assertThat(names(InputFiles.of(List.of(folder + "/**/access-*.log")).files()))
        .containsExactly("sub/access-3.log");
    assertThat(names(InputFiles.of(List.of(folder + "/nothing*")).files()))
        .containsExactly("nothing*");
  }

  @Test
  void aFileIsReadOnce() throws IOException {
    touch("a.log");
    String name = folder.resolve("a.log").toString();
    assertThat(InputFiles.of(List.of(name, name, folder.toString())).files()).hasSize(1);
  }

  @Test
  void whatPassesALimitIsSaid() throws IOException {
    touch("a/1.log", "a/2.log", "a/3.log", "a/b/c/4.log");
    String name = folder.resolve("a").toString();
    for (String given : List.of(name, name + "/**.log")) {
      InputFiles some = InputFiles.of(List.of(given), 2, 2);
      assertThat(some.files()).hasSize(2);
      assertThat(some.left()).contains(new ReadProblem(given, "stands for more than 2 files"));
      assertThat(InputFiles.of(List.of(given)).left()).isEmpty();
    }
    assertThat(InputFiles.of(List.of(name), 9, 2).left())
        .containsExactly(new ReadProblem(name + "/b/c", "nested too deeply, not looked into"));
  }

  @Test
  void aFileWithSignsOfAPatternIsAFile() throws IOException {
    touch("a[1].log");
    assertThat(names(InputFiles.of(List.of(folder + "/a[1].log")).files()))
        .containsExactly("a[1].log");
  }

  @ParameterizedTest
  @CsvSource({
    "access.log,true",
    "access.log.2.gz,true",
    "envoy_access,true",
    "stdout,true",
    "data.csv,true",
    "0.log.20260304-101500,true",
    "access.log-2026-03-04.zst,true",
    "picture.png,false",
    "README.md,false",
    ".access.log,false",
    "envoy.yaml,false",
    "catalog,false"
  })
  void logLike(String name, boolean log) {
    assertThat(InputFiles.looksLikeLog(name)).isEqualTo(log);
  }

  private static List<String> order(String... names) {
    return RotatedSets.inOrder(Stream.of(names).map(Path::of).toList()).stream()
        .map(Path::toString)
        .toList();
  }

  private void touch(String... names) throws IOException {
    for (String name : names) {
      Path file = folder.resolve(name);
      Files.createDirectories(file.getParent());
      Files.createFile(file);
    }
  }

  private List<String> names(List<Path> files) {
    return files.stream().map(file -> folder.relativize(file).toString()).toList();
  }
}
