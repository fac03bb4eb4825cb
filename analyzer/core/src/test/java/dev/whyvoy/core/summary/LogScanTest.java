package dev.whyvoy.core.summary;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whyvoy.core.record.Field;
import dev.whyvoy.core.record.LineKind;
import dev.whyvoy.core.record.LogLines;
import dev.whyvoy.core.source.Input;
import dev.whyvoy.core.source.Limits;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LogScanTest {
  private static final int LONGEST = 4096;
  private static final byte[] LOG = LogLines.mixed(7, 2000);
  private static final long LINES = 2002;

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(ints = {61, 997, 4099, 65536, 1 << 20})
  void chunksAndThreadsDoNotChangeTheSummary(int chunk) throws IOException {
    byte[] expected = scan(stream(), 1 << 22, 1, Filter.ALL).toBytes();
    for (int threads = 1; threads <= 4; threads++) {
      assertThat(scan(file(), chunk, threads, Filter.ALL).toBytes())
          .as("file, %s threads", threads)
          .isEqualTo(expected);
      assertThat(scan(stream(), chunk, threads, Filter.ALL).toBytes())
          .as("stream, %s threads", threads)
          .isEqualTo(expected);
    }
  }

  @Test
  void everyLineIsAccountedFor() throws IOException {
    Accounting all = scan(file(), 997, 3, Filter.ALL).accounting();

    Totals.addUp(all);
    assertThat(all.lines()).isEqualTo(LINES);
    assertThat(all.tooLong()).isEqualTo(1);
    assertThat(all.filtered()).isZero();
    assertThat(all.kinds())
        .containsKeys(
            LineKind.ACCESS,
            LineKind.APPLICATION_LOG,
            LineKind.BLANK,
            LineKind.CUT_OFF,
            LineKind.BROKEN_JSON,
            LineKind.OTHER_TEXT);
    assertThat(all.healthy()).isPositive();
    assertThat(all.failed()).isPositive();
  }

  @Test
  void filteredRecordsAreAccountedFor() throws IOException {
    long noon = java.time.Instant.parse("2024-05-01T10:30:00Z").toEpochMilli();
    Accounting all = scan(file(), 997, 2, Filter.ALL).accounting();
    Accounting early =
        scan(file(), 997, 2, new Filter(Long.MIN_VALUE, noon, List.of())).accounting();

    Totals.addUp(early);
    assertThat(early.lines()).isEqualTo(LINES);
    assertThat(early.filtered()).isPositive();
    assertThat(early.records()).isEqualTo(all.records());
    assertThat(early.failed()).isPositive().isLessThan(all.failed());
  }

  @Test
  void nothingGivesNoLines() {
    Input nothing = Input.stream("-", new ByteArrayInputStream(new byte[0]));
    assertThat(scan(nothing, 10, 2, Filter.ALL).accounting().lines()).isZero();
  }

  private Input file() throws IOException {
    return Input.file(Files.write(folder.resolve("access.log"), LOG));
  }

  private static Input stream() {
    return Input.stream("-", new ByteArrayInputStream(LOG));
  }

  private static Summary scan(Input input, int chunk, int threads, Filter filter) {
    LogScan.Result result =
        new LogScan(
                new LogScan.Options(
                    List.of(input),
                    List.of(),
                    filter,
                    List.of(Field.METHOD),
                    threads,
                    new Limits(chunk, LONGEST)))
            .summarize();
    assertThat(result.problems()).isEmpty();
    return result.summary();
  }
}
