package dev.whyvoy.core.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What holds for any bytes whatever. */
class LineReaderFuzzTest {
  @Test
  void readingIsTotalAndDependsOnTheLineAlone() {
    Random random = new Random(20240501);
    LineReader bare = new LineReader();
    LineReader surrounded = new LineReader();
    for (int i = 0; i < 6000; i++) {
      byte[] line = mutated(random);
      LineKind kind = bare.read(LogLines.padded(line), 0, line.length);
      Map<Field, String> fields = bare.record().fields();

      byte[] around = new byte[line.length + 96];
      Arrays.fill(around, (byte) "\"} 0]{-,:\\'".charAt(random.nextInt(11)));
      int at = 1 + random.nextInt(40);
      System.arraycopy(line, 0, around, at, line.length);
      String shown = new String(line, StandardCharsets.ISO_8859_1);

      assertThat(surrounded.read(around, at, at + line.length)).as(shown).isEqualTo(kind);
      assertThat(surrounded.record().fields()).as(shown).isEqualTo(fields);
      if (surrounded.record().bytes() == around) {
        staysInside(surrounded.record(), at, at + line.length, shown);
      }
    }
  }

  @Test
  void keysOfOtherLinesTakeNoRoomAway() {
    LineReader reader = new LineReader();
    for (int i = 0; i < 2000; i++) {
      byte[] other = String.format("{\"k%d\":{\"a\":1}}", i).getBytes(StandardCharsets.US_ASCII);
      reader.read(LogLines.padded(other), 0, other.length);
      byte[] line =
          "{\"common_properties\":{\"response_flags\":\"UF\"},\"response\":{\"response_code\":503}}"
              .getBytes(StandardCharsets.US_ASCII);
      if (i % 500 == 499) {
        assertThat(reader.read(LogLines.padded(line), 0, line.length)).isEqualTo(LineKind.ACCESS);
        assertThat(reader.record().fields()).as("after %d keys", i).hasSizeGreaterThan(1);
        reader = i == 999 ? new LineReader() : reader;
      }
    }
    StringBuilder many = new StringBuilder("{");
    for (int i = 0; i < 1100; i++) {
      many.append("\"k").append(i).append("\":1,");
    }
    byte[] wide = many.append("\"response_code\":503}").toString().getBytes(StandardCharsets.UTF_8);
    assertThat(reader.read(LogLines.padded(wide), 0, wide.length)).isEqualTo(LineKind.ACCESS);
    assertThat(reader.record().text(Field.RESPONSE_CODE)).isEqualTo("503");
  }

  @Test
  void everyStartOfALineCanBeRead() {
    LineReader reader = new LineReader();
    for (String line : LogLines.ALL) {
      byte[] bytes = line.getBytes(StandardCharsets.ISO_8859_1);
      for (int length = 0; length <= bytes.length; length++) {
        reader.read(LogLines.padded(Arrays.copyOf(bytes, length)), 0, length);
        staysInside(reader.record(), 0, length, line.substring(0, length));
      }
    }
  }

  private static void staysInside(AccessRecord record, int from, int to, String shown) {
    for (Field field : Field.values()) {
      if (record.has(field)) {
        assertThat(record.from(field)).as("%s of %s", field, shown).isBetween(from, to);
        assertThat(record.to(field)).as("%s of %s", field, shown).isBetween(from, to);
      }
    }
  }

  private static byte[] mutated(Random random) {
    byte[] line = any(random);
    for (int n = random.nextInt(4); n >= 0; n--) {
      int at = line.length == 0 ? 0 : random.nextInt(line.length);
      switch (random.nextInt(6)) {
        case 0 -> line = Arrays.copyOf(line, at);
        case 1 -> line = Arrays.copyOfRange(line, at, line.length);
        case 2 -> line = joined(line, at, new byte[1]);
        case 3 -> line = joined(line, at, any(random));
        case 4 -> line = joined(line, at, new byte[] {(byte) "\"\\ {}-[]'".charAt(at % 9)});
        default -> {
          if (line.length > 0) {
            line[at] ^= (byte) (1 << random.nextInt(8));
          }
        }
      }
    }
    return line;
  }

  private static byte[] any(Random random) {
    return LogLines.ALL
        .get(random.nextInt(LogLines.ALL.size()))
        .getBytes(StandardCharsets.ISO_8859_1);
  }

  private static byte[] joined(byte[] line, int at, byte[] piece) {
    byte[] all = Arrays.copyOf(line, line.length + piece.length);
    System.arraycopy(piece, 0, all, at, piece.length);
    System.arraycopy(line, at, all, at + piece.length, line.length - at);
    return all;
  }
}
