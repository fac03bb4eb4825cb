package dev.whyvoy.bench.incident;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Small made-up incidents are found, placed, timed and named. */
class ScenarioTest {
  private final IncidentScore score = new IncidentScore();

  @ParameterizedTest
  @CsvSource({
    "dead-machine",
    "bad-rollout",
    "zone-outage",
    "mtls-rollout",
    "cert-expiry",
    "circuit-breaker",
    "no-endpoints",
    "greedy-client",
    "nat-idle-drop"
  })
  void anIncidentIsFoundPlacedTimedAndNamed(String kind) {
    IncidentScore.Result result = score.run(new Scenario(kind, 77, 12, 10, "istio-text"), kind, 77);

    assertThat(result.verdicts()).hasSize(1);
    Verdict verdict = result.verdicts().get(0);
    assertThat(verdict.incident()).isNotNull();
    assertThat(verdict.placed()).isTrue();
    assertThat(Math.abs(verdict.offBySeconds())).isLessThan(20);
    assertThat(verdict.rank()).isBetween(1, 3);
    assertThat(result.invented()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"1", "2", "3"})
  void nothingIsInventedOnAHealthyLog(long seed) {
    assertThat(
            score
                .run(new Scenario("healthy", seed, 12, 10, "istio-json"), "healthy", seed)
                .invented())
        .isEmpty();
  }

  @Test
  void theSameSeedGivesTheSameLog() {
    assertThat(lines(5)).isEqualTo(lines(5)).isNotEqualTo(lines(6));
  }

  private static List<String> lines(long seed) {
    List<String> lines = new ArrayList<>();
    new Scenario("retry-storm", seed, 2, 5, "istio-text").write(line -> lines.add(line.toString()));
    return lines;
  }
}
