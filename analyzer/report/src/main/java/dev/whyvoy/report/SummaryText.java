package dev.whyvoy.report;

import dev.whyvoy.core.incident.Incident;
import dev.whyvoy.core.knowledge.Level;
import dev.whyvoy.core.record.LineKind;
import dev.whyvoy.core.summary.Accounting;
import dev.whyvoy.report.IncidentText.Telling;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;

/** A summary for a terminal. */
public final class SummaryText {
  /** Columns before the text of an outcome, for count and share. */
  private static final int MARGIN = 16;

  /** Incidents on a screen. */
  private static final int MOST_INCIDENTS = 4;

  /** Messages of Envoy's own log on a screen. */
  private static final int MOST_COMPONENTS = 2;

  /** Places named of an outcome. */
  private static final int MOST_PLACES = 2;

  /** Columns below which places are not worth a column of their own. */
  private static final int LEAST_PLACES = 30;

  /** Outcomes that incidents make way for. */
  private static final int LEAST_OUTCOMES = 2;

  /** Lines that may stay without a meaning before a format is asked for. */
  private static final int FEW_LINES = 3;

  private static final int SHORTEST_TREND = 6;
  private static final int LONGEST_TREND = 24;

  private static final String FOLDED = " What is said of one may hold for only some of them.";

  private final Page page;

  public SummaryText(Page page) {
    this.page = page;
  }

  /**
   * What fits on a screen of {@code height} rows: incidents first, then outcomes, which are cut to
   * a line each when there are incidents; at least one of each. Rarer outcomes give way first, then
   * the reasons of smaller incidents, then these.
   */
  public String screenful(SummaryView view, int height) {
    int incidents = Math.min(MOST_INCIDENTS, view.incidents().size());
    int reasoned = incidents;
    int top = Math.min(height, view.outcomes().size());
    boolean brief = incidents > 0;
    String text = render(view, incidents, reasoned, top, false, brief);
    while (text.lines().count() >= height && (top > 1 || incidents > 1)) {
      if (top > LEAST_OUTCOMES || incidents <= 1) {
        top--;
      } else if (reasoned > 1) {
        reasoned--;
      } else {
        incidents--;
      }
      text = render(view, incidents, reasoned, top, false, brief);
    }
    return text;
  }

  /** The first {@code top} incidents and outcomes. */
  public String top(SummaryView view, int top) {
    return render(view, top, top, top, false, false);
  }

  /** Every incident and outcome, and samples of lines that were not understood. */
  public String all(SummaryView view) {
    return render(view, Integer.MAX_VALUE, Integer.MAX_VALUE, Integer.MAX_VALUE, true, false);
  }

  private String render(
      SummaryView view, int topIncidents, int reasoned, int top, boolean whole, boolean brief) {
    Sheet sheet = new Sheet(page);
    head(sheet, view);
    List<Incident> incidents = view.incidents().stream().limit(topIncidents).toList();
    IncidentText text = new IncidentText(page, view, sheet);
    for (int i = 0; i < incidents.size(); i++) {
      text.write(
          i + 1,
          incidents.get(i),
          whole ? Telling.ALL : i < reasoned ? Telling.USUAL : Telling.SHORT);
    }
    sheet.blank();
    List<Outcome> shown = view.outcomes().stream().limit(top).toList();
    int column = MARGIN + 2 + shown.stream().mapToInt(o -> titleColumns(view, o)).max().orElse(0);
    if (!shown.isEmpty()) {
      requests(sheet, view, column);
    }
    shown.forEach(outcome -> outcome(sheet, view, outcome, brief, column));
    rest(sheet, view, incidents.size(), shown.size());
    components(sheet, view, whole);
    notUnderstood(sheet, view, whole);
    return sheet.text();
  }

