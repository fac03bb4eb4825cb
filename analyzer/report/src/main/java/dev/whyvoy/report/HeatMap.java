package dev.whyvoy.report;

import dev.whyvoy.core.summary.Course;
import dev.whyvoy.core.summary.HostCounts;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * Failures of upstream hosts over time.
 *
 * @param start of the first column, in ms since 1970
 * @param width of a column in ms
 * @param columns how many there are; 0 if no record has a time
 * @param rows the hosts with the most failures, the most first
 * @param more hosts with failures that are not among {@code rows}
 * @param healthy hosts without any failure
 * @param tooMany whether there were too many hosts to count
 */
record HeatMap(
    long start, long width, int columns, List<Row> rows, long more, long healthy, boolean tooMany) {
  private static final int MOST_ROWS = 24;
  private static final int MOST_COLUMNS = 24;
  private static final int LEVELS = 5;

  /**
   * A host.
   *
   * @param requests that it was sent
   * @param counts failures of each column
   */
  record Row(String host, long requests, long failures, long[] counts) {}

  /** When column {@code i} starts. */
  String from(int i) {
    return Times.at(start + i * width, width < 60_000);
  }

  /** Every how many columns there is room for their time. */
  int labelled() {
    return columns > 12 ? 2 : 1;
  }

  /** From 0 for none to 5 for the most failures of any host in any column. */
  int level(long count) {
    long most = rows.stream().flatMapToLong(row -> Arrays.stream(row.counts())).max().orElse(0);
    return count == 0 ? 0 : Math.max(1, (int) Math.ceil(LEVELS * Math.sqrt(count / (double) most)));
  }

  static HeatMap of(SummaryView view) {
    HostCounts hosts = view.summary().hosts();
    List<Map.Entry<String, HostCounts.Count>> failing = new ArrayList<>();
    long healthy = 0;
    for (Map.Entry<String, HostCounts.Count> host : hosts.counts().entrySet()) {
      if (host.getValue().failures() > 0) {
        failing.add(host);
      } else {
        healthy++;
      }
    }
    failing.sort(
        Comparator.comparingLong(
                (Map.Entry<String, HostCounts.Count> host) -> host.getValue().failures())
            .reversed());
    List<Map.Entry<String, HostCounts.Count>> shown =
        failing.subList(0, Math.min(MOST_ROWS, failing.size()));
    long first = view.first().orElse(0);
    long last = view.last().orElse(0);
    boolean timed = view.first().isPresent();
    long width =
        shown.stream()
            .flatMap(host -> host.getValue().course().stream())
            .mapToLong(Course::width)
            .max()
            .orElse(1000);
    while ((last - first) / width >= MOST_COLUMNS - 1) {
      width *= 2;
    }
    long start = Math.floorDiv(first, width) * width;
    int columns = timed ? (int) ((last - start) / width) + 1 : 0;
    List<Row> rows = new ArrayList<>();
    for (Map.Entry<String, HostCounts.Count> host : shown) {
      rows.add(row(host.getKey(), host.getValue(), start, width, columns));
    }
    return new HeatMap(
        start, width, columns, rows, failing.size() - shown.size(), healthy, hosts.tooMany());
  }

  private static Row row(String host, HostCounts.Count count, long start, long width, int columns) {
    long[] counts = new long[columns];
    count
        .course()
        .ifPresent(
            course ->
                course
                    .counts()
                    .forEach(
                        (time, n) -> {
                          long at = Math.floorDiv(time - start, width);
                          counts[(int) Math.max(0, Math.min(columns - 1, at))] += n;
                        }));
    return new Row(host, count.records(), count.failures(), counts);
  }
}
