package dev.whyvoy.core.source;

import static java.nio.file.StandardOpenOption.APPEND;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that are not the same from one read to the next. */
class ChangingFilesTest {
  private static final Limits LIMITS = new Limits(1000, 200);
  private static final int LINES = 10_000;
  private static final String LINE = "a line of twenty-four b\n";

  @TempDir Path folder;
  private Path log;
  private final Block block = new Block();

  @BeforeEach
  void write() throws IOException {
    log = Files.writeString(folder.resolve("a.log"), LINE.repeat(LINES));
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aFileThatShrinksIsReadAsFarAsItGoesAndThatIsSaid(boolean ordered) throws IOException {
    try (LineSource source = source(ordered)) {
      long lines = lines(source, 1);
      try (var channel = Files.newByteChannel(log, StandardOpenOption.WRITE)) {
        channel.truncate((long) LINES / 2 * LINE.length());
      }
      lines += lines(source, Integer.MAX_VALUE);
      assertThat(lines).isEqualTo(LINES / 2);
      assertThat(source.problems())
          .containsExactly(new ReadProblem(log.toString(), CountingStream.SHRUNK));
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aFileThatGrowsIsReadInWholeLinesAtLeastToWhereItWas(boolean ordered) throws IOException {
    Files.writeString(log, "the start of a li", APPEND);
    try (LineSource source = source(ordered)) {
      long lines = lines(source, 1);
      Files.writeString(log, "ne\n" + LINE.repeat(500), APPEND);
      lines += lines(source, Integer.MAX_VALUE);
      assertThat(lines).isBetween(LINES + 1L, LINES + 501L);
      assertThat(source.problems()).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aFileThatIsRotatedAwayOrDeletedIsReadToItsEnd(boolean ordered) throws IOException {
    for (boolean deleted : new boolean[] {true, false}) {
      try (LineSource source = source(ordered)) {
        long lines = lines(source, 1);
        Path rotated = Files.move(log, folder.resolve("a.log.1"));
        Files.writeString(log, "another\n");
        if (deleted) {
          Files.delete(rotated);
        }
        assertThat(lines + lines(source, Integer.MAX_VALUE)).isEqualTo(LINES);
        assertThat(source.problems()).isEmpty();
      }
      write();
    }
  }

  @Test
  void aFileThatVanishedBeforeItWasReadIsNamedAndTheOthersAreRead() throws IOException {
    Path other = Files.copy(log, folder.resolve("b.log"));
    LineSource source = new LineSource(List.of(Input.file(log), Input.file(other)), LIMITS, false);
    Files.delete(log);
    assertThat(lines(source, Integer.MAX_VALUE)).isEqualTo(LINES);
    assertThat(source.problems()).containsExactly(new ReadProblem(log.toString(), "no such file"));
  }

  @Test
  void whatCannotBeReadIsSaidInWords() {
    String name = "x.log";
    assertThat(ReadProblem.of(name, new AccessDeniedException(name)).message())
        .isEqualTo("permission denied");
    assertThat(ReadProblem.of(name, new FileSystemException(name, null, "Is a socket")).message())
        .isEqualTo("Is a socket");
    assertThat(ReadProblem.of(name, new FileNotFoundException()).message())
        .isEqualTo("FileNotFoundException");
  }

  /** Its first page cannot be read, by whomever. */
  @Test
  void aFileThatFailsWhileItIsReadIsNamedAndTheOthersAreRead() {
    Path memory = Path.of("/proc/self/mem");
    assumeTrue(Files.exists(memory), "needs /proc");
    LineSource source = new LineSource(List.of(Input.file(memory), Input.file(log)), LIMITS, false);
    assertThat(lines(source, Integer.MAX_VALUE)).isEqualTo(LINES);
    assertThat(source.problems())
        .containsExactly(new ReadProblem("/proc/self/mem", "Input/output error"));
  }

  private LineSource source(boolean ordered) {
    return new LineSource(List.of(Input.file(log)), LIMITS, ordered);
  }

  private long lines(LineSource source, int blocks) {
    long lines = 0;
    for (int n = 0; n < blocks && source.next(block); n++) {
      for (int i = block.from; i < block.to; i++) {
        lines += block.bytes[i] == '\n' ? 1 : 0;
      }
    }
    return lines;
  }
}
