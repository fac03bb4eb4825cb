package dev.whyvoy.bench.incident;

import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/** What fails now and then in every mesh, and is no incident. */
final class Noise {
  private Noise() {}

  /**
   * @param factor how much more of it there is than usual
   */
  static @Nullable Outcome of(Draw draw, SplittableRandom random, double factor) {
    double p = random.nextDouble() * 100 / factor;
    long latency = draw.service().latency();
    if (p < 1.0) {
      return Outcome.answered(404, 60, 1 + random.nextLong(latency));
    } else if (p < 1.12) {
      return Outcome.answered(500, 120, 1 + random.nextLong(4 * latency));
    } else if (p < 1.24) {
      return Outcome.cancelled(20 + random.nextLong(9000));
    } else if (p < 1.28) {
      return Outcome.noRoute();
    } else if (p < 1.30) {
      return Outcome.closed(random.nextLong(40));
    } else if (p < 1.32) {
      return Outcome.timeout("UT", 15000 + random.nextLong(20));
    } else if (p < 1.33) {
      return Outcome.refused(1 + random.nextLong(20));
    } else if (p < 1.35) {
      return Outcome.limited();
    }
    return null;
  }
}
