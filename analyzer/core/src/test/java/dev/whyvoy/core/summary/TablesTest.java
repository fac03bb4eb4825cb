package dev.whyvoy.core.summary;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whyvoy.core.record.Bytes;
import dev.whyvoy.core.record.LineReader;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TablesTest {
  private static final int LINES = 6000;
  private static final int CLUSTERS = 900;

  private static byte[] line(int i) {
    return Bytes.padded(
        "{\"start_time\":\"2026-03-04T09:%02d:%02d.000Z\",\"response_code\":%s,\"request_id\":\"request-%d\",\"duration\":%d,\"upstream_cluster\":\"outbound|80||c%d\"}"
            .formatted(
                i / 60 % 60,
                i % 60,
                i % 3 == 0 ? "200,\"response_flags\":\"-\"" : "503,\"response_flags\":\"UF\"",
                i,
                i * 7 % 9000,
                i * 31 % CLUSTERS));
  }

  private static void add(Recorder recorder, int i) {
    byte[] line = line(i);
    recorder.add(line, 0, line.length - Bytes.PADDING);
  }

  private static Recorder recorder(Tables tables) {
    return new Recorder(tables.open(), new LineReader(), Filter.ALL, 1 << 20);
  }

  @ParameterizedTest
  @ValueSource(longs = {0, 300, 1000, 1_000_000})
  void itIsTheSameHoweverOftenTablesAreHandedIn(long most) {
    Recorder alone = new Recorder(LogScan.Options.of(List.of()));
    Tables tables = new Tables(List.of(), 3, most);
    List<Recorder> workers = new ArrayList<>();
    for (int worker = 0; worker < 3; worker++) {
      workers.add(recorder(tables));
    }
    int handedIn = 0;
    for (int i = 0; i < LINES; i++) {
      add(alone, i);
      int worker = i * 13 % 3;
      add(workers.get(worker), i);
      if (tables.isLarge(workers.get(worker).summary())) {
        tables.handIn(workers.get(worker).summary());
        workers.set(worker, recorder(tables));
        handedIn++;
      }
    }
    workers.forEach(worker -> tables.handIn(worker.summary()));
    assertThat(tables.all().toBytes()).isEqualTo(alone.summary().toBytes());
    if (most < 1000) {
      assertThat(handedIn).isPositive();
    } else if (most == 1_000_000) {
      assertThat(handedIn).isZero();
    }
  }

  @Test
  void withoutALineThereIsAnEmptySummary() {
    assertThat(new Tables(List.of(), 2).all().toBytes())
        .isEqualTo(new Summary(List.of()).toBytes());
  }
}
