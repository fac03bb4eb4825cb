package dev.whyvoy.core.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The quick way through a line gives what the plain one gives. */
class TextMatcherTest {
  private static final String[] ODD = {
    "-",
    "",
    "\"",
    " ",
    "\" ",
    "a b",
    "--",
    "0",
    "123456789",
    "12345678901234567890123",
    "-7",
    "UF,URX",
    "uf",
    "HTTP/1.1",
    "H",
    "HTTP/1.1.1",
    "1.2.3.4:80",
    "2024-05-01T10:00:00.000Z",
    "x\"y",
    "\u00e9",
    "a-quite-long-value-of-more-than-sixteen-bytes",
    "] \"",
    "\\\"",
    "\r",
    "\0"
  };

  private int matched;

  @Test
  void matchesAndReadsLikeThePlainOne() {
    Random random = new Random(20261124);
    for (TextMatcher matcher : KnownFormats.get().matchers()) {
      PlainMatcher plain = new PlainMatcher(matcher.layout());
      for (int i = 0; i < 400; i++) {
        check(matcher, plain, line(matcher.layout(), random));
      }
      boolean simple =
          matcher.layout().columns().stream().allMatch(column -> column.literal().length <= 8);
      assertThat(matched > 50).as(matcher.format().id()).isEqualTo(simple);
      matched = 0;
    }
  }

  private void check(TextMatcher matcher, PlainMatcher plain, String line) {
    byte[] text = line.getBytes(StandardCharsets.ISO_8859_1);
    int at = line.length() % 9;
    byte[] bytes = new byte[at + text.length + 64];
    // What is around a line must make no difference.
    Arrays.fill(bytes, (byte) "\" -1]".charAt(line.length() % 5));
    System.arraycopy(text, 0, bytes, at, text.length);
    AccessRecord record = new AccessRecord();
    record.clear(bytes, false);
    Map<Field, String> expected = plain.match(line);

    assertThat(matcher.match(bytes, at, at + text.length, record))
        .as(line)
        .isEqualTo(expected != null);
    if (expected != null) {
      matched++;
      for (Field field : Field.values()) {
        String value = expected.getOrDefault(field, "");
        assertThat(record.lacks(field)).as("%s of %s", field, line).isEqualTo(value.equals("-"));
        String read = record.has(field) ? slice(record, field) : "";
        assertThat(read).as("%s of %s", field, line).isEqualTo(value.equals("-") ? "" : value);
      }
    }
  }

  private static String slice(AccessRecord record, Field field) {
    return new String(
        record.bytes(), record.from(field), record.length(field), StandardCharsets.ISO_8859_1);
  }

  /** A line of a format; some of its values are odd, and some lines are damaged. */
  private static String line(TextLayout layout, Random random) {
    int odd = random.nextInt(3) == 0 ? 4 : 200;
    StringBuilder line = new StringBuilder(text(layout.prefix()));
    for (Column column : layout.columns()) {
      line.append(
          random.nextInt(odd) == 0 ? ODD[random.nextInt(ODD.length)] : usual(column, random));
      line.append(text(column.literal()));
    }
    int at = random.nextInt(line.length() + 1);
    switch (random.nextInt(16)) {
      case 0 -> line.setLength(at);
      case 1 -> line.insert(at, ODD[random.nextInt(ODD.length)]);
      case 2 -> line.delete(at, Math.min(line.length(), at + 1 + random.nextInt(3)));
      default -> {}
    }
    return line.toString();
  }

  private static String usual(Column column, Random random) {
    List<String> values =
        switch (column.type()) {
          case TIME -> List.of("2024-05-01T10:00:00.123Z", "1714557600.123");
          case INTEGER -> List.of("0", "17", "123456", "-", "12345678");
          case CODE -> List.of("200", "503", "0");
          case FLAGS -> List.of("-", "UF", "UF,URX", "UAEX");
          case PROTOCOL -> List.of("HTTP/1.1", "HTTP/2", "-");
          case METHOD -> List.of("GET", "POST", "-");
          default -> List.of("-", "via_upstream", "outbound|80||a.b.svc.cluster.local", "x/y?z=1");
        };
    return values.get(random.nextInt(values.size()));
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }
}
