package dev.whyvoy.core.record;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.fasterxml.jackson.core.JsonProcessingException;
import dev.whyvoy.grammar.Span;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** What holds for any line, any format and any configuration. */
class RecordFuzzTest {
  /** Whether each input is tried in one way only, which its last byte picks; builds try all. */
  private static final boolean ONE_WAY = Boolean.getBoolean("whyvoy.fuzz");

  private static final LineReader READER = new LineReader();
  private static final LineReader AGAIN = new LineReader();
  private static final PastedRecords PASTED = new PastedRecords();
  private static final Field[] FIELDS = Field.values();
  private static final Pattern REFUSED =
      Pattern.compile("(?s).*column [0-9]+.*|the format has no .*|.*: .*");
  private static final Timestamps USED = new Timestamps();

  /** A reader for each known format alone. */
  private static final List<LineReader> KNOWN =
      KnownFormats.get().all().stream()
          .map(LogFormat::format)
          .filter(format -> !format.isEmpty())
          .map(format -> LineReader.of(List.of(format)))
          .toList();

  @FuzzTest
  void line(byte[] line) {
    check(READER, line);
    if (!ONE_WAY || pick(line, 4) == 0) {
      Map<Field, String> fields = READER.record().fields();
      byte[] around = new byte[line.length + 64];
      Arrays.fill(around, (byte) '"');
      System.arraycopy(line, 0, around, 5, line.length);
      AGAIN.read(around, 5, 5 + line.length);
      assertEquals(fields, AGAIN.record().fields());
    }
  }

  /** The same by each of the known formats alone. */
  @FuzzTest
  void known(byte[] line) {
    if (ONE_WAY) {
      check(KNOWN.get(pick(line, KNOWN.size())), line);
    } else {
      KNOWN.forEach(reader -> check(reader, line));
    }
  }

  /** The first line is a format, the others are lines of a log. */
  @FuzzTest
  void format(byte[] bytes) {
    String[] lines = new String(bytes, StandardCharsets.ISO_8859_1).split("\n", 5);
    LineReader reader;
    try {
      reader = LineReader.of(List.of(lines[0]));
    } catch (IllegalArgumentException e) {
      assertTrue(REFUSED.matcher(e.getMessage()).matches(), e.getMessage());
      return;
    }
    for (int i = 1; i < lines.length; i++) {
      check(reader, lines[i].getBytes(StandardCharsets.ISO_8859_1));
    }
  }

  /** What a time is does not depend on the times before it. */
  @FuzzTest
  void time(byte[] bytes) {
    byte[] padded = Arrays.copyOf(bytes, bytes.length + Bytes.PADDING);
    assertEquals(
        new Timestamps().read(padded, 0, bytes.length), USED.read(padded, 0, bytes.length));
    if (!ONE_WAY || pick(bytes, 16) == 0) {
      OtherTimes.read(padded, 0, bytes.length);
    }
  }

  @FuzzTest
  void paste(byte[] bytes) {
    String text = new String(bytes, StandardCharsets.UTF_8);
    for (RecordReader.Value value : PASTED.read(text).orElse(List.of())) {
      Span span = value.span();
      assertTrue(span.to() <= text.length(), text);
    }
  }

  @FuzzTest
  void config(byte[] bytes) throws IOException {
    try {
      ConfigNode.parse(new String(bytes, StandardCharsets.UTF_8), 0).forEach(ConfigNode::json);
    } catch (JsonProcessingException e) {
      assertTrue(!e.getOriginalMessage().isBlank());
    }
  }

  /** One of so many ways, told by the last byte. */
  private static int pick(byte[] bytes, int ways) {
    return bytes.length == 0 ? 0 : (bytes[bytes.length - 1] & 0xff) % ways;
  }

  private static void check(LineReader reader, byte[] line) {
    reader.read(Arrays.copyOf(line, line.length + Bytes.PADDING), 0, line.length);
    AccessRecord record = reader.record();
    record.time();
    int room = record.bytes().length;
    for (Field field : FIELDS) {
      if (record.has(field)) {
        int from = record.from(field);
        int to = record.to(field);
        assertTrue(0 <= from && from <= to && to <= room, field.key());
      }
    }
  }
}
