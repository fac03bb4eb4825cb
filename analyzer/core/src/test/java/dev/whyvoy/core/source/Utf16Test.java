package dev.whyvoy.core.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class Utf16Test {
  private static final String TEXT = "\ufeffa line\r\n\u00e9 \u20ac \ud83d\ude00\nend";

  @Test
  void isReadInBothOrders() throws IOException {
    for (Charset charset : List.of(StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE)) {
      assertThat(read(TEXT.getBytes(charset))).isEqualTo(TEXT.substring(1));
    }
  }

  @Test
  void piecesOfAnySizeAreTheSame() throws IOException {
    byte[] bytes = ("\ufeff" + "x\ud83d\ude00".repeat(5000)).getBytes(StandardCharsets.UTF_16LE);
    ByteArrayInputStream oneByOne =
        new ByteArrayInputStream(bytes) {
          @Override
          public synchronized int read(byte[] to, int from, int length) {
            return super.read(to, from, Math.min(1, length));
          }
        };
    assertThat(new String(Utf16.undo(oneByOne).readAllBytes(), StandardCharsets.UTF_8))
        .isEqualTo("x\ud83d\ude00".repeat(5000));
  }

  @Test
  void whatIsBrokenIsReplaced() throws IOException {
    byte[] bytes = "\ufeffa\ud83d\ude00b".getBytes(StandardCharsets.UTF_16LE);
    assertThat(read(Arrays.copyOf(bytes, 6))).isEqualTo("a\ufffd");
    assertThat(read(Arrays.copyOf(bytes, 7))).isEqualTo("a\ufffd");
    assertThat(read(new byte[] {-1, -2, 0, (byte) 0xdc, 'b', 0})).isEqualTo("\ufffdb");
  }

  @Test
  void everythingElseStaysAsItIs() throws IOException {
    for (byte[] bytes :
        List.of(
            new byte[0],
            new byte[] {-1},
            new byte[] {-1, -2, 0, 0, 'a', 0, 0, 0},
            "ab\n".getBytes(StandardCharsets.UTF_8),
            "\ufeffab".getBytes(StandardCharsets.UTF_8))) {
      assertThat(Utf16.undo(new ByteArrayInputStream(bytes)).readAllBytes()).isEqualTo(bytes);
    }
  }

  private static String read(byte[] bytes) throws IOException {
    return new String(
        Utf16.undo(new ByteArrayInputStream(bytes)).readAllBytes(), StandardCharsets.UTF_8);
  }
}
