package dev.whyvoy.report;

import dev.whyvoy.report.Comparison.Basis;
import dev.whyvoy.report.Comparison.Change;
import java.util.List;

/**
 * A comparison as Markdown, for the channel of an incident or a review of a deploy. What logs
 * contain is code in it, or escaped.
 */
public final class ComparisonMarkdown {
  /** Rows of a table; the first ones changed most. */
  private static final int MOST_ROWS = 30;

  private final ComparisonView view;
  private final StringBuilder text = new StringBuilder();

  private ComparisonMarkdown(ComparisonView view) {
    this.view = view;
  }

  /** The whole file. */
  public static String of(ComparisonView view) {
    return new ComparisonMarkdown(view).all();
  }

  private String all() {
    line("# " + view.lead().replaceAll("\\.$", ""));
    side("before", view.before(), view.comparison().before());
    side("after", view.after(), view.comparison().after());
    text.append('\n');
    if (!view.after().filters().isEmpty()) {
      line("Only " + Markdown.code(String.join(" ", view.after().filters())));
    }
    view.warnings().forEach(warning -> line("**" + Markdown.plain(warning) + "**"));
    view.points().forEach(this::point);
    text.append(view.points().isEmpty() ? "" : "\n");
    if (view.morePoints() > 0) {
      line("And " + view.morePoints() + " more in the table.");
    }
    incidents();
    view.tables().forEach(this::table);
    MarkdownParts.method(text, view.method());
    return text.toString().stripTrailing() + "\n";
  }

  private void side(String name, Origin origin, Comparison.Side side) {
    text.append("- **").append(name).append("** ").append(ComparisonView.side(side));
    text.append(", read ").append(Markdown.code(origin.read())).append('\n');
  }

  private void point(Change change) {
    text.append("- **").append(change.verdict().word()).append("** ").append(name(change, false));
    text.append(": ").append(Markdown.plain(change.line())).append("; ").append(view.rates(change));
    text.append(
        change.factor().isPresent() ? ", " + ComparisonWords.times(change) + " as often." : ".");
    if (!change.likely().isEmpty() && change.verdict().worse()) {
      text.append(" Likely: ").append(Markdown.plain(change.likely())).append('.');
    }
    String caution = ComparisonWords.caution(change);
    text.append(caution.isEmpty() ? "\n" : " Mind that " + caution + ".\n");
  }

  private void incidents() {
    if (view.incidents().isEmpty()) {
      return;
    }
    line("## Incidents of the time after");
    for (IncidentView incident : view.incidents()) {
      text.append("- ").append(Markdown.plain(incident.incident().title()));
      text.append(incident.when().isEmpty() ? "" : ", " + incident.when());
      text.append(": ").append(incident.share()).append('\n');
    }
    text.append('\n');
  }

  private void table(ComparisonView.Table table) {
    line("## " + table.title());
    if (table.rows().isEmpty()) {
      line("There was no failure to compare.");
      return;
    }
    Basis basis = view.comparison().basis();
    MarkdownParts.row(text, "Change", table.noun(), "Before", "After", "As often", "Failures");
    MarkdownParts.row(text, "---", "---", "--:", "--:", "--:", "--:");
    List<Change> shown = table.rows().subList(0, Math.min(MOST_ROWS, table.rows().size()));
    for (Change change : shown) {
      MarkdownParts.row(
          text,
          change.verdict().word(),
          name(change, true),
          ComparisonWords.rate(change.before(), basis),
          ComparisonWords.rate(change.after(), basis),
          ComparisonView.factor(change),
          Html.number(change.before().count()) + " to " + Html.number(change.after().count()));
    }
    text.append('\n');
    int left = table.more() + table.rows().size() - shown.size();
    if (left > 0) {
      line(Html.number(left) + " more left out; the JSON and CSV comparisons have them all.");
    }
  }

  /** A diagnosis by code and slug; everything else was logged. */
  private static String name(Change change, boolean inTable) {
    return !change.title().isEmpty()
        ? Markdown.plain(change.name() + " " + change.title())
        : inTable ? Markdown.cell(change.name()) : Markdown.code(change.name());
  }

  private void line(String line) {
    text.append(line).append("\n\n");
  }
}
