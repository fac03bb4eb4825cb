package dev.whyvoy.core.diagnose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.whyvoy.core.fact.Facts;
import dev.whyvoy.core.knowledge.Cause;
import dev.whyvoy.core.knowledge.Commonness;
import dev.whyvoy.core.knowledge.Condition;
import dev.whyvoy.core.knowledge.Evidence;
import dev.whyvoy.core.knowledge.Evidence.Bearing;
import dev.whyvoy.core.knowledge.Evidence.Strength;
import dev.whyvoy.core.knowledge.FactTest;
import dev.whyvoy.core.knowledge.Knowledge;
import dev.whyvoy.core.knowledge.Side;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CauseRankingTest {
  private static final CauseRanking RANKING =
      new CauseRanking(Conditions.ofEvidence(Knowledge.load().facts()));
  private static final Facts EVERY = Facts.of("frequency", "every-request");

  @Test
  void withoutEvidenceTheCommonerComesFirst() {
    List<RankedCause> ranked =
        rank(Facts.NONE, cause("a", Commonness.COMMON), cause("b", Commonness.USUAL));
    assertThat(ranked).extracting(r -> r.cause().id()).containsExactly("b", "a");
    double total = 1 + Math.exp(1.5) + Math.exp(0.5);
    assertThat(ranked.get(0).likelihood()).isCloseTo(Math.exp(1.5) / total, within(1e-9));
  }

  @Test
  void evidenceAddsUpAndIsTold() {
    Cause cause =
        cause(
            "a",
            Commonness.OCCASIONAL,
            evidence(Bearing.FOR, Strength.FAIR, "fair"),
            evidence(Bearing.FOR, Strength.STRONG, "strong"),
            evidence(Bearing.AGAINST, Strength.SLIGHT, "slight"));
    RankedCause ranked = rank(EVERY, cause).get(0);
    double odds = Math.exp(-0.7 + 1 + 2 - 0.5);
    assertThat(ranked.likelihood()).isCloseTo(odds / (1 + odds), within(1e-9));
    assertThat(ranked.because()).containsExactly("strong", "fair");
    assertThat(ranked.against()).containsExactly("slight");
    assertThat(rank(Facts.NONE, cause).get(0).because()).isEmpty();
  }

  @Test
  void whatIsRuledOutIsGone() {
    Cause cause = cause("a", Commonness.USUAL, evidence(Bearing.RULES_OUT, Strength.SETTLES, "no"));
    assertThat(rank(EVERY, cause)).isEmpty();
    assertThat(rank(Facts.NONE, cause)).hasSize(1);
  }

  @Test
  void manyRareCausesDoNotDrownTheUsualOne() {
    List<Cause> causes = new ArrayList<>();
    causes.add(cause("usual", Commonness.USUAL));
    for (int i = 0; i < 100; i++) {
      causes.add(cause("rare-" + i, Commonness.RARE));
    }
    List<RankedCause> ranked = RANKING.rank("EV300", causes, Facts.NONE);
    double usual = Math.exp(1.5);
    assertThat(ranked.get(0).likelihood()).isCloseTo(usual / (usual + 2), within(1e-9));
    double sum = ranked.stream().mapToDouble(RankedCause::likelihood).sum();
    assertThat(sum).isCloseTo((usual + 1) / (usual + 2), within(1e-9));
  }

  @Test
  void aRareCauseThatIsSupportedStandsForItself() {
    Cause rare = cause("rare", Commonness.RARE, evidence(Bearing.FOR, Strength.SETTLES, "it is"));
    assertThat(rank(EVERY, cause("usual", Commonness.USUAL), rare).get(0).cause().id())
        .isEqualTo("rare");
  }

  private static List<RankedCause> rank(Facts facts, Cause... causes) {
    return RANKING.rank("EV300", List.of(causes), facts);
  }

  private static Evidence evidence(Bearing bearing, Strength strength, String because) {
    FactTest test = new FactTest.AnyOf("frequency", List.of("every-request"));
    Condition when = new Condition(List.of(new Condition.AllOf(List.of(test))));
    return new Evidence(bearing, strength, when, because);
  }

  private static Cause cause(String id, Commonness commonness, Evidence... evidence) {
    return new Cause(
        id,
        "TLS",
        id,
        id,
        Map.of("EV300", commonness),
        List.of(evidence),
        List.of(),
        "",
        Side.ENVOY,
        "",
        List.of(),
        List.of(),
        List.of());
  }
}
