package dev.whyvoy.core.incident;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class RhythmTest {
  private final Exposure exposure = Made.log(1800, List.of()).exposure();

  @Test
  void aBurstIsFoundAmongNoise() {
    TreeMap<Long, Double> counts = noise(60);
    for (int second = 700; second < 800; second += 2) {
      counts.merge(Made.START + second * 1000L, 1.0, Double::sum);
    }
    Rhythm.Stretch best = new Rhythm(counts, 1000, exposure).best();

    assertThat(best.evidence()).isGreaterThan(30);
    assertThat(best.span().from()).isBetween(Made.START + 670_000, Made.START + 700_000);
    assertThat(best.span().to()).isBetween(Made.START + 798_000, Made.START + 830_000);
  }

  @Test
  void noiseHasNoTellingBurst() {
    for (int seed = 1; seed <= 50; seed++) {
      TreeMap<Long, Double> counts = noise(20 + seed);

      assertThat(new Rhythm(counts, 1000, exposure).best().evidence()).isLessThan(18);
    }
  }

  @Test
  void nothingIsLeftWithoutTheOnlyBurst() {
    TreeMap<Long, Double> counts = new TreeMap<>();
    counts.put(Made.START + 5000, 9.0);
    Rhythm rhythm = new Rhythm(counts, 1000, exposure);

    assertThat(rhythm.without(rhythm.best().span()).total()).isZero();
    assertThat(rhythm.within(Made.span(0, 10))).isEqualTo(9);
  }

  private static TreeMap<Long, Double> noise(int records) {
    SplittableRandom random = new SplittableRandom(records);
    TreeMap<Long, Double> counts = new TreeMap<>();
    for (int i = 0; i < records; i++) {
      counts.merge(Made.START + random.nextInt(1800) * 1000L, 1.0, Double::sum);
    }
    return counts;
  }
}
