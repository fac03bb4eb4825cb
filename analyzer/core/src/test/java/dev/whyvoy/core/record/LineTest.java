package dev.whyvoy.core.record;

import static org.assertj.core.api.Assertions.assertThat;

/** Reads single lines for tests. */
abstract class LineTest {
  LineReader reader = new LineReader();

  /** What is read of a line that must be an access record. */
  final AccessRecord access(String line) {
    assertThat(read(line)).as(line).isEqualTo(LineKind.ACCESS);
    return reader.record();
  }

  final LineKind read(String line) {
    byte[] bytes = Bytes.padded(line);
    return reader.read(bytes, 0, bytes.length - Bytes.PADDING);
  }

  static void says(AccessRecord record, Field field, String text) {
    assertThat(record.text(field)).as(field.key()).isEqualTo(text);
  }
}