  private void head(Sheet sheet, SummaryView view) {
    Accounting accounting = view.accounting();
    long requests = view.requests();
    String range = Times.range(view.first(), view.last());
    sheet.prose(
        Ink.STRONG,
        count(requests, "request")
            + ", "
            + accounting.failed()
            + " failed"
            + (requests == 0 ? "" : " (" + share(accounting.failed(), requests) + ")")
            + (range.isEmpty() ? "" : ", " + range));
    List<String> others = new ArrayList<>();
    if (accounting.application() > 0) {
      others.add(count(accounting.application(), "line") + " of component logs");
    }
    if (accounting.filtered() > 0) {
      others.add(count(accounting.filtered(), "record") + " filtered out");
    }
    if (accounting.notUnderstood() > 0) {
      others.add(count(accounting.notUnderstood(), "line") + " not understood");
    }
    if (accounting.tooLong() > 0) {
      others.add(count(accounting.tooLong(), "line") + " too long, of which the start was read");
    }
    if (!others.isEmpty()) {
      sheet.prose(Ink.FAINT, "besides: " + String.join(", ", others));
    }
    view.folded().forEach(text -> sheet.prose(Ink.WARNING, text + FOLDED));
    sheet.blank();
  }

  /** All requests over time, above the outcomes' trends. */
  private void requests(Sheet sheet, SummaryView view, int column) {
    String trend = Sparkline.ofRequests(view, trendRoom(column), page.unicode());
    if (!trend.isEmpty()) {
      String lead = Columns.right(String.valueOf(view.requests()), 6);
      String title = Columns.left(lead, MARGIN) + "requests";
      sheet.raw(page.paint(Ink.FAINT, Columns.left(title, column) + trend));
    }
  }

  private int trendRoom(int column) {
    int room = Math.min(LONGEST_TREND, page.width() - column);
    return room < SHORTEST_TREND ? 0 : room;
  }

  private void outcome(Sheet sheet, SummaryView view, Outcome outcome, boolean brief, int column) {
    String share = share(outcome.count(), Math.max(1, view.accounting().failed()));
    String counted = Columns.right(String.valueOf(outcome.count()), 6) + Columns.right(share, 8);
    String title = page.line(title(outcome) + outcome.by(view));
    int room = page.width() - MARGIN;
    String when = "  " + when(view, outcome);
    boolean timed = Columns.of(title + when) <= room;
    sheet.raw(
        page.paint(Ink.STRONG, Columns.left(counted, MARGIN))
            + page.paint(ink(outcome.level()), Columns.cut(title, room, page.unicode()))
            + (timed ? page.paint(Ink.FAINT, when) : "")
            + (timed ? trend(view, outcome, column) : "")
            + (brief ? wide(outcome, column + LONGEST_TREND + 2) : ""));
    if (brief) {
      return;
    }
    beside(sheet, outcome.line() + durations(outcome.p50(), outcome.p99()));
    String places = places(outcome);
    if (!places.isEmpty()) {
      beside(sheet, "at " + places);
    }
    if (!outcome.likely().isEmpty()) {
      beside(sheet, "likely: " + outcome.likely());
    }
  }

  /** Where it happened, in a further column of a wide page. */
  private String wide(Outcome outcome, int column) {
    int room = page.width() - column;
    String places = page.line(places(outcome));
    return room < LEAST_PLACES || places.isEmpty()
        ? ""
        : "  " + page.paint(Ink.FAINT, Columns.cut(places, room, page.unicode()));
  }

  /** When it happened, drawn; below those of the other outcomes that are shown. */
  private String trend(SummaryView view, Outcome outcome, int column) {
    String trend = Sparkline.of(view, outcome, trendRoom(column), page.unicode());
    int gap = column - MARGIN - titleColumns(view, outcome);
    return trend.isEmpty() ? "" : " ".repeat(gap) + page.paint(Ink.MARK, trend);
  }

  private int titleColumns(SummaryView view, Outcome outcome) {
    String title = title(outcome) + outcome.by(view) + "  " + when(view, outcome);
    return Columns.of(page.line(title));
  }

  private static String title(Outcome outcome) {
    return outcome.diagnosis() == null
        ? outcome.said()
        : outcome.diagnosis().code() + " " + outcome.diagnosis().slug();
  }

  private void beside(Sheet sheet, String text) {
    for (String line : Wrapped.lines(page.line(text), page.prose() - MARGIN)) {
      sheet.raw(" ".repeat(MARGIN) + line);
    }
  }

  private static String when(SummaryView view, Outcome outcome) {
    String first = Times.within(view.first(), view.last(), outcome.first());
    String last = Times.within(view.first(), view.last(), outcome.last());
    return first.equals(last) ? first : first + "-" + last;
  }

