package dev.whyvoy.core.record;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Text formats of users' own, without being told. */
class LooseReaderTest extends LineTest {
  @Test
  void aPairIsNoDetailsAndItsKeySaysWhatItIs() {
    AccessRecord record =
        access(
            "[2026-03-04T10:00:00.123Z] \"GET /a b HTTP/1.1\" 200 - rt=7"
                + " upstream_host=\"10.0.0.1:80\" cluster=outbound|80||a.b duration=12");
    assertThat(record.has(Field.RESPONSE_CODE_DETAILS)).isFalse();
    assertThat(record.text(Field.UPSTREAM_HOST)).isEqualTo("10.0.0.1:80");
    assertThat(record.text(Field.UPSTREAM_CLUSTER)).isEqualTo("outbound|80||a.b");
    assertThat(record.text(Field.DURATION)).isEqualTo("12");
  }

  @Test
  void noFlagsWithoutARequestLineIfANumberFollows() {
    AccessRecord record = access("2026-03-04T10:00:00.123Z 200 - 14 10.0.0.1:80 a.b");
    assertThat(record.text(Field.RESPONSE_CODE)).isEqualTo("200");
    assertThat(record.lacks(Field.RESPONSE_FLAGS)).isTrue();
    assertThat(read("2026-03-04T10:00:00.123Z 200 - and so on")).isEqualTo(LineKind.OTHER_TEXT);
  }
}
