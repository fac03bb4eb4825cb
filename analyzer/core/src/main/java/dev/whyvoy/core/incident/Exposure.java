package dev.whyvoy.core.incident;

import dev.whyvoy.core.summary.Course;
import dev.whyvoy.core.summary.Summary;
import java.util.Map;

/** How the traffic of a log is spread over its time. */
final class Exposure {
  private final Span log;
  private final long[] edge;
  private final double[] until;
  private final double total;

  /**
   * @param log first and last record
   */
  Exposure(Course traffic, Span log) {
    this(traffic.counts(), traffic.width(), log);
  }

  /** The finest there is: by the second, in a short log. */
  static Exposure finest(Summary summary, Span log) {
    Course pace = summary.pace();
    return pace.width() < summary.traffic().width()
        ? new Exposure(pace.counts(), pace.width(), log)
        : new Exposure(summary.traffic(), log);
  }

  private Exposure(Map<Long, ? extends Number> counts, long width, Span log) {
    this.log = log;
    int n = counts.size();
    edge = new long[2 * n];
    until = new double[2 * n];
    double sum = 0;
    int i = 0;
    for (Map.Entry<Long, ? extends Number> entry : counts.entrySet()) {
      edge[i] = Math.max(log.from(), entry.getKey());
      until[i++] = sum;
      sum += entry.getValue().doubleValue();
      edge[i] = Math.min(log.to() + 1, entry.getKey() + width);
      until[i++] = sum;
    }
    total = Math.max(1, sum);
  }

  /** The part of the traffic before a time, from 0 to 1. */
  double until(long time) {
    int low = 0;
    int high = edge.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (edge[middle] <= time) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    if (low == 0) {
      return 0;
    }
    if (low == edge.length) {
      return 1;
    }
    double part = (time - edge[low - 1]) / (double) Math.max(1, edge[low] - edge[low - 1]);
    return (until[low - 1] + part * (until[low] - until[low - 1])) / total;
  }

  /** The part of the traffic within. */
  double within(Span span) {
    return until(span.to() + 1) - until(span.from());
  }

  /** The part of the traffic that one record is. */
  double one() {
    return 1 / total;
  }

  /** The smallest part that is told apart: about a second. */
  double least() {
    return Math.min(0.5, 1000.0 / Math.max(1000, length()));
  }

  long length() {
    return log.length();
  }

  Span log() {
    return log;
  }
}
