package dev.whyvoy.core.summary;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.whyvoy.core.source.Input;
import dev.whyvoy.core.source.Limits;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;

/** Any bytes as a log, from end to end. */
class ScanFuzzTest {
  private static final int LONGEST = 600;

  @FuzzTest
  void log(byte[] bytes) throws IOException {
    Summary whole = scan(bytes, 1 << 16);
    Totals.addUp(whole.accounting());
    byte[] told = whole.toBytes();
    assertArrayEquals(told, scan(bytes, 61).toBytes());
    assertArrayEquals(told, Summary.fromBytes(told).toBytes());
  }

  private static Summary scan(byte[] bytes, int chunk) {
    return new LogScan(
            new LogScan.Options(
                List.of(Input.stream("-", new ByteArrayInputStream(bytes))),
                List.of(),
                Filter.ALL,
                List.of(),
                1,
                new Limits(chunk, LONGEST)))
        .summarize()
        .summary();
  }
}
