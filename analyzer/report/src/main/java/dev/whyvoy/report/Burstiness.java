package dev.whyvoy.report;

import dev.whyvoy.core.summary.Course;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;

/** How unevenly failures came, compared with the traffic they came in. */
final class Burstiness {
  /** Fewer spans of time than this tell nothing. */
  private static final int LEAST_SPANS = 4;

  private Burstiness() {}

  /**
   * Variance of the failures of a span of time over what the traffic lets expect: 1 if they came
   * independently of each other or too few to tell, more if they came in bursts.
   */
  static double of(Collection<Course> failures, Course traffic) {
    long width = traffic.width();
    for (Course series : failures) {
      width = Math.max(width, series.width());
    }
    long all = failures.stream().mapToLong(Burstiness::sum).sum();
    TreeMap<Long, Long> requests = new TreeMap<>();
    add(traffic, width, requests);
    while (requests.size() > Math.max(LEAST_SPANS, all)) {
      width *= 2;
      requests.clear();
      add(traffic, width, requests);
    }
    if (requests.size() < LEAST_SPANS || all < LEAST_SPANS) {
      return 1;
    }
    TreeMap<Long, Long> failed = new TreeMap<>();
    for (Course series : failures) {
      add(series, width, failed);
    }
    return variance(failed, requests, all);
  }

  private static double variance(Map<Long, Long> failed, Map<Long, Long> requests, double all) {
    double rate = all / requests.values().stream().mapToLong(n -> n).sum();
    double sum = 0;
    for (Map.Entry<Long, Long> span : requests.entrySet()) {
      double expected = rate * span.getValue();
      double off = failed.getOrDefault(span.getKey(), 0L) - expected;
      sum += off * off / expected;
    }
    return Math.max(1, sum / (requests.size() - 1));
  }

  private static long sum(Course series) {
    return series.counts().values().stream().mapToLong(n -> n).sum();
  }

  private static void add(Course series, long width, TreeMap<Long, Long> counts) {
    series.forEach((start, n) -> counts.merge(Math.floorDiv(start, width), n, Long::sum));
  }
}
