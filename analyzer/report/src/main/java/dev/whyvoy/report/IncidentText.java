package dev.whyvoy.report;

import dev.whyvoy.core.diagnose.RankedCause;
import dev.whyvoy.core.incident.Incident;
import dev.whyvoy.core.incident.OutcomeShare;
import dev.whyvoy.core.incident.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Incidents for a terminal. */
final class IncidentText {
  private static final int MARGIN = 4;

  /** A cause less likely than this is no news. */
  private static final double WORTH_NAMING = 0.2;

  private final Page page;
  private final SummaryView view;
  private final Sheet sheet;

  IncidentText(Page page, SummaryView view, Sheet sheet) {
    this.page = page;
    this.view = view;
    this.sheet = sheet;
  }

  /** How much is told of an incident. */
  enum Telling {
    /** What, where, since when, and the likely cause. */
    SHORT,
    /** With the reason, and what to do next. */
    USUAL,
    /** All there is to say. */
    ALL
  }

  /**
   * Writes one incident.
   *
   * @param number from 1 on
   */
  void write(int number, Incident incident, Telling telling) {
    boolean all = telling == Telling.ALL;
    title(number, incident);
    beside(when(incident) + ": " + howMany(incident) + codes(incident));
    int reasons = telling == Telling.SHORT ? 0 : all ? 9 : 1;
    incident.shows().stream().limit(all ? 20 : reasons).forEach(this::beside);
    List<RankedCause> causes = incident.causes();
    if (!causes.isEmpty() && causes.get(0).likelihood() >= WORTH_NAMING) {
      cause("likely: ", causes.get(0), reasons);
      causes.stream()
          .skip(1)
          .limit(all ? 2 : 0)
          .filter(cause -> cause.likelihood() >= 0.05)
          .forEach(cause -> cause("or: ", cause, 9));
    }
    causes.stream()
        .flatMap(cause -> cause.cause().check().stream())
        .limit(Math.min(1, reasons))
        .forEach(check -> beside("check: " + (all ? check : firstOf(check))));
    incident.ask().stream()
        .limit(all ? 3 : undecided(causes) ? reasons : 0)
        .forEach(ask -> beside("to tell: " + ask.question()));
    incident.examples().stream()
        .limit(all ? 1 : 0)
        .forEach(line -> beside("for example: " + page.redaction().apply(line)));
  }

  /** The first thing to run or to look up in {@code check}, which may go on to others. */
  static String firstOf(String check) {
    char quote = 0;
    for (int at = 0; at + 1 < check.length(); at++) {
      char c = check.charAt(at);
      boolean opens = at == 0 || " =(".indexOf(check.charAt(at - 1)) >= 0;
      if (quote == c) {
        quote = 0;
      } else if (quote == 0 && opens && (c == '\'' || c == '"')) {
        quote = c;
      }
      if (quote == 0 && check.charAt(at + 1) == ' ' && (c == ';' || c == '?' || c == '.')) {
        return check.substring(0, c == '?' ? at + 1 : at);
      }
    }
    return check;
  }

  private static boolean undecided(List<RankedCause> causes) {
    return !causes.isEmpty() && causes.get(0).likelihood() < 0.5;
  }

  private void title(int number, Incident incident) {
    String lead = Columns.left(number + ".", MARGIN);
    String text = page.line(incident.title());
    for (String line : Wrapped.lines(text, page.prose() - MARGIN)) {
      sheet.raw(lead + page.paint(SummaryText.ink(incident.level()), line));
      lead = " ".repeat(MARGIN);
    }
  }

  private void cause(String lead, RankedCause cause, int reasons) {
    List<String> because = cause.because().stream().limit(reasons).toList();
    beside(
        lead
            + cause.cause().title()
            + " ("
            + Words.percent(cause.likelihood())
            + ")"
            + (because.isEmpty() ? "" : ", because " + String.join("; ", because)));
  }

  private String when(Incident incident) {
    Period period = incident.period();
    String since = Times.within(view.first(), view.last(), period.since());
    String until = Times.within(view.first(), view.last(), period.until());
    if (since.isEmpty()) {
      return "at unknown times";
    }
    if (period.onset() == Period.Onset.STEADY) {
      return period.ongoing() ? "all the time" : "from the beginning until " + until;
    }
    return period.ongoing() ? "since " + since : since.equals(until) ? since : since + "-" + until;
  }

  private static String howMany(Incident incident) {
    return incident.count()
        + (incident.traffic() > incident.count() ? " of " + incident.traffic() : "")
        + (incident.count() == 1 ? " request" : " requests")
        + (incident.traffic() > incident.count()
            ? String.format(Locale.ROOT, " there (%s)", percent(incident.share()))
            : " there, all of them");
  }

  private static String percent(double share) {
    return share < 0.1 ? String.format(Locale.ROOT, "%.1f %%", 100 * share) : Words.percent(share);
  }

  private static String codes(Incident incident) {
    List<String> codes = new ArrayList<>();
    for (OutcomeShare outcome : incident.outcomes()) {
      codes.add(outcome.diagnosis() == null ? outcome.said() : outcome.diagnosis().code());
    }
    return codes.stream().limit(3).collect(Collectors.joining(", ", " [", "]"));
  }

  private void beside(String text) {
    for (String line : Wrapped.lines(page.line(text), page.prose() - MARGIN)) {
      sheet.raw(" ".repeat(MARGIN) + line);
    }
  }
}
