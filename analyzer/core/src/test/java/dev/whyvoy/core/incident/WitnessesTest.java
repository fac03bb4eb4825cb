package dev.whyvoy.core.incident;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whyvoy.core.hop.Story;
import dev.whyvoy.core.record.Field;
import dev.whyvoy.core.record.LineReader;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What other lines tell of the same requests. */
class WitnessesTest {
  private static final String REFUSED =
      "503 UF upstream_reset_before_response_started{remote_connection_failure}";

  @Test
  void recordsOfOneRequestAtTwoProxiesAreSeenOnce() {
    Witnesses witnesses =
        new MadePairs()
            .gateway(1, "503 - via_upstream", 9)
            .sidecar(1, REFUSED, 7)
            .gateway(2, "503 - via_upstream", 9)
            .witnesses();

    assertThat(witnesses.pairs()).hasSize(1);
    Witnesses.Seen seen = witnesses.pairs().get(0);
    assertThat(seen.pair().story()).isEqualTo(Story.FAILED_BEHIND);
    assertThat(seen.outer().cluster()).isEqualTo(MadePairs.OUTER);
    assertThat(seen.inner().cluster()).isEqualTo(MadePairs.INNER);
    assertThat(witnesses.hasLines()).isFalse();
  }

  @Test
  void recordsWithoutAPartnerAreNoPair() {
    Witnesses witnesses =
        new MadePairs().gateway(1, "503 - via_upstream", 9).sidecar(2, REFUSED, 7).witnesses();

    assertThat(witnesses.pairs()).isEmpty();
  }

  @Test
  void ownLogCompletesARecordOfTheSameTime() {
    MadePairs made =
        new MadePairs()
            .gateway(1, "503 UF -", 9)
            .text(
                "2026-05-01T10:00:01.010000Z\tdebug\tenvoy router\t[C12][S5] upstream reset: reset"
                    + " reason: remote connection failure, transport failure reason: delayed"
                    + " connect error: Connection refused");
    Witnesses witnesses = made.witnesses();
    Sighting record = made.episode("EV300", MadePairs.OUTER).sightings().get(0);

    assertThat(witnesses.hasLines()).isTrue();
    assertThat(witnesses.told(record)).isPresent();
    Sighting completed = witnesses.completed(List.of(record)).get(0);
    assertThat(completed.text(Field.UPSTREAM_TRANSPORT_FAILURE_REASON))
        .isEqualTo("delayed connect error: Connection refused");
    Map<Field, String> more = witnesses.ofAll(List.of(record.line()), new LineReader());
    assertThat(more).containsKey(Field.UPSTREAM_TRANSPORT_FAILURE_REASON);
  }

  @Test
  void ownLogOfAnotherTimeSaysNothing() {
    MadePairs made =
        new MadePairs()
            .gateway(1, "503 UF -", 9)
            .text(
                "2026-05-01T10:07:01.010000Z\tdebug\tenvoy router\t[C12][S5] upstream reset: reset"
                    + " reason: remote connection failure");
    Sighting record = made.episode("EV300", MadePairs.OUTER).sightings().get(0);

    assertThat(made.witnesses().told(record)).isEmpty();
    assertThat(made.witnesses().completed(List.of(record)).get(0).fields())
        .isEqualTo(record.fields());
  }
}
