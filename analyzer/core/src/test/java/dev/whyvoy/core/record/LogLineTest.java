package dev.whyvoy.core.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LogLineTest {
  private static final long START = Instant.parse("2026-03-04T09:00:00.100Z").toEpochMilli();
  private static final String RESET =
      "[2026-03-04 09:00:00.123][12][debug][router] [source/common/http/router.cc:1] [C7][S55]"
          + " upstream reset: reset reason: connection failure, transport failure reason: delayed"
          + " connect error: Connection refused";
  private static final String REPLY =
      "2026-03-04T09:00:00.123456Z\tdebug\tenvoy http external/x.cc:1\t[Tags: \"ConnectionId\":"
          + "\"7\",\"StreamId\":\"55\"] Sending local reply with details no_healthy_upstream"
          + "\tthread=12";

  @Test
  void resetsAndRepliesAreReadInBothLayouts() {
    LogLine reset = LogLine.of(RESET).orElseThrow();
    assertThat(reset)
        .isEqualTo(
            new LogLine(
                START + 23,
                7,
                "55",
                "",
                "connection failure",
                "delayed connect error: Connection refused"));
    assertThat(reset.asDetails())
        .isEqualTo(
            "upstream_reset_before_response_started{connection_failure|delayed_connect_error:"
                + "_Connection_refused}");
    LogLine reply = LogLine.of(REPLY).orElseThrow();
    assertThat(reply.connection()).isEqualTo(7);
    assertThat(reply.stream()).isEqualTo("55");
    assertThat(reply.details()).isEqualTo("no_healthy_upstream");
    assertThat(LogLine.of("hello")).isEmpty();
  }

  @Test
  void tiedByConnectionThenDetailsThenTime() {
    LogLine reset = LogLine.of(RESET).orElseThrow();
    LogLine reply = LogLine.of(REPLY).orElseThrow();
    assertThat(tie(reset, START, "connection_id", "7")).contains(LogLine.Tie.CONNECTION);
    assertThat(tie(reset, START, "connection_id", "8")).isEmpty();
    assertThat(tie(reset, START + 5000, "connection_id", "7")).isEmpty();
    assertThat(tie(reply, START, "response_code_details", "no_healthy_upstream"))
        .contains(LogLine.Tie.DETAILS);
    assertThat(tie(reply, START, "response_code_details", "cluster_not_found")).isEmpty();
    assertThat(tie(reply, START, "duration", "23")).contains(LogLine.Tie.TIME);
    assertThat(tie(reply, START - 900, "duration", "23")).isEmpty();
    assertThat(tie(reply, AccessRecord.NO_TIME, "duration", "23")).isEmpty();
  }

  private static Optional<LogLine.Tie> tie(LogLine line, long start, String field, String value) {
    Field key = java.util.Objects.requireNonNull(Field.of(field));
    return line.tie(Map.of(key, value), start);
  }
}
