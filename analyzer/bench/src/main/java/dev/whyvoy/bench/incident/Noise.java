package dev.whyvoy.bench.incident;

import java.util.HashMap;
import java.util.Map;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/** What fails now and then in every mesh, and is no incident. */
final class Noise {
  private final double factor;
  private final @Nullable SplittableRandom services;

  /** How much more often a service answers 404, answers 500, and is left by its clients. */
  private final Map<Service, double[]> uneven = new HashMap<>();

  /**
   * @param factor how much more of it there is than usual
   * @param services if services differ: what tells how much
   */
  Noise(double factor, @Nullable SplittableRandom services) {
    this.factor = factor;
    this.services = services;
  }

  @Nullable Outcome of(Draw draw, SplittableRandom random) {
    double p = random.nextDouble() * 100 / factor;
    long latency = draw.service().latency();
    if (services != null) {
      double[] own = uneven.computeIfAbsent(draw.service(), key -> own(services));
      double q = random.nextDouble();
      if (q < own[0]) {
        return Outcome.answered(404, 60, 1 + random.nextLong(latency));
      } else if (q < own[0] + own[1]) {
        return Outcome.answered(500, 120, 1 + random.nextLong(4 * latency));
      } else if (q < own[0] + own[1] + own[2]) {
        return Outcome.cancelled(20 + random.nextLong(9000));
      }
    }
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

  private static double[] own(SplittableRandom random) {
    double rare = random.nextDouble();
    double[] own = new double[3];
    own[0] = 0.1 * Math.pow(random.nextDouble(), 4);
    own[1] = 0.004 * Math.pow(rare, 3);
    own[2] = 0.01 * Math.pow(random.nextDouble(), 3);
    return own;
  }
}
