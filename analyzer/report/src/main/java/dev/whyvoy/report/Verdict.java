package dev.whyvoy.report;

import dev.whyvoy.core.knowledge.Level;
import java.util.ArrayList;
import java.util.List;

/**
 * What a report says first, in words.
 *
 * @param lead what happened at all
 * @param incidents what went wrong, the worst first
 * @param points the biggest outcomes, where there is no incident
 * @param rest what else there is; may be empty
 */
record Verdict(String lead, List<IncidentView> incidents, List<Point> points, String rest) {
  private static final int MOST_INCIDENTS = 8;

  private static final int MOST = 3;

  /**
   * One thing that stands out.
   *
   * @param id of its section
   * @param code of the outcome
   * @param what how much of what, when
   * @param where places; may be empty
   * @param likely a cause; may be empty
   */
  record Point(String id, String code, String what, String line, String where, String likely) {}

  static Verdict of(SummaryView view) {
    long failed = view.accounting().failed();
    long requests = view.requests();
    if (requests == 0) {
      return new Verdict(
          view.accounting().filtered() > 0
              ? "No request is left after filtering."
              : "No access record was found in what was read.",
          List.of(),
          List.of(),
          "");
    }
    if (failed == 0) {
      return new Verdict(
          "None of " + Html.count(requests, "request") + " failed.", List.of(), List.of(), "");
    }
    String lead =
        Html.number(failed)
            + " of "
            + Html.count(requests, "request")
            + " failed ("
            + Html.share(failed, requests)
            + ")";
    List<IncidentView> incidents =
        view.incidents().stream()
            .limit(MOST_INCIDENTS)
            .map(incident -> IncidentView.of(incident, view))
            .toList();
    if (!incidents.isEmpty()) {
      return new Verdict(
          lead + "; " + Html.count(view.incidents().size(), "incident") + ".",
          incidents,
          List.of(),
          left(view, incidents));
    }
    List<Outcome> outcomes = view.outcomes();
    List<Point> points = new ArrayList<>();
    long covered = 0;
    int unknown = 0;
    for (Outcome outcome : outcomes) {
      if (points.size() == MOST || outcome.level() == Level.INFO && !points.isEmpty()) {
        break;
      }
      unknown += outcome.diagnosis() == null ? 1 : 0;
      String id = outcome.diagnosis() == null ? "unknown-" + unknown : outcome.code();
      points.add(point(view, outcome, id));
      covered += outcome.count();
    }
    return new Verdict(
        lead + ". No incident stands out of it; the most frequent failures:",
        List.of(),
        points,
        rest(outcomes.size() - points.size(), failed - covered, failed));
  }

  private static String left(SummaryView view, List<IncidentView> shown) {
    int more = view.incidents().size() - shown.size();
    String smaller = more > 0 ? Html.count(more, "smaller incident") + " left out here. " : "";
    long counted = view.incidents().stream().mapToLong(incident -> incident.count()).sum();
    long rest = view.accounting().failed() - counted;
    return rest > 0
        ? smaller
            + (rest == 1
                ? "The other failure belongs"
                : "The other " + Html.number(rest) + " failures belong")
            + " to no incident."
        : smaller.strip();
  }

  private static Point point(SummaryView view, Outcome outcome, String id) {
    long failed = view.accounting().failed();
    String first = Times.within(view.first(), view.last(), outcome.first());
    String last = Times.within(view.first(), view.last(), outcome.last());
    String when =
        first.isEmpty() ? "" : first.equals(last) ? ", at " + first : ", " + first + " to " + last;
    return new Point(
        id,
        outcome.code(),
        Html.count(outcome.count(), "failure")
            + " ("
            + Html.share(outcome.count(), failed)
            + ")"
            + when,
        outcome.line(),
        where(outcome),
        outcome.likely());
  }

  private static String where(Outcome outcome) {
    List<String> places = new ArrayList<>();
    place(places, "cluster", outcome.clusters(), outcome.count());
    place(places, "host", outcome.hosts(), outcome.count());
    return String.join("; ", places);
  }

  private static void place(List<String> places, String noun, List<Outcome.Part> parts, long all) {
    if (parts.isEmpty()) {
      return;
    }
    Outcome.Part largest = parts.get(0);
    String share = largest.count() == all ? "" : " (" + Html.share(largest.count(), all) + ")";
    int more = parts.size() - 1;
    places.add(noun + " " + largest.name() + share + (more == 0 ? "" : " and " + more + " more"));
  }

  private static String rest(int outcomes, long count, long failed) {
    return outcomes == 0
        ? ""
        : "The other "
            + Html.count(count, "failure")
            + " ("
            + Html.share(count, failed)
            + ") "
            + (count == 1 ? "is " : "are ")
            + (outcomes == 1 ? "of one more kind." : "of " + outcomes + " more kinds.");
  }
}
