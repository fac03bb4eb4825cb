package dev.whyvoy.report;

import dev.whyvoy.report.Comparison.Basis;
import dev.whyvoy.report.Comparison.Change;
import dev.whyvoy.report.Comparison.Kind;
import dev.whyvoy.report.Comparison.Side;
import dev.whyvoy.report.Comparison.Verdict;
import java.util.ArrayList;
import java.util.List;

/** A comparison for a terminal. */
public final class ComparisonText {
  /** Clusters and hosts that are named, unless all are wanted. */
  private static final int MOST_PLACES = 4;

  /** Things without change that are named, unless all are wanted. */
  private static final int MOST_SAME = 4;

  private final Page page;

  public ComparisonText(Page page) {
    this.page = page;
  }

  /**
   * The comparison.
   *
   * @param everything all clusters and hosts, not only those where most changed
   */
  public String of(Comparison comparison, boolean everything) {
    Sheet sheet = new Sheet(page);
    side(sheet, "before", comparison.before());
    side(sheet, "after", comparison.after());
    sheet.blank();
    total(sheet, comparison);
    sheet.blank();
    List<Change> diagnoses = comparison.of(Kind.DIAGNOSIS);
    changed(diagnoses).forEach(change -> change(sheet, comparison.basis(), change));
    sheet.blank();
    places(sheet, "Clusters", comparison, Kind.CLUSTER, everything);
    places(sheet, "Hosts", comparison, Kind.HOST, everything);
    same(sheet, comparison.basis(), diagnoses, everything);
    return sheet.text();
  }

  private static void side(Sheet sheet, String name, Side side) {
    String range = Times.range(side.first(), side.last());
    String failed =
        side.requests() == 0
            ? ""
            : " (" + ComparisonWords.percent(side.failed() / (double) side.requests()) + ")";
    sheet
        .heading(name)
        .beside(
            (range.isEmpty() ? "" : range + ", ")
                + side.requests()
                + (side.requests() == 1 ? " request, " : " requests, ")
                + side.failed()
                + " failed"
                + failed);
  }

  private static void total(Sheet sheet, Comparison comparison) {
    Verdict verdict = comparison.total().verdict();
    boolean plain = verdict == Verdict.SAME || !comparison.hasBothSides();
    sheet.prose(plain ? Ink.STRONG : ink(verdict), ComparisonWords.total(comparison));
    if (comparison.basis() == Basis.MINUTES && comparison.hasBothSides()) {
      sheet.prose(Ink.FAINT, ComparisonWords.BY_THE_MINUTE);
    }
  }

  private static List<Change> changed(List<Change> changes) {
    return changes.stream().filter(change -> change.verdict() != Verdict.SAME).toList();
  }

  private void change(Sheet sheet, Basis basis, Change change) {
    String name = change.title().isEmpty() ? change.name() : change.name() + " " + change.title();
    Ink ink = ink(change.verdict());
    String margin = page.paint(ink, Columns.left(change.verdict().word(), Sheet.MARGIN));
    List<String> lines = Wrapped.lines(page.line(name), sheet.room());
    for (int i = 0; i < lines.size(); i++) {
      sheet.raw((i == 0 ? margin : " ".repeat(Sheet.MARGIN)) + page.paint(ink, lines.get(i)));
    }
    sheet.beside(ComparisonWords.fromTo(change, basis));
    if (!change.line().isEmpty()) {
      sheet.beside(change.line());
    }
    if (!change.likely().isEmpty() && change.verdict().worse()) {
      sheet.beside("likely: " + change.likely());
    }
  }

  private void places(
      Sheet sheet, String heading, Comparison comparison, Kind kind, boolean everything) {
    List<Change> changed = changed(comparison.of(kind));
    if (changed.isEmpty()) {
      return;
    }
    sheet.raw(page.paint(Ink.HEADING, heading));
    int shown = everything ? changed.size() : Math.min(MOST_PLACES, changed.size());
    changed.subList(0, shown).forEach(change -> change(sheet, comparison.basis(), change));
    if (shown < changed.size()) {
      sheet.beside("and " + (changed.size() - shown) + " more (--all)");
    }
    sheet.blank();
  }

  private static void same(Sheet sheet, Basis basis, List<Change> diagnoses, boolean everything) {
    List<String> names = new ArrayList<>();
    List<Change> same =
        diagnoses.stream().filter(change -> change.verdict() == Verdict.SAME).toList();
    int shown = everything ? same.size() : Math.min(MOST_SAME, same.size());
    for (Change change : same.subList(0, shown)) {
      names.add(
          change.name()
              + " "
              + ComparisonWords.rate(change.before(), basis)
              + " -> "
              + ComparisonWords.rate(change.after(), basis));
    }
    if (shown < same.size()) {
      names.add((same.size() - shown) + " more");
    }
    if (!names.isEmpty()) {
      sheet.prose(
          Ink.FAINT,
          "No change beyond what chance and bursts can make: " + String.join(", ", names));
    }
  }

  private static Ink ink(Verdict verdict) {
    return switch (verdict) {
      case NEW, WORSE -> Ink.ERROR;
      case BETTER, GONE -> Ink.GOOD;
      case SAME -> Ink.FAINT;
    };
  }
}
