package dev.whyvoy.report;

import dev.whyvoy.core.summary.Course;
import dev.whyvoy.core.summary.Detail;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * Chooses the intervals of a timeline and fills them: seconds for a short log, else minutes, which
 * requests are counted by.
 */
final class TimelineMaker {
  private static final int MOST_BANDS = 8;
  private static final int MOST_INTERVALS = 360;
  private static final int MOST_SHORT_INTERVALS = 180;
  private static final long MINUTE = 60_000;

  private final SummaryView view;
  private final Shares shares;
  private final long first;
  private final long last;

  /**
   * @param first time of the first record in ms since 1970
   * @param last time of the last record
   */
  TimelineMaker(SummaryView view, Shares shares, long first, long last) {
    this.view = view;
    this.shares = shares;
    this.first = first;
    this.last = last;
  }

  Timeline make() {
    long seconds = width(courses().mapToLong(Course::width), 1000, MOST_SHORT_INTERVALS);
    if (seconds < MINUTE) {
      return fill(seconds, true);
    }
    Course traffic = view.summary().traffic();
    Stream<Course> all = Stream.concat(Stream.of(traffic), details().map(Detail::series));
    return fill(width(all.mapToLong(Course::width), MINUTE, MOST_INTERVALS), false);
  }

  private Stream<Course> courses() {
    return Stream.concat(
        Stream.of(view.summary().pace()),
        view.outcomes().stream()
            .flatMap(outcome -> outcome.groups().stream())
            .flatMap(group -> group.group().trail().stream())
            .map(trail -> trail.course()));
  }

  private Stream<Detail> details() {
    return view.outcomes().stream().flatMap(outcome -> Shares.details(outcome).stream());
  }

  /** The width that all of {@code widths} fit, doubled until there are few enough intervals. */
  private long width(java.util.stream.LongStream widths, long least, int most) {
    long width = Math.max(least, widths.max().orElse(least));
    while ((last - first) / width >= most - 1) {
      width *= 2;
    }
    return width;
  }

  private Timeline fill(long width, boolean brief) {
    long start = Math.floorDiv(first, width) * width;
    int intervals = (int) ((last - start) / width) + 1;
    List<Timeline.Band> bands = new ArrayList<>();
    double[] rest = new double[intervals];
    int rare = 0;
    List<Outcome> outcomes = view.outcomes();
    for (int i = 0; i < outcomes.size(); i++) {
      Outcome outcome = outcomes.get(i);
      boolean own = i < MOST_BANDS || i == MOST_BANDS && outcomes.size() == MOST_BANDS + 1;
      double[] counts = own ? new double[intervals] : rest;
      if (brief) {
        outcome.groups().stream()
            .flatMap(group -> group.group().trail().stream())
            .forEach(trail -> add(trail.course(), 1, start, width, counts));
      } else {
        for (Detail detail : Shares.details(outcome)) {
          add(detail.series(), shares.of(outcome, detail), start, width, counts);
        }
      }
      if (own) {
        bands.add(band(outcome.code(), outcome.name(), counts));
      } else {
        rare++;
      }
    }
    if (rare > 0) {
      bands.add(band("", rare + " rarer outcomes", rest));
    }
    double[] requests = new double[intervals];
    if (brief) {
      add(view.summary().pace(), 1, start, width, requests);
    } else {
      add(view.summary().traffic(), 1, start, width, requests);
    }
    return new Timeline(start, width, bands, rounded(requests));
  }

  private static Timeline.Band band(String code, String name, double[] counts) {
    long[] rounded = rounded(counts);
    return new Timeline.Band(code, name, rounded, Arrays.stream(rounded).sum());
  }

  private static void add(Course series, double share, long start, long width, double[] counts) {
    series.forEach(
        (time, n) -> {
          // What is counted in wider intervals than needed may start before the first record.
          long interval = Math.floorDiv(time - start, width);
          int at = (int) Math.max(0, Math.min(counts.length - 1, interval));
          counts[at] += n * share;
        });
  }

  private static long[] rounded(double[] counts) {
    return Arrays.stream(counts).mapToLong(Math::round).toArray();
  }
}
