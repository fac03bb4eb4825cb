package dev.whyvoy.report;

import dev.whyvoy.report.Comparison.Amount;
import dev.whyvoy.report.Comparison.Basis;
import dev.whyvoy.report.Comparison.Change;
import dev.whyvoy.report.Comparison.Kind;
import dev.whyvoy.report.Comparison.Side;
import dev.whyvoy.report.Comparison.Verdict;
import dev.whyvoy.report.Method.Note;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What pages tell of a comparison, chosen and in order.
 *
 * @param incidents of the time after, the worst first
 */
public record ComparisonView(
    Comparison comparison, Origin before, Origin after, List<IncidentView> incidents) {
  /** Rows of a table. */
  private static final int MOST_ROWS = 150;

  private static final int MOST_POINTS = 6;
  private static final int MOST_INCIDENTS = 5;

  /** Chooses what to tell. */
  public static ComparisonView of(
      Comparison comparison, Origin before, Origin after, SummaryView viewAfter) {
    return new ComparisonView(
        comparison,
        before,
        after,
        viewAfter.incidents().stream()
            .limit(MOST_INCIDENTS)
            .map(incident -> IncidentView.of(incident, viewAfter))
            .toList());
  }

  /** The things of one kind that are compared. */
  record Table(Kind kind, String id, String title, String noun, List<Change> rows, int more) {
    private static Table of(Kind kind, String id, String title, String noun, Comparison all) {
      List<Change> changes = all.of(kind);
      int shown = Math.min(MOST_ROWS, changes.size());
      return new Table(kind, id, title, noun, changes.subList(0, shown), changes.size() - shown);
    }

    /** How many are neither new nor gone, worse nor better. */
    long same() {
      return rows.stream().filter(change -> change.verdict() == Verdict.SAME).count() + more;
    }
  }

  List<Table> tables() {
    return List.of(
        Table.of(Kind.DIAGNOSIS, "diagnoses", "Diagnoses", "Diagnosis", comparison),
        Table.of(Kind.CLUSTER, "clusters", "Upstream clusters", "Cluster", comparison),
        Table.of(Kind.HOST, "hosts", "Upstream hosts", "Host", comparison));
  }

  /** What became of all failures together, with rates. */
  String lead() {
    String total = ComparisonWords.total(comparison);
    return comparison.hasBothSides()
        ? total.substring(0, total.length() - 1) + " (" + rates(comparison.total()) + ")."
        : total;
  }

  /** {@code 1.2 % of requests before, 7.9 % after}. */
  String rates(Change change) {
    Basis basis = comparison.basis();
    String before = ComparisonWords.rate(change.before(), basis);
    return before
        + (basis == Basis.REQUESTS && change.before().of() > 0 ? " of requests" : "")
        + " before, "
        + ComparisonWords.rate(change.after(), basis)
        + " after";
  }

  /** The diagnoses that changed most. */
  List<Change> points() {
    return changed().subList(0, Math.min(MOST_POINTS, changed().size()));
  }

  /** How many more diagnoses changed than {@link #points} has. */
  int morePoints() {
    return changed().size() - points().size();
  }

  private List<Change> changed() {
    return comparison.of(Kind.DIAGNOSIS).stream()
        .filter(change -> change.verdict() != Verdict.SAME)
        .toList();
  }

  /** The highest rate in {@code rows}, which bars are drawn against. */
  static double highest(List<Change> rows) {
    return rows.stream()
        .mapToDouble(c -> Math.max(c.before().rate().orElse(0), c.after().rate().orElse(0)))
        .max()
        .orElse(0);
  }

  /** A number for an attribute that a length is taken from: of {@code highest}, in percent. */
  static String length(Amount amount, double highest) {
    double share = highest > 0 ? 100 * amount.rate().orElse(0) / highest : 0;
    return String.format(Locale.ROOT, "%.1f", share);
  }

  /** {@code 42 of 98}, or {@code 42 in 12 min}. */
  static String counts(Amount amount, Basis basis) {
    return amount.of() <= 0
        ? ""
        : Html.number(amount.count())
            + (basis == Basis.REQUESTS
                ? " of " + Html.number(Math.round(amount.of()))
                : String.format(Locale.ROOT, " in %.0f min", amount.of()));
  }

  /** How many times as often; empty where nothing can be said. */
  static String factor(Change change) {
    return change.factor().isEmpty() ? "" : ComparisonWords.times(change);
  }

  /** What was read on one side, with how much failed. */
  static String side(Side side) {
    String range = Times.range(side.first(), side.last());
    return (range.isEmpty() ? "" : range + ": ")
        + Html.number(side.failed())
        + " of "
        + Html.count(side.requests(), "request")
        + " failed ("
        + Html.share(side.failed(), side.requests())
        + ")";
  }

  /** What makes this comparison less than it seems. */
  List<String> warnings() {
    List<String> warnings = new ArrayList<>();
    before.problems().forEach(p -> warnings.add("Before, not read to its end: " + p));
    after.problems().forEach(p -> warnings.add("After, not read to its end: " + p));
    if (comparison.basis() == Basis.MINUTES && comparison.hasBothSides()) {
      warnings.add(ComparisonWords.BY_THE_MINUTE);
    }
    return warnings;
  }

  /** How it was made. */
  List<Note> method() {
    List<Note> notes = new ArrayList<>();
    notes.add(new Note("Read before", Method.inputs(before)));
    notes.add(new Note("Read after", Method.inputs(after)));
    notes.add(
        new Note(
            "Rates",
            List.of(
                comparison.basis() == Basis.REQUESTS
                    ? "Failures are compared as a share of requests, so more traffic alone is no"
                        + " change. A cluster's and a host's are a share of its own requests."
                    : "Failures are compared by the minute, since traffic is not known.")));
    notes.add(
        new Note(
            "Changes",
            List.of(
                "New, worse, better and gone are said only where chance makes such a difference"
                    + " less often than once in a hundred looks, with the bursts of before taken"
                    + " into account, and where at least 3 failures are among it; worse and better"
                    + " from a fifth on.",
                "A host or cluster without traffic before is measured by what was usual at the"
                    + " others.")));
    notes.add(
        new Note(
            "Made by",
            List.of(
                "whyvoy "
                    + after.program()
                    + ", written "
                    + after.written().truncatedTo(ChronoUnit.SECONDS)
                    + "; all times are UTC")));
    return notes;
  }
}
