package dev.whyvoy.report;

import java.util.ArrayList;
import java.util.List;

/**
 * A timeline in numbers, in few enough rows to be read.
 *
 * @param width of a row in ms
 */
record TimelineTable(long width, List<Row> rows) {
  private static final int MOST_ROWS = 48;

  /**
   * An interval in which something failed.
   *
   * @param counts of each band
   * @param requests 0 if not known
   */
  record Row(String from, long[] counts, long failures, long requests) {}

  static TimelineTable of(Timeline timeline) {
    int join = 1;
    while (timeline.intervals() > join * MOST_ROWS) {
      join *= 2;
    }
    List<Row> rows = new ArrayList<>();
    for (int from = 0; from < timeline.intervals(); from += join) {
      long[] counts = new long[timeline.bands().size()];
      long failures = 0;
      long requests = 0;
      for (int i = from; i < Math.min(from + join, timeline.intervals()); i++) {
        for (int band = 0; band < counts.length; band++) {
          counts[band] += timeline.bands().get(band).counts()[i];
        }
        failures += timeline.failures(i);
        requests += timeline.hasRequests() ? timeline.requests()[i] : 0;
      }
      if (failures > 0) {
        rows.add(
            new Row(
                Times.at(timeline.time(from), timeline.width() < 60_000),
                counts,
                failures,
                requests));
      }
    }
    return new TimelineTable(timeline.width() * join, rows);
  }
}
