package dev.whyvoy.core.incident;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Where an incident that two proxies logged began. */
class OriginTest {
  private static final String REFUSED =
      "503 UF upstream_reset_before_response_started{remote_connection_failure}";

  @Test
  void whatFailedBehindTheSidecarBeganThere() {
    MadePairs made = new MadePairs();
    for (int i = 1; i <= 5; i++) {
      made.gateway(i, "503 - via_upstream", 9).sidecar(i, REFUSED, 7);
    }
    Episode outer = made.episode("EV901", MadePairs.OUTER);
    Episode inner = made.episode("EV381", MadePairs.INNER);

    Origin origin = Origin.of(List.of(outer, inner), made.witnesses());

    assertThat(origin.episodes()).containsExactly(inner);
    assertThat(origin.main()).isEqualTo(inner);
  }

  @Test
  void whatTheGatewayGaveUpBeganAtTheGateway() {
    MadePairs made = new MadePairs();
    for (int i = 1; i <= 5; i++) {
      made.gateway(i, "504 UT response_timeout", 5000)
          .sidecar(i, "0 DC downstream_remote_disconnect", 4999);
    }
    Episode outer = made.episode("EV601", MadePairs.OUTER);
    Episode inner = made.episode("EV101", MadePairs.INNER);

    assertThat(Origin.of(List.of(inner, outer), made.witnesses()).episodes())
        .containsExactly(outer);
  }

  @Test
  void withoutPairsTheLargestIsTheMainOne() {
    MadePairs made = new MadePairs();
    made.gateway(1, "503 - via_upstream", 9).gateway(2, "503 - via_upstream", 9);
    made.sidecar(7, REFUSED, 7);
    Episode outer = made.episode("EV901", MadePairs.OUTER);
    Episode inner = made.episode("EV381", MadePairs.INNER);

    Origin origin = Origin.of(List.of(inner, outer), made.witnesses());

    assertThat(origin.episodes()).containsExactly(inner, outer);
    assertThat(origin.main()).isEqualTo(outer);
  }

  @Test
  void oneEpisodeIsItsOwnOrigin() {
    MadePairs made = new MadePairs().sidecar(7, REFUSED, 7);
    Episode alone = made.episode("EV381", MadePairs.INNER);

    assertThat(Origin.of(List.of(alone), made.witnesses()).main()).isEqualTo(alone);
  }
}
