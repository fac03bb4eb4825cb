package dev.whyvoy.report;

import dev.whyvoy.core.summary.Course;
import dev.whyvoy.core.summary.Detail;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;

/**
 * Counts over time as a row of bars, over the whole time of a log: a bar is a minute or more, in a
 * short log some seconds.
 */
final class Sparkline {
  /** Nothing, then more and more. */
  private static final String BARS = "\u2581\u2582\u2583\u2584\u2585\u2586\u2587\u2588";

  private static final String ASCII = "_.:-=+*#";

  private static final long MINUTE = 60_000;
  private static final long SECOND = 1000;

  private final long from;
  private final double width;
  private final long[] counts;

  private Sparkline(long first, long last, int columns) {
    long step = last - first < columns * MINUTE ? SECOND : MINUTE;
    from = Math.floorDiv(first, step) * step;
    width = Math.max(step, (last - from + step) / (double) columns);
    counts = new long[(int) Math.min(columns, Math.ceil((last - from + 1) / width))];
  }

  /**
   * The failures of an outcome from the first to the last record of the log; empty when there is no
   * time to tell them apart, or no column.
   */
  static String of(SummaryView view, Outcome outcome, int columns, boolean unicode) {
    List<Course> fine = new ArrayList<>();
    outcome.groups().stream()
        .flatMap(group -> group.group().trail().stream())
        .forEach(trail -> fine.add(trail.course()));
    Set<Detail> details = Collections.newSetFromMap(new IdentityHashMap<>());
    outcome.groups().stream().flatMap(g -> g.group().detail().stream()).forEach(details::add);
    return of(view, columns, unicode, fine, details.stream().map(Detail::series).toList());
  }

  /** The same of all requests. */
  static String ofRequests(SummaryView view, int columns, boolean unicode) {
    return of(
        view, columns, unicode, List.of(view.summary().pace()), List.of(view.summary().traffic()));
  }

  private static String of(
      SummaryView view,
      int columns,
      boolean unicode,
      Collection<Course> fine,
      Collection<Course> coarse) {
    OptionalLong first = view.first();
    OptionalLong last = view.last();
    if (columns == 0 || first.isEmpty() || last.getAsLong() - first.getAsLong() < 2 * MINUTE) {
      return "";
    }
    Sparkline line = new Sparkline(first.getAsLong(), last.getAsLong(), columns);
    boolean detailed = fine.stream().allMatch(course -> course.width() <= line.width);
    (detailed && line.width < columns * MINUTE ? fine : coarse).forEach(line::add);
    return line.drawn(unicode ? BARS : ASCII);
  }

  private void add(Course course) {
    course.forEach(
        (time, n) -> {
          int at = (int) ((time + course.width() / 2 - from) / width);
          counts[Math.max(0, Math.min(counts.length - 1, at))] += n;
        });
  }

  private String drawn(String bars) {
    long most = 1;
    for (long count : counts) {
      most = Math.max(most, count);
    }
    StringBuilder line = new StringBuilder();
    for (long count : counts) {
      line.append(bars.charAt(count == 0 ? 0 : 1 + (int) ((count * 7 - 1) / most)));
    }
    return line.toString();
  }
}
