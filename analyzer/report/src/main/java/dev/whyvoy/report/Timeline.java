package dev.whyvoy.report;

import java.util.List;
import java.util.OptionalLong;

/**
 * Failures over time, by outcome.
 *
 * @param start of the first interval, in ms since 1970
 * @param width of an interval in ms
 * @param bands what to stack, the most frequent outcome first; what is rare is joined in the last
 * @param requests all records of each interval
 */
record Timeline(long start, long width, List<Band> bands, long[] requests) {
  /**
   * The failures of one outcome, or of all that are rare.
   *
   * @param code of the outcome; empty for the rare ones
   * @param total records that have a time
   */
  record Band(String code, String name, long[] counts, long total) {}

  int intervals() {
    return bands.isEmpty() ? requests.length : bands.get(0).counts().length;
  }

  /** Whether it is known how many requests there were. */
  boolean hasRequests() {
    return requests.length > 0;
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
    return new TimelineMaker(view, shares, first.getAsLong(), last.getAsLong()).make();
  }
}
