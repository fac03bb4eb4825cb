package dev.whyvoy.report;

import dev.whyvoy.core.incident.Incident;
import dev.whyvoy.core.record.LineKind;
import java.util.List;
import java.util.Map;

/**
 * A report as Markdown, for the channel of an incident or a postmortem. What logs contain is code
 * in it, or escaped.
 */
public final class ReportMarkdown {
  private static final int MOST_SECTIONS = 12;

  private final ReportView view;
  private final SummaryView summary;
  private final StringBuilder text = new StringBuilder();

  private ReportMarkdown(ReportView view) {
    this.view = view;
    this.summary = view.summary();
  }

  /** The whole file. */
  public static String of(ReportView view) {
    return new ReportMarkdown(view).all();
  }

  private String all() {
    verdict(Verdict.of(summary));
    outcomes();
    List<Section> sections = view.sections();
    sections.subList(0, Math.min(MOST_SECTIONS, sections.size())).forEach(this::section);
    notUnderstood();
    MarkdownParts.method(text, Method.of(view));
    return text.toString().stripTrailing() + "\n";
  }

  private void verdict(Verdict verdict) {
    line("# " + verdict.lead().replaceAll("\\.$", ""));
    String range = Times.range(summary.first(), summary.last());
    line(
        (range.isEmpty() ? "" : range + " \u00b7 ")
            + "read "
            + Markdown.code(view.origin().read())
            + (view.formats().isEmpty() ? "" : " \u00b7 " + Markdown.code(view.formats())));
    if (!view.origin().filters().isEmpty()) {
      line("Only " + Markdown.code(String.join(" ", view.origin().filters())));
    }
    for (String warning : view.warnings()) {
      line("**" + Markdown.plain(warning) + "**");
    }
    verdict.incidents().forEach(this::incident);
    int number = 1;
    for (Verdict.Point point : verdict.points()) {
      text.append(number++).append(". **").append(Markdown.plain(point.code())).append("** ");
      text.append(point.what()).append(": **").append(Markdown.plain(point.line())).append("**.");
      sentence(" Most affected: ", Markdown.plain(point.where()));
      sentence(" Likely: ", Markdown.plain(point.likely()));
      text.append('\n');
    }
    text.append(verdict.points().isEmpty() ? "" : "\n");
    if (!verdict.rest().isEmpty()) {
      line(verdict.rest());
    }
  }

  private void incident(IncidentView view) {
    Incident incident = view.incident();
    line("## " + Markdown.plain(incident.title()));
    text.append("- ").append(view.share());
    text.append(view.when().isEmpty() ? "\n" : ", " + view.when() + "\n");
    view.where().forEach(where -> text.append("- ").append(Markdown.plain(where)).append('\n'));
    incident.shows().forEach(shows -> MarkdownParts.item(text, "- ", shows));
    text.append('\n');
    MarkdownParts.causes(text, view.causes());
    MarkdownParts.list(text, "Check", view.check().isEmpty() ? List.of() : List.of(view.check()));
    line(
        "Logged as "
            + String.join(
                ", ",
                view.outcomes().stream()
                    .map(
                        outcome ->
                            (outcome.diagnosis() == null
                                    ? Markdown.code(outcome.said())
                                    : outcome.diagnosis().code())
                                + " ("
                                + Html.number(outcome.count())
                                + ")")
                    .toList()));
  }

  private void sentence(String lead, String body) {
    text.append(body.isEmpty() ? "" : lead + body + ".");
  }

  private void outcomes() {
    if (summary.outcomes().isEmpty()) {
      return;
    }
    line("## Diagnoses");
    MarkdownParts.row(
        text,
        "Diagnosis",
        "Failures",
        "Share",
        "First",
        "Last",
        "p50",
        "p99",
        "Cluster",
        "Likely cause");
    MarkdownParts.row(text, "---", "--:", "--:", "---", "---", "--:", "--:", "---", "---");
    long failed = summary.accounting().failed();
    for (int i = 0; i < view.listed().size(); i++) {
      Outcome outcome = view.listed().get(i);
      MarkdownParts.row(
          text,
          outcome.diagnosis() == null ? "? " + Markdown.cell(outcome.said()) : name(outcome),
          Html.number(outcome.count()),
          Html.share(outcome.count(), failed),
          Times.within(summary.first(), summary.last(), outcome.first()),
          Times.within(summary.first(), summary.last(), outcome.last()),
          Html.millis(outcome.p50()),
          Html.millis(outcome.p99()),
          outcome.clusters().isEmpty() ? "" : Markdown.cell(outcome.clusters().get(0).name()),
          Markdown.plain(view.sectionOf(i).likely()));
    }
    text.append('\n');
    int left = summary.outcomes().size() - view.listed().size();
    if (left > 0) {
      line(Html.count(left, "rarer outcome") + " left out; the JSON and CSV reports have them.");
    }
  }

  private static String name(Outcome outcome) {
    return outcome.diagnosis() == null
        ? "? " + Markdown.code(outcome.said())
        : outcome.code() + " " + outcome.name();
  }

  private void section(Section section) {
    Outcome outcome = section.outcome();
    line("## " + name(outcome));
    line("**" + Markdown.plain(outcome.line()) + "**");
    if (section.diagnosis() != null) {
      line(
          section.diagnosis().level().word()
              + " \u00b7 "
              + section.diagnosis().locus().word()
              + " \u00b7 "
              + section.certainty().word());
      line(
          ExplanationMarkdown.prose(
              section.diagnosis().what().strip() + " " + section.diagnosis().not().strip()));
    }
    MarkdownParts.causes(text, section.causes());
    MarkdownParts.list(text, "Check", section.checks());
    MarkdownParts.breakdowns(text, section.breakdowns());
    MarkdownParts.samples(text, section.lines().stream().limit(2).toList());
    MarkdownParts.path(text, section.codePath(), false);
  }

  private void notUnderstood() {
    long lines = summary.accounting().notUnderstood();
    if (lines == 0) {
      return;
    }
    line("## Not understood");
    line(Html.count(lines, "line") + " could not be read, and are in none of the numbers above.");
    for (Map.Entry<LineKind, List<String>> kind : summary.summary().notUnderstood().entrySet()) {
      long n = summary.accounting().kinds().getOrDefault(kind.getKey(), 0L);
      line(Html.number(n) + " of this kind: " + kind.getKey().words());
      MarkdownParts.samples(text, kind.getValue().stream().limit(2).toList());
    }
  }

  private void line(String line) {
    text.append(line).append("\n\n");
  }
}
