package dev.whyvoy.core.source;

import static java.nio.file.StandardOpenOption.APPEND;
import static java.nio.file.StandardOpenOption.CREATE;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FollowTest {
  private static final Limits LIMITS = new Limits(64, 32);

  @TempDir Path folder;

  private final Block block = new Block();
  private LineSource source = new LineSource(List.of(), LIMITS, true);

  @AfterEach
  void close() {
    source.stop();
    source.close();
  }

  @Test
  void whatIsThereComesFirstThenWhatIsAppended() throws IOException {
    Path log = append("a.log", "one\ntwo\n");
    follow(Input.file(log));
    assertThat(read(2)).isEqualTo("one\ntwo\n");
    assertThat(idle()).isTrue();
    assertThat(source.caughtUp()).isTrue();
    append("a.log", "three\nfo");
    assertThat(read(1)).isEqualTo("three\n");
    assertThat(block.firstLine()).isEqualTo(3);
    append("a.log", "ur\n");
    assertThat(read(1)).isEqualTo("four\n");
    assertThat(source.bytesRead()).isEqualTo(19);
  }

  @Test
  void aFileThatIsRenamedAndRecreated() throws IOException {
    Path log = append("a.log", "one\n");
    follow(Input.file(log));
    assertThat(read(1)).isEqualTo("one\n");
    Files.move(log, folder.resolve("a.log.1"));
    append("a.log.1", "late\n");
    append("a.log", "new\n");
    assertThat(List.of(read(1), read(1))).containsExactlyInAnyOrder("late\n", "new\n");
    append("a.log.1", "later\n");
    append("a.log", "newer\n");
    assertThat(List.of(read(1), read(1))).containsExactlyInAnyOrder("later\n", "newer\n");
  }

  @Test
  void aFileThatIsReplacedByAnother() throws IOException {
    Path log = append("a.log", "one\nhalf");
    follow(Input.file(log));
    assertThat(read(1)).isEqualTo("one\n");
    append("b.log", "two\n");
    Files.move(folder.resolve("b.log"), log, StandardCopyOption.REPLACE_EXISTING);
    assertThat(next()).isEqualTo("two\n");
    assertThat(next()).isEqualTo("half");
  }

  @Test
  void aFileThatIsTruncated() throws IOException {
    Path log = append("a.log", "one\ntwo\n");
    follow(Input.file(log));
    assertThat(read(2)).isEqualTo("one\ntwo\n");
    Files.writeString(log, "new\n");
    assertThat(read(1)).isEqualTo("new\n");
    assertThat(block.firstLine()).isEqualTo(1);
  }

  @Test
  void aFileThatIsWrittenAnewAndLonger() throws IOException {
    Path log = append("a.log", "one\n");
    follow(Input.file(log));
    assertThat(read(1)).isEqualTo("one\n");
    Files.writeString(log, "other\nlines\n");
    assertThat(read(2)).isEqualTo("other\nlines\n");
  }

  @Test
  void theStartOfALineBeforeATruncationIsALine() throws IOException {
    Path log = append("a.log", "one\nha");
    follow(Input.file(log));
    assertThat(read(1)).isEqualTo("one\n");
    assertThat(idle()).isTrue();
    Files.writeString(log, "n\n");
    assertThat(next()).isEqualTo("ha");
    assertThat(next()).isEqualTo("n\n");
  }

  @Test
  void severalFilesAndACompressedOne() throws IOException {
    Path a = append("a.log", "a\n");
    Path b = append("b.log", "b\n");
    Path c = folder.resolve("c.gz");
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
      gzip.write("c\n".getBytes(StandardCharsets.UTF_8));
    }
    Files.write(c, packed.toByteArray());
    follow(Input.file(a), Input.file(folder.resolve("none")), Input.file(c), Input.file(b));
    assertThat(List.of(read(1), read(1), read(1))).containsExactly("c\n", "a\n", "b\n");
    append("b.log", "bb\n");
    assertThat(read(1)).isEqualTo("bb\n");
    assertThat(block.input()).isEqualTo(3);
    assertThat(source.problems())
        .containsExactly(new ReadProblem(folder.resolve("none").toString(), "no such file"));
  }

  @Test
  void aStreamIsFollowedToItsEnd() throws IOException {
    PipedOutputStream writer = new PipedOutputStream();
    follow(Input.stream("-", new PipedInputStream(writer)));
    writer.write("one\ntw".getBytes(StandardCharsets.UTF_8));
    writer.flush();
    assertThat(read(1)).isEqualTo("one\n");
    writer.write("o\nend".getBytes(StandardCharsets.UTF_8));
    writer.flush();
    assertThat(read(1)).isEqualTo("two\n");
    writer.close();
    assertThat(next()).isEqualTo("end");
    assertThat(source.next(block)).isFalse();
    assertThat(source.problems()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-16LE", "UTF-16BE"})
  void linesInUtf16AreReadAsTheyCome(String name) throws IOException {
    Charset charset = Charset.forName(name);
    Path log = folder.resolve("a.log");
    byte[] text = "\ufeffone \ud83d\ude80\ntw".getBytes(charset);
    Files.write(log, new byte[] {text[0]});
    follow(Input.file(log));
    assertThat(idle()).isTrue();
    // The mark comes in halves, and so does each unit.
    Files.write(log, Arrays.copyOfRange(text, 1, 3), APPEND);
    assertThat(idle()).isTrue();
    Files.write(log, Arrays.copyOfRange(text, 3, text.length), APPEND);
    assertThat(next()).isEqualTo("one \ud83d\ude80\n");
    Files.write(log, "o\n".getBytes(charset), APPEND);
    assertThat(next()).isEqualTo("two\n");
    Files.writeString(log, "plain now\n");
    assertThat(next()).isEqualTo("plain now\n");
  }

  @Test
  void aStreamInUtf16IsFollowedToItsEnd() throws IOException {
    byte[] text = "\ufeffone\ntwo".getBytes(StandardCharsets.UTF_16LE);
    for (int cut : new int[] {0, 1, 2, 3, 4, text.length - 1}) {
      PipedOutputStream writer = new PipedOutputStream();
      follow(Input.stream("-", new PipedInputStream(writer)));
      writer.write(text, 0, cut);
      writer.flush();
      assertThat(cut > 3 || idle()).isTrue();
      writer.write(text, cut, text.length - cut);
      writer.close();
      StringBuilder all = new StringBuilder();
      while (source.next(block)) {
        all.append(
            new String(
                block.bytes(), block.from(), block.to() - block.from(), StandardCharsets.UTF_8));
      }
      assertThat(all).hasToString("one\ntwo");
    }
  }

  @Test
  void longLinesAreCut() throws IOException {
    Path log = append("a.log", "x".repeat(500) + "\nshort\n");
    follow(Input.file(log));
    assertThat(read(2)).isEqualTo("x".repeat(33) + "\nshort\n");
  }

  @Test
  void stoppingEndsTheWait() throws Exception {
    follow(Input.file(append("a.log", "")));
    Thread other = new Thread(source::stop);
    other.start();
    while (source.next(block)) {
      assertThat(block.to()).isZero();
    }
    other.join();
  }

  private void follow(Input... inputs) {
    source = LineSource.following(List.of(inputs), LIMITS);
  }

  private Path append(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text, CREATE, APPEND);
  }

  /** As many lines, which may come in several blocks. */
  private String read(int lines) {
    StringBuilder all = new StringBuilder();
    while (all.chars().filter(c -> c == '\n').count() < lines) {
      all.append(next());
    }
    return all.toString();
  }

  /** The next block that is not empty. */
  private String next() {
    do {
      assertThat(source.next(block)).isTrue();
    } while (block.to() == block.from());
    return new String(
        block.bytes(), block.from(), block.to() - block.from(), StandardCharsets.UTF_8);
  }

  private boolean idle() {
    return source.next(block) && block.to() == block.from();
  }
}
