package dev.whyvoy.core.summary;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whyvoy.core.record.Bytes;
import dev.whyvoy.core.record.LineReader;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LinesByIdTest {
  private record Named(String id, String line) {}

  @Test
  void linesOfOneIdComeTogether() {
    LinesById lines = new LinesById();
    add(lines, new Named("00000000-aaaa", "one"));
    add(lines, new Named("00000000-bbbb", "two"));
    add(lines, new Named("00000000-aaaa", "three"));
    add(lines, new Named("00000000-aaaa", "three"));
    add(lines, new Named("7", "an id that many have"));
    add(lines, new Named("7", "another"));

    assertThat(lines.together()).hasSize(1);
    assertThat(lines.together().get(0)).containsExactlyInAnyOrder("one", "three");
    assertThat(lines.added()).isEqualTo(4);
    assertThat(lines.notKept()).as("said twice").isEqualTo(1);
  }

  @Test
  void accessLinesMeetComponentLinesOfTheirConnection() {
    LinesById lines = new LinesById();
    byte[] log = Bytes.padded("[C12][S5] upstream reset");
    lines.addConnection(12, log, 0, log.length - Bytes.PADDING);
    byte[] access = Bytes.padded("503 UF 12");
    lines.addConnection(12, access, 0, access.length - Bytes.PADDING);
    lines.addConnection(13, access, 0, access.length - Bytes.PADDING);
    assertThat(lines.together()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void orderAndSharingChangeNothing(long seed) throws IOException {
    Random random = new Random(seed);
    List<Named> all = new ArrayList<>();
    for (int i = 0; i < 3000; i++) {
      String id = new UUID(random.nextLong(), random.nextLong()).toString();
      int lines = random.nextInt(7);
      for (int k = 0; k <= lines; k++) {
        all.add(new Named(id, "line " + k + " of " + id + " ".repeat(random.nextInt(1600))));
      }
    }
    byte[] expected = bytes(of(all));
    Collections.shuffle(all, random);
    LinesById parts = of(all.subList(0, 2000));
    LinesById rest = of(all.subList(5000, all.size()));
    rest.merge(of(all.subList(2000, 5000)));
    byte[] before = bytes(rest);
    parts.merge(rest);

    assertThat(bytes(parts)).isEqualTo(expected);
    assertThat(bytes(rest)).as("merging leaves the other as it is").isEqualTo(before);
    assertThat(bytes(LinesById.read(new DataInputStream(new ByteArrayInputStream(expected)))))
        .isEqualTo(expected);
    assertThat(expected.length).isLessThan(8 << 20);
    assertThat(parts.together()).hasSizeBetween(500, 1024);
    assertThat(parts.notKept()).isPositive().isLessThan(parts.added());
  }

  private static LinesById of(List<Named> all) {
    LinesById lines = new LinesById();
    all.forEach(named -> add(lines, named));
    return lines;
  }

  private static void add(LinesById lines, Named named) {
    byte[] json = Bytes.padded("{\"response_code\":503,\"request_id\":\"" + named.id() + "\"}");
    LineReader reader = new LineReader();
    reader.read(json, 0, json.length - Bytes.PADDING);
    byte[] line = Bytes.padded(named.line());
    lines.add(reader.record(), line, 0, line.length - Bytes.PADDING);
  }

  private static byte[] bytes(LinesById lines) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    lines.write(new DataOutputStream(bytes));
    return bytes.toByteArray();
  }
}
