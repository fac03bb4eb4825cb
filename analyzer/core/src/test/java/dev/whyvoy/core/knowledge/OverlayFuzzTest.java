package dev.whyvoy.core.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;

/** What holds for any bytes that are given as knowledge: they are used, or told to be wrong. */
class OverlayFuzzTest {
  private static final List<String> FILES =
      List.of(
          "diagnoses/EV300-x.yaml",
          "causes/x.yaml",
          "messages/x.yaml",
          "facts/x.yaml",
          "paths/x.yaml",
          "timers.yaml",
          "families.yaml",
          "tables/errno.csv");
  private static final KnowledgeModel REAL = Knowledge.load().model();

  @TempDir static Path folder;

  @FuzzTest
  void yaml(byte[] bytes) {
    Problems problems = new Problems();
    YamlFile.read("x.yaml", new String(bytes, StandardCharsets.UTF_8), problems);
  }

  /** The first byte tells which file it is. */
  @FuzzTest
  void overlay(byte[] bytes) throws IOException {
    if (bytes.length == 0) {
      return;
    }
    Path file = folder.resolve(FILES.get((bytes[0] & 0xff) % FILES.size()));
    Files.createDirectories(file.getParent());
    Files.write(file, Arrays.copyOfRange(bytes, 1, bytes.length));
    try {
      KnowledgeLoader.load(folder, REAL);
    } catch (InvalidKnowledge e) {
      assertThat(e.problems()).isNotEmpty();
    } finally {
      Files.delete(file);
    }
  }
}
