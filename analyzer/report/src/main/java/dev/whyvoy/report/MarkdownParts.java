package dev.whyvoy.report;

import dev.whyvoy.core.diagnose.CodeStep;
import dev.whyvoy.core.diagnose.RankedCause;
import java.util.List;

/** What reports and explanations in Markdown have in common. */
final class MarkdownParts {
  /** Longest sample line that is shown in full, in UTF-16 units. */
  private static final int LONGEST_SAMPLE = 1200;

  private static final int MOST_ROWS = 5;

  private MarkdownParts() {}

  static void causes(StringBuilder text, List<RankedCause> causes) {
    if (causes.isEmpty()) {
      return;
    }
    text.append("**Likely**\n\n");
    for (RankedCause ranked : causes) {
      text.append("- **").append(Words.percent(ranked.likelihood())).append("** ");
      text.append(ExplanationMarkdown.prose(ranked.cause().title())).append('\n');
      ranked.because().forEach(because -> item(text, "  - ", because));
      ranked.against().forEach(against -> item(text, "  - but ", against));
      if (!ranked.cause().fix().isEmpty()) {
        item(text, "  - fix: ", ranked.cause().fix());
      }
    }
    text.append('\n');
  }

  static void list(StringBuilder text, String heading, List<String> items) {
    if (items.isEmpty()) {
      return;
    }
    text.append("**").append(heading).append("**\n\n");
    items.forEach(item -> item(text, "- ", item));
    text.append('\n');
  }

  static void item(StringBuilder text, String lead, String item) {
    text.append(lead).append(ExplanationMarkdown.prose(item)).append('\n');
  }

  /** The largest parts of each. */
  static void breakdowns(StringBuilder text, List<Breakdown> breakdowns) {
    text.append("**Where, who, how long**\n\n");
    for (Breakdown breakdown : breakdowns) {
      text.append("- ").append(breakdown.name());
      text.append(breakdown.exact() ? ": " : " (estimated): ");
      List<Outcome.Part> parts = breakdown.parts();
      List<Outcome.Part> shown = parts.subList(0, Math.min(MOST_ROWS, parts.size()));
      for (int i = 0; i < shown.size(); i++) {
        String name = shown.get(i).name();
        text.append(i == 0 ? "" : ", ");
        text.append(breakdown.ordered() ? name : Markdown.code(name));
        text.append(" (").append(Html.number(shown.get(i).count())).append(')');
      }
      long more = breakdown.more() + parts.size() - shown.size();
      text.append(more > 0 ? " and " + Html.number(more) + " more\n" : "\n");
    }
    text.append('\n');
  }

  /** How a report was made. */
  static void method(StringBuilder text, List<Method.Note> notes) {
    text.append("## How this was made\n\n");
    for (Method.Note note : notes) {
      text.append("- ").append(note.about()).append(": ");
      boolean sentences = note.texts().stream().allMatch(t -> t.endsWith("."));
      text.append(
          String.join(sentences ? " " : "; ", note.texts().stream().map(Markdown::plain).toList()));
      text.append('\n');
    }
  }

  /** A row of a table. */
  static void row(StringBuilder text, String... cells) {
    text.append("| ").append(String.join(" | ", cells)).append(" |\n");
  }

  /** Lines as they were logged. */
  static void samples(StringBuilder text, List<String> lines) {
    if (!lines.isEmpty()) {
      String all =
          String.join("\n", lines.stream().map(line -> Html.show(line, LONGEST_SAMPLE)).toList());
      text.append(ExplanationMarkdown.fenced(all)).append('\n');
    }
  }

  /**
   * Where in Envoy's code it happened.
   *
   * @param says whether to tell what each step does
   */
  static void path(StringBuilder text, List<CodeStep> steps, boolean says) {
    if (steps.isEmpty()) {
      return;
    }
    text.append("**Path**\n\n");
    int number = 1;
    for (CodeStep step : steps) {
      String place = step.line().isPresent() ? ":" + step.line().getAsInt() : "";
      String name = step.file().substring(step.file().lastIndexOf('/') + 1) + place;
      text.append(number++).append(step.alternative() ? ". or `" : ". `");
      text.append(step.function()).append("` [");
      text.append(ExplanationMarkdown.prose(name)).append("](").append(step.url()).append(')');
      text.append(
          !says || step.says().isEmpty() ? "" : ": " + ExplanationMarkdown.prose(step.says()));
      text.append('\n');
    }
    text.append('\n');
  }
}
