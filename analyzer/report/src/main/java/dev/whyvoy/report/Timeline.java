package dev.whyvoy.report;

import dev.whyvoy.core.summary.Detail;
import dev.whyvoy.core.summary.Series;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Stream;

/**
 * Failures over time, by outcome.
 *
 * @param start of the first interval, in ms since 1970
 * @param width of an interval in ms: a minute, or a power of two of them
 * @param bands what to stack, the most frequent outcome first; what is rare is joined in the last
 * @param requests all records of each interval
 */
record Timeline(long start, long width, List<Band> bands, long[] requests) {
  private static final int MOST_BANDS = 8;
  private static final int MOST_INTERVALS = 360;

  /**
   * The failures of one outcome, or of all that are rare.
   *
   * @param code of the outcome; empty for the rare ones
   * @param total records that have a time
   */
  record Band(String code, String name, long[] counts, long total) {}

  int intervals() {
    return requests.length;
  }

  long time(int interval) {
    return start + interval * width;
  }

  /** Failures of an interval. */
  long failures(int interval) {
    return bands.stream().mapToLong(band -> band.counts()[interval]).sum();
  }

  /** The most failures of any interval. */
  long highest() {
    long highest = 0;
    for (int i = 0; i < intervals(); i++) {
      highest = Math.max(highest, failures(i));
    }
    return highest;
  }

  /** When the first interval starts. */
  OptionalLong first() {
    return OptionalLong.of(start);
  }

  /** When the last interval ends. */
  OptionalLong last() {
    return OptionalLong.of(time(intervals()));
  }

  /**
   * A band's bars as the path of a drawing, an interval wide each and a failure high, stacked on
   * those of the bands before it.
   */
  String outline(int band) {
    StringBuilder path = new StringBuilder();
    long highest = highest();
    for (int i = 0; i < intervals(); i++) {
      long below = 0;
      for (int k = 0; k < band; k++) {
        below += bands.get(k).counts()[i];
      }
      long count = bands.get(band).counts()[i];
      if (count > 0) {
        path.append('M').append(i).append(' ').append(highest - below);
        path.append("h1v-").append(count).append("h-1z");
      }
    }
    return path.toString();
  }

  /** The colour of a band: its number, or {@code rest}. */
  String colour(int band) {
    return bands.get(band).code().isEmpty() ? "rest" : String.valueOf(band);
  }

  /** No interval at all if no record has a time. */
  static Timeline of(SummaryView view, Shares shares) {
    OptionalLong first = view.first();
    OptionalLong last = view.last();
    if (first.isEmpty() || last.isEmpty()) {
      return new Timeline(0, 1, List.of(), new long[0]);
    }
    Series traffic = view.summary().traffic();
    long width =
        Stream.concat(
                Stream.of(traffic),
                view.outcomes().stream()
                    .flatMap(outcome -> Shares.details(outcome).stream())
                    .map(Detail::series))
            .mapToLong(Series::width)
            .max()
            .orElse(traffic.width());
    while ((last.getAsLong() - first.getAsLong()) / width >= MOST_INTERVALS) {
      width *= 2;
    }
    long start = Math.floorDiv(first.getAsLong(), width) * width;
    int intervals = (int) ((last.getAsLong() - start) / width) + 1;
    Timeline empty = new Timeline(start, width, List.of(), new long[intervals]);
    double[] requests = new double[intervals];
    empty.add(traffic, 1, requests);
    return new Timeline(start, width, empty.bands(view, shares), rounded(requests));
  }

  private List<Band> bands(SummaryView view, Shares shares) {
    List<Band> bands = new ArrayList<>();
    double[] rest = new double[intervals()];
    int rare = 0;
    List<Outcome> outcomes = view.outcomes();
    for (int i = 0; i < outcomes.size(); i++) {
      Outcome outcome = outcomes.get(i);
      boolean own = i < MOST_BANDS || i == MOST_BANDS && outcomes.size() == MOST_BANDS + 1;
      double[] counts = own ? new double[intervals()] : rest;
      for (Detail detail : Shares.details(outcome)) {
        add(detail.series(), shares.of(outcome, detail), counts);
      }
      if (own) {
        bands.add(band(outcome.code(), outcome.name(), rounded(counts)));
      } else {
        rare++;
      }
    }
    if (rare > 0) {
      bands.add(band("", rare + " rarer outcomes", rounded(rest)));
    }
    return bands;
  }

  private static Band band(String code, String name, long[] counts) {
    return new Band(code, name, counts, Arrays.stream(counts).sum());
  }

  private void add(Series series, double share, double[] counts) {
    series
        .counts()
        .forEach(
            (time, n) -> {
              // A series with wider intervals than its records need may start before them.
              long interval = Math.floorDiv(time - start, width);
              int at = (int) Math.max(0, Math.min(counts.length - 1, interval));
              counts[at] += n * share;
            });
  }

  private static long[] rounded(double[] counts) {
    return Arrays.stream(counts).mapToLong(Math::round).toArray();
  }
}