  private static String durations(OptionalLong p50, OptionalLong p99) {
    if (p50.isEmpty() || p99.isEmpty()) {
      return "";
    }
    String half = Words.millis(p50.getAsLong());
    String most = Words.millis(p99.getAsLong());
    return half.equals(most) ? "; took " + half : "; p50 " + half + ", p99 " + most;
  }

  /** {@code orders.shop (42), hosts 10.244.1.44:8080 (20) and 2 more}. */
  private static String places(Outcome outcome) {
    String clusters = named(outcome.clusters(), outcome.count());
    String hosts = named(outcome.hosts(), outcome.count());
    String noun = outcome.hosts().size() == 1 ? "host " : "hosts ";
    return clusters
        + (clusters.isEmpty() || hosts.isEmpty() ? "" : ", ")
        + (hosts.isEmpty() ? "" : noun + hosts);
  }

  private static String named(List<Outcome.Part> parts, long all) {
    List<String> names = new ArrayList<>();
    for (Outcome.Part part : parts.subList(0, Math.min(MOST_PLACES, parts.size()))) {
      names.add(part.count() == all ? part.name() : part.name() + " (" + part.count() + ")");
    }
    int more = parts.size() - names.size();
    return String.join(", ", names) + (more > 0 ? " and " + more + " more" : "");
  }

  private void rest(Sheet sheet, SummaryView view, int incidents, int outcomes) {
    List<Outcome> hidden = view.outcomes().subList(outcomes, view.outcomes().size());
    int more = view.incidents().size() - incidents;
    sheet.blank();
    List<String> rest = new ArrayList<>();
    if (more > 0) {
      rest.add(count(more, "more incident"));
    }
    if (!hidden.isEmpty()) {
      long records = hidden.stream().mapToLong(Outcome::count).sum();
      rest.add(count(hidden.size(), "more outcome") + " with " + count(records, "request"));
    }
    if (!rest.isEmpty()) {
      sheet.prose(Ink.FAINT, "and " + String.join(", ", rest) + " (--all)");
    }
  }

  private void components(Sheet sheet, SummaryView view, boolean whole) {
    List<ComponentFinding> all = view.components();
    int shown = whole ? all.size() : Math.min(MOST_COMPONENTS, all.size());
    if (shown == 0) {
      return;
    }
    sheet.blank().raw(page.paint(Ink.FAINT, "Envoy's own log says:"));
    for (ComponentFinding finding : all.subList(0, shown)) {
      String lead = Columns.right(String.valueOf(finding.count()), 6) + "  ";
      for (String line : Wrapped.lines(page.line(finding.text()), page.prose() - lead.length())) {
        sheet.raw(lead + line);
        lead = " ".repeat(lead.length());
      }
    }
    if (shown < all.size()) {
      sheet.prose(Ink.FAINT, "and " + count(all.size() - shown, "more message") + " (--all)");
    }
  }

  private void notUnderstood(Sheet sheet, SummaryView view, boolean samples) {
    Map<LineKind, List<String>> kinds = view.summary().notUnderstood();
    if (kinds.isEmpty()) {
      return;
    }
    kinds.forEach(
        (kind, lines) -> {
          long n = view.accounting().kinds().getOrDefault(kind, 0L);
          String lead = "not understood: " + n + " " + kind.words() + ": ";
          for (String line : lines.subList(0, Math.min(samples ? 3 : 1, lines.size()))) {
            String safe = page.line(line);
            int room = page.width() - Columns.of(lead);
            sheet.raw(page.paint(Ink.FAINT, lead) + Columns.cut(safe, room, page.unicode()));
            lead = " ".repeat(Columns.of(lead));
          }
        });
    Accounting accounting = view.accounting();
    if (accounting.notUnderstood() > view.requests() && accounting.notUnderstood() > FEW_LINES) {
      sheet.prose(
          Ink.FAINT,
          "to have them read: --format takes the format string of these lines, or a file of"
              + " configuration that holds it (whyvoy formats)");
    }
  }

  static Ink ink(Level level) {
    return switch (level) {
      case ERROR -> Ink.ERROR;
      case WARNING -> Ink.WARNING;
      case INFO -> Ink.GOOD;
    };
  }

  private static String count(long n, String noun) {
    return n + " " + noun + (n == 1 ? "" : "s");
  }

  private static String share(long part, long all) {
    return String.format(Locale.ROOT, "%.1f %%", 100.0 * part / all);
  }
}
