package dev.whyvoy.core.incident;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What requests tell that were seen at two proxies. */
class PairsSeenTest {
  private static final String REFUSED =
      "503 UF upstream_reset_before_response_started{remote_connection_failure}";

  private static PairsSeen seen(MadePairs made, String code, String cluster) {
    Episode main = made.episode(code, cluster);
    return PairsSeen.of(main, List.of(main), made.witnesses());
  }

  @Test
  void whatMostTellIsSaidWithBothLines() {
    MadePairs made = new MadePairs();
    for (int i = 1; i <= 4; i++) {
      made.gateway(i, "503 - via_upstream", 9).sidecar(i, REFUSED, 7);
    }
    PairsSeen pairs = seen(made, "EV901", MadePairs.OUTER);

    assertThat(pairs.alike()).hasSize(4);
    assertThat(pairs.outer()).isTrue();
    assertThat(pairs.words())
        .startsWith("4 of the requests were logged by two proxies: it failed first behind");
    assertThat(pairs.facts().all("pair")).containsExactly("failed_behind");
    assertThat(pairs.facts().number("pair_count")).hasValue(4);
    assertThat(pairs.lines()).hasSize(2);
    assertThat(pairs.lines().get(0)).contains(MadePairs.OUTER);
    assertThat(pairs.lines().get(1)).contains(MadePairs.INNER);
  }

  @Test
  void theSidecarsEpisodeIsSeenFromInside() {
    MadePairs made = new MadePairs();
    for (int i = 1; i <= 4; i++) {
      made.gateway(i, "503 - via_upstream", 9).sidecar(i, REFUSED, 7);
    }
    PairsSeen pairs = seen(made, "EV381", MadePairs.INNER);

    assertThat(pairs.outer()).isFalse();
    assertThat(pairs.facts().all("pair_side")).containsExactly("inner");
  }

  @Test
  void differentStoriesInEqualPartsTellNothing() {
    MadePairs made = new MadePairs();
    for (int i = 1; i <= 3; i++) {
      made.gateway(i, "503 - via_upstream", 9).sidecar(i, REFUSED, 7);
      made.gateway(10 + i, "503 - via_upstream", 9)
          .sidecar(10 + i, "403 - rbac_access_denied_matched_policy[none]", 1);
    }

    assertThat(seen(made, "EV901", MadePairs.OUTER)).isEqualTo(PairsSeen.NONE);
  }

  @Test
  void onePairSaysLittleAboutMany() {
    MadePairs made = new MadePairs().gateway(0, "503 - via_upstream", 9).sidecar(0, REFUSED, 7);
    assertThat(seen(made, "EV901", MadePairs.OUTER).words())
        .startsWith("1 of the requests was logged by two proxies");
    for (int i = 1; i <= 12; i++) {
      made.gateway(i, "503 - via_upstream", 9);
    }

    assertThat(seen(made, "EV901", MadePairs.OUTER)).isEqualTo(PairsSeen.NONE);
    assertThat(PairsSeen.NONE.words()).isEmpty();
    assertThat(PairsSeen.NONE.lines()).isEmpty();
    assertThat(PairsSeen.NONE.facts().isEmpty()).isTrue();
  }
}
