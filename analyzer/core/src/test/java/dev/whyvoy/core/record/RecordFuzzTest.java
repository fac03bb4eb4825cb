package dev.whyvoy.core.record;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.fasterxml.jackson.core.JsonProcessingException;
import dev.whyvoy.grammar.Span;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** What holds for any line, any format and any configuration. */
class RecordFuzzTest {
  private static final LineReader READER = new LineReader();
  private static final LineReader AGAIN = new LineReader();
  private static final PastedRecords PASTED = new PastedRecords();

  @FuzzTest
  void line(byte[] line) {
    check(READER, line);
    Map<Field, String> fields = READER.record().fields();
    byte[] around = new byte[line.length + 64];
    Arrays.fill(around, (byte) '"');
    System.arraycopy(line, 0, around, 5, line.length);
    AGAIN.read(around, 5, 5 + line.length);
    assertThat(AGAIN.record().fields()).isEqualTo(fields);
  }

  /** The first line is a format, the others are lines of a log. */
  @FuzzTest
  void format(byte[] bytes) {
    String[] lines = new String(bytes, StandardCharsets.ISO_8859_1).split("\n", 5);
    LineReader reader;
    try {
      reader = LineReader.of(List.of(lines[0]));
    } catch (IllegalArgumentException e) {
      assertThat(e).hasMessageMatching("(?s).*column [0-9]+.*|the format has no .*|.*: .*");
      return;
    }
    for (int i = 1; i < lines.length; i++) {
      check(reader, lines[i].getBytes(StandardCharsets.ISO_8859_1));
    }
  }

  @FuzzTest
  void paste(byte[] bytes) {
    String text = new String(bytes, StandardCharsets.UTF_8);
    for (RecordReader.Value value : PASTED.read(text).orElse(List.of())) {
      Span span = value.span();
      assertThat(span.to()).isLessThanOrEqualTo(text.length());
    }
  }

  @FuzzTest
  void config(byte[] bytes) throws IOException {
    try {
      ConfigNode.parse(new String(bytes, StandardCharsets.UTF_8), 0).forEach(ConfigNode::json);
    } catch (JsonProcessingException e) {
      // What is told of it; the rest shows the text.
      String first = e.getOriginalMessage().lines().findFirst().orElse("");
      assertThat(first).doesNotContain("\u0000");
    }
  }

  private static void check(LineReader reader, byte[] line) {
    reader.read(Arrays.copyOf(line, line.length + Bytes.PADDING), 0, line.length);
    AccessRecord record = reader.record();
    record.time();
    int room = record.bytes().length;
    for (Field field : Field.values()) {
      if (record.has(field)) {
        assertThat(record.from(field)).isBetween(0, room);
        assertThat(record.to(field)).isBetween(record.from(field), room);
      }
    }
  }
}
