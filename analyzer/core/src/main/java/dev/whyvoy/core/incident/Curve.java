package dev.whyvoy.core.incident;

import java.util.List;

/**
 * Counts over time, in steps of equal width without gaps.
 *
 * @param from start of the first step in ms since 1970
 * @param width of a step in ms
 * @param failures records of the incident in each step
 * @param traffic all records of the log in each step, scaled from wider ones where needed; as many
 *     as there are failures, or empty if it is not known
 */
public record Curve(long from, long width, List<Long> failures, List<Long> traffic) {
  /** Nothing is known about times. */
  public static final Curve NONE = new Curve(0, 1, List.of(), List.of());

  public Curve {
    failures = List.copyOf(failures);
    traffic = List.copyOf(traffic);
  }
}
