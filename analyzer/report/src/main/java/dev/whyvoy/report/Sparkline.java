package dev.whyvoy.report;

import dev.whyvoy.core.summary.Detail;
import dev.whyvoy.core.summary.Series;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;

/** Counts over time as a row of bars, over the whole time of a log. */
final class Sparkline {
  /** Nothing, then more and more. */
  private static final String BARS = "\u2581\u2582\u2583\u2584\u2585\u2586\u2587\u2588";

  private static final String ASCII = "_.:-=+*#";

  private Sparkline() {}

  /**
   * The failures of an outcome from the first to the last record of the log; empty when there is no
   * time to tell them apart.
   */
  static String of(SummaryView view, Outcome outcome, int columns, boolean unicode) {
    OptionalLong first = view.first();
    OptionalLong last = view.last();
    if (first.isEmpty() || last.getAsLong() - first.getAsLong() < 2L * 60_000) {
      return "";
    }
    long[] counts = new long[columns];
    long from = Math.floorDiv(first.getAsLong(), 60_000L) * 60_000;
    double width = Math.max(60_000, (last.getAsLong() - from + 60_000) / (double) columns);
    Set<Detail> details = Collections.newSetFromMap(new IdentityHashMap<>());
    outcome.groups().stream().flatMap(g -> g.group().detail().stream()).forEach(details::add);
    int used = (int) Math.min(columns, Math.ceil((last.getAsLong() - from + 1) / width));
    for (Detail detail : details) {
      add(detail.series(), from, width, counts);
    }
    long most = 1;
    for (long count : counts) {
      most = Math.max(most, count);
    }
    StringBuilder line = new StringBuilder();
    String bars = unicode ? BARS : ASCII;
    for (int i = 0; i < used; i++) {
      line.append(bars.charAt(counts[i] == 0 ? 0 : 1 + (int) ((counts[i] * 7 - 1) / most)));
    }
    return line.toString();
  }

  private static void add(Series series, long from, double width, long[] counts) {
    for (Map.Entry<Long, Long> entry : series.counts().entrySet()) {
      int at = (int) ((entry.getKey() + series.width() / 2 - from) / width);
      counts[Math.max(0, Math.min(counts.length - 1, at))] += entry.getValue();
    }
  }
}
