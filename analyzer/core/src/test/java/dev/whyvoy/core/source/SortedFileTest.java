package dev.whyvoy.core.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whyvoy.core.record.AccessRecord;
import dev.whyvoy.core.record.Bytes;
import dev.whyvoy.core.record.LineKind;
import dev.whyvoy.core.record.LineReader;
import dev.whyvoy.core.record.LogLines;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SortedFileTest {
  private static final Instant START = Instant.parse("2024-05-01T00:00:00Z");
  private static final int SECONDS = 20_000;

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 600, 5000, 12_345, 19_999, 30_000})
  void whatIsReadIsTheSameAsWithoutPassingOver(int second) throws IOException {
    Path file = Files.write(folder.resolve("a.log"), lines(new Random(5)));
    long since = START.plusSeconds(second).toEpochMilli();
    Read all = read(file, since, Long.MAX_VALUE);
    Read some = read(file, since, 0);
    assertThat(some.times).isEqualTo(all.times);
    assertThat(all.passedOver).isZero();
    if (second >= 5000) {
      assertThat(some.passedOver).isPositive();
    }
  }

  @Test
  void nothingIsPassedOverInAFileThatIsNotSorted() throws IOException {
    List<String> lines = lines(new Random(7));
    Collections.shuffle(lines, new Random(8));
    Path file = Files.write(folder.resolve("a.log"), lines);
    assertThat(read(file, START.plusSeconds(15_000).toEpochMilli(), 0).passedOver).isZero();
  }

  @Test
  void nothingIsPassedOverWithoutTimes() throws IOException {
    Path file = Files.write(folder.resolve("a.log"), Collections.nCopies(9000, "just some words"));
    assertThat(read(file, START.toEpochMilli(), 0).passedOver).isZero();
  }

  /** Times of the records that count, and what was passed over. */
  private record Read(List<Long> times, long passedOver) {}

  /** A line a second by end, some of long requests, slightly out of order. */
  private static List<String> lines(Random random) {
    TreeSet<String> sorted = new TreeSet<>();
    for (int second = 0; second < SECONDS; second++) {
      int duration = random.nextInt(50) == 0 ? random.nextInt(9_000_000) : random.nextInt(500);
      Instant end = START.plusSeconds(second + random.nextInt(20)).plusMillis(random.nextInt(1000));
      Instant start = end.minusMillis(duration);
      sorted.add(
          "%06d".formatted(second)
              + LogLines.ENVOY
                  .replace("2024-05-01T10:00:01.000Z", start.toString())
                  .replace(" 11 3 2 ", " 11 " + duration + " 2 "));
    }
    return new ArrayList<>(sorted.stream().map(line -> line.substring(6)).toList());
  }

  private static Read read(Path file, long since, long large) {
    List<Long> times = new ArrayList<>();
    LineReader reader = new LineReader();
    Block block = new Block();
    try (LineSource source =
        new LineSource(List.of(Input.file(file)), new Limits(8192, 4096), false)) {
      source.since(since, LineReader::new, large);
      while (source.next(block)) {
        int at = block.from();
        while (at < block.to()) {
          int end = Bytes.newline(block.bytes(), at, block.to());
          if (reader.read(block.bytes(), at, end) == LineKind.ACCESS) {
            long time = reader.record().time();
            if (time != AccessRecord.NO_TIME && time >= since) {
              times.add(time);
            }
          }
          at = end + 1;
        }
      }
      return new Read(times, source.passedOver());
    }
  }
}
