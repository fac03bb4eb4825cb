package dev.whyvoy.core.summary;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whyvoy.core.record.LogLines;
import dev.whyvoy.core.source.Input;
import dev.whyvoy.core.source.Limits;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The summary of several logs is the same, byte by byte, however they are stored, in whichever
 * order they are named, read in pieces of any size, by any number of workers.
 */
class SameResultTest {
  private static final int LONGEST = 4096;
  private static final int ROUNDS = 24;

  @TempDir Path folder;

  @Test
  void storingOrderPiecesAndWorkersChangeNothing() throws IOException {
    List<byte[]> logs = new ArrayList<>();
    Path samples = Path.of("../../samples");
    for (String name : List.of("istio-rollout.log", "dead-host.json", "mixed-sidecar.log")) {
      logs.add(Files.readAllBytes(samples.resolve(name)));
    }
    logs.add(LogLines.mixed(5, 300));
    byte[] expected = null;
    Random random = new Random(20261124);
    for (int round = 0; round < ROUNDS; round++) {
      List<Input> inputs = new ArrayList<>();
      StringBuilder how = new StringBuilder();
      for (int i = 0; i < logs.size(); i++) {
        Packed packed = Packed.values()[(round + i * random.nextInt(5)) % Packed.values().length];
        inputs.add(input(packed.of(logs.get(i)), round + "-" + i, random.nextBoolean()));
        how.append(packed).append(' ');
      }
      Collections.shuffle(inputs, random);
      Limits limits = new Limits(1 + random.nextInt(round % 2 == 0 ? 3000 : 1 << 20), LONGEST);
      int threads = 1 + random.nextInt(4);
      LogScan.Result result =
          new LogScan(
                  new LogScan.Options(inputs, List.of(), Filter.ALL, List.of(), threads, limits))
              .summarize();
      assertThat(result.problems()).isEmpty();
      Totals.addUp(result.summary().accounting());
      byte[] bytes = result.summary().toBytes();
      expected = expected == null ? bytes : expected;
      assertThat(bytes).as("%s, %s, %s threads", how, limits, threads).isEqualTo(expected);
    }
  }

  private Input input(byte[] stored, String name, boolean file) throws IOException {
    return file
        ? Input.file(Files.write(folder.resolve(name), stored))
        : Input.stream(name, new ByteArrayInputStream(stored));
  }
}
