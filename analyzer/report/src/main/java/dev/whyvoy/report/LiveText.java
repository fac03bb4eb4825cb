package dev.whyvoy.report;

import dev.whyvoy.core.incident.Incident;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What goes on in logs that are followed, on a few lines of a terminal. */
public final class LiveText {
  private static final int MOST_INCIDENTS = 4;

  private final Page page;

  public LiveText(Page page) {
    this.page = page;
  }

  /** A line of text as it may be printed. */
  public static String safe(String text, Page page) {
    return page.line(text);
  }

  /** At most {@code height} lines, none wider than the page. */
  public List<String> lines(Live live, int height) {
    List<String> lines = new ArrayList<>();
    String state = live.caughtUp() ? "following" : "reading";
    lines.add(
        line(
            Ink.STRONG,
            String.format(
                Locale.ROOT,
                "%s: %d requests, %d failed; now %.1f/s, %.1f/s failing   (Ctrl-C ends)",
                state,
                live.requests(),
                live.failed(),
                live.requestRate(),
                live.failureRate())));
    live.incidents().stream()
        .filter(live::goesOn)
        .limit(MOST_INCIDENTS)
        .forEach(incident -> lines.add(incident(incident)));
    for (Live.Row row : live.rows()) {
      lines.add(row(row));
    }
    return List.copyOf(lines.subList(0, Math.max(1, Math.min(height, lines.size()))));
  }

  private String incident(Incident incident) {
    return line(SummaryText.ink(incident.level()), "! " + incident.title());
  }

  private String row(Live.Row row) {
    Outcome outcome = row.outcome();
    String name =
        outcome.diagnosis() == null
            ? outcome.said()
            : outcome.diagnosis().code() + " " + outcome.diagnosis().slug();
    String rate = String.format(Locale.ROOT, "%.1f/s", row.rate());
    String text =
        Columns.right(String.valueOf(outcome.count()), 8)
            + Columns.right(rate, 9)
            + (row.fresh() ? "  NEW " : "      ")
            + name;
    boolean quiet = row.rate() == 0;
    return line(quiet ? Ink.FAINT : SummaryText.ink(outcome.level()), text);
  }

  private String line(Ink ink, String text) {
    return page.paint(ink, Columns.cut(page.line(text), page.width(), page.unicode()));
  }
}
