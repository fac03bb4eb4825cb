package dev.whyvoy.core.summary;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whyvoy.core.source.Input;
import dev.whyvoy.core.source.Limits;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every sample cut at every byte, and with every byte changed in turn: no line is ever lost. */
class EveryByteTest {
  private static final Path SAMPLES = Path.of("../../samples");

  /** Lines of each sample that are taken apart; they are spread over it. */
  private static final int LINES = 30;

  /** Start of a sample, in bytes, that is cut everywhere as a file. */
  private static final int START = 250;

  private static final Limits SMALL = new Limits(1 << 14, 1 << 13);

  static List<String> samples() throws IOException {
    try (Stream<Path> files = Files.list(SAMPLES)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".log") || name.endsWith(".json"))
          .sorted()
          .toList();
    }
  }

  static List<String> pastes() throws IOException {
    try (Stream<Path> files = Files.list(SAMPLES.resolve("pastes"))) {
      return files
          .map(file -> "pastes/" + file.getFileName())
          .filter(name -> name.endsWith(".txt"))
          .sorted()
          .toList();
    }
  }

  @ParameterizedTest
  @MethodSource("samples")
  void everyLineCutAtEveryByte(String sample) throws IOException {
    ByteArrayOutputStream log = new ByteArrayOutputStream();
    log.writeBytes(first(sample));
    long expected = 1;
    for (byte[] line : lines(sample)) {
      for (int length = 1; length <= line.length; length++) {
        log.write(line, 0, length);
        log.write('\n');
      }
      expected += line.length;
    }
    assertThat(scan(log.toByteArray()).lines()).isEqualTo(expected);
  }

  @ParameterizedTest
  @MethodSource("samples")
  void everyLineWithEveryByteChanged(String sample) throws IOException {
    Random random = new Random(7);
    ByteArrayOutputStream log = new ByteArrayOutputStream();
    log.writeBytes(first(sample));
    long expected = 1;
    for (byte[] line : lines(sample)) {
      for (int at = 0; at < line.length; at++) {
        byte[] changed = line.clone();
        do {
          changed[at] = (byte) random.nextInt(256);
        } while (changed[at] == '\n' || changed[at] == line[at]);
        log.writeBytes(changed);
        log.write('\n');
      }
      expected += line.length;
    }
    assertThat(scan(log.toByteArray()).lines()).isEqualTo(expected);
  }

  @ParameterizedTest
  @MethodSource({"samples", "pastes"})
  void everyFileCutAtEveryByte(String sample) throws IOException {
    byte[] whole = Files.readAllBytes(SAMPLES.resolve(sample));
    for (int length = 1; length <= Math.min(START, whole.length); length++) {
      byte[] cut = Arrays.copyOf(whole, length);
      Accounting account = scan(cut);
      if (whole[0] == '{' || whole[0] == '[') {
        // A document that ends early is lines again, but for what was taken out of it.
        assertThat(account.lines()).isPositive();
      } else {
        assertThat(account.lines()).isEqualTo(count(cut));
      }
    }
  }

  /** Of a compressed log, all that comes before the damage is read, and damage is never silent. */
  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "PLAIN")
  void everyCompressedFileCutAtEveryByte(Packed how) throws IOException {
    byte[] plain = Arrays.copyOf(first("istio-rollout.log"), START);
    byte[] stored = how.of(plain);
    for (int length = 10; length < stored.length; length++) {
      LogScan.Result result = result(Arrays.copyOf(stored, length), SMALL);
      assertThat(result.problems()).as("%s cut to %s", how, length).hasSize(1);
    }
    assertThat(result(stored, SMALL).problems()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "PLAIN")
  void everyCompressedFileWithEveryByteChanged(Packed how) throws IOException {
    byte[] plain = Arrays.copyOf(Files.readAllBytes(SAMPLES.resolve("istio-rollout.log")), START);
    byte[] stored = how.of(plain);
    Random random = new Random(11);
    for (int at = 0; at < stored.length; at++) {
      byte[] changed = stored.clone();
      changed[at] ^= (byte) (1 + random.nextInt(255));
      LogScan.Result result = result(changed, SMALL);
      assertThat(result.problems()).hasSizeLessThanOrEqualTo(1);
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void splices(long seed) throws IOException {
    Random random = new Random(seed);
    List<byte[]> all = new ArrayList<>();
    for (String sample : samples()) {
      all.add(Files.readAllBytes(SAMPLES.resolve(sample)));
    }
    for (int round = 0; round < 40; round++) {
      ByteArrayOutputStream log = new ByteArrayOutputStream();
      log.write('x');
      for (int piece = random.nextInt(40); piece >= 0; piece--) {
        byte[] from = all.get(random.nextInt(all.size()));
        int at = random.nextInt(from.length);
        log.write(from, at, random.nextInt(Math.min(800, from.length - at)));
      }
      byte[] bytes = log.toByteArray();
      assertThat(scan(bytes).lines()).isEqualTo(count(bytes));
    }
  }

  /** Lines of a sample, spread over it. */
  private static List<byte[]> lines(String sample) throws IOException {
    List<String> all = Files.readAllLines(SAMPLES.resolve(sample), StandardCharsets.ISO_8859_1);
    List<byte[]> some = new ArrayList<>();
    for (int i = 0; i < LINES; i++) {
      String line = all.get((int) ((long) i * all.size() / LINES));
      some.add(line.getBytes(StandardCharsets.ISO_8859_1));
    }
    return some;
  }

  /** Its first line, with which it is still the kind of log that it is. */
  private static byte[] first(String sample) throws IOException {
    String first = Files.readAllLines(SAMPLES.resolve(sample)).get(0) + "\n";
    return first.getBytes(StandardCharsets.UTF_8);
  }

  private static long count(byte[] log) {
    long ends = 0;
    for (byte b : log) {
      ends += b == '\n' ? 1 : 0;
    }
    return log[log.length - 1] == '\n' ? ends : ends + 1;
  }

  private static Accounting scan(byte[] log) {
    return result(log, SMALL).summary().accounting();
  }

  private static LogScan.Result result(byte[] log, Limits limits) {
    Input input = Input.stream("-", new ByteArrayInputStream(log));
    LogScan.Result result =
        new LogScan(
                new LogScan.Options(List.of(input), List.of(), Filter.ALL, List.of(), 1, limits))
            .summarize();
    Totals.addUp(result.summary().accounting());
    return result;
  }
}
