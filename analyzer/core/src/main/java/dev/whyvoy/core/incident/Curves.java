package dev.whyvoy.core.incident;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Lays the records of an incident out over time. */
final class Curves {
  private static final int STEPS = 120;
  private static final long[] WIDTHS = {
    1000,
    2000,
    5000,
    10_000,
    15_000,
    30_000,
    60_000,
    120_000,
    300_000,
    600_000,
    900_000,
    1_800_000,
    3_600_000,
    7_200_000,
    14_400_000,
    43_200_000,
    86_400_000
  };

  private Curves() {}

  /** Over the whole log, so that before and after can be seen. */
  static Curve of(Scene scene, LogData log) {
    Span all = log.span();
    long finest =
        scene.episodes().stream().mapToLong(episode -> episode.atom().width()).max().orElse(1000);
    long width = WIDTHS[WIDTHS.length - 1];
    for (int i = WIDTHS.length - 1; i >= 0; i--) {
      if (WIDTHS[i] >= finest && all.length() / WIDTHS[i] < STEPS) {
        width = WIDTHS[i];
      }
    }
    long from = Math.floorDiv(all.from(), width) * width;
    long steps = (all.to() - from) / width + 1;
    if (steps > 10 * STEPS
        || scene.episodes().stream().allMatch(e -> e.atom().counts().isEmpty())) {
      return Curve.NONE;
    }
    double[] failures = new double[(int) steps];
    for (Episode episode : scene.episodes()) {
      for (Map.Entry<Long, Double> entry : episode.atom().counts().entrySet()) {
        long step = (entry.getKey() - from) / width;
        failures[(int) Math.max(0, Math.min(steps - 1, step))] += entry.getValue();
      }
    }
    List<Long> counts = new ArrayList<>();
    List<Long> traffic = new ArrayList<>();
    double requests = 1 / log.pace().one();
    for (int i = 0; i < steps; i++) {
      long start = from + i * width;
      counts.add(Math.round(failures[i]));
      traffic.add(Math.round(log.pace().within(new Span(start, start + width - 1)) * requests));
    }
    return new Curve(from, width, counts, traffic);
  }
}
