package dev.whyvoy.report;

import static dev.whyvoy.report.ExplanationMarkdown.prose;

import dev.whyvoy.core.knowledge.Cause;
import dev.whyvoy.core.knowledge.Diagnosis;
import dev.whyvoy.core.knowledge.Message;
import java.util.List;
import java.util.stream.Collectors;

/** Pages of the reference as Markdown. */
final class ReferenceMarkdown {
  private final List<ReferenceIndex> indexes;

  ReferenceMarkdown(List<ReferenceIndex> indexes) {
    this.indexes = indexes;
  }

  String page(ReferencePage page) {
    Diagnosis diagnosis = page.diagnosis();
    StringBuilder text = new StringBuilder(4000);
    text.append("# ").append(Markdown.plain(page.title())).append("\n\n");
    text.append("**").append(prose(page.line())).append("** (");
    text.append(diagnosis.code()).append(' ').append(diagnosis.slug()).append(", ");
    text.append(diagnosis.level().word()).append(", ");
    text.append(diagnosis.locus().word()).append(")\n\n");
    paragraph(text, "", diagnosis.what());
    paragraph(text, "", diagnosis.not());
    messages(text, page);
    list(text, "Check first", diagnosis.check());
    causes(text, page);
    paragraph(text, "What Envoy does", diagnosis.effect());
    if (!page.codePath().isEmpty()) {
      text.append("## In Envoy's code\n\n");
      StringBuilder path = new StringBuilder();
      MarkdownParts.path(path, page.codePath(), true);
      text.append(path.substring(path.indexOf("\n\n") + 2));
    }
    list(text, "Versions", diagnosis.versions());
    list(text, "What the line cannot show", diagnosis.notSeen());
    examples(text, diagnosis.examples());
    links(text, "A special case of", page.general());
    links(text, "Special cases", page.special());
    links(text, "See also", page.see());
    navigation(text);
    return text.toString();
  }

  String index(ReferenceIndex index) {
    StringBuilder text = new StringBuilder(4000);
    text.append("# ").append(prose(index.title())).append("\n\n");
    text.append(prose(index.intro())).append("\n\n");
    for (ReferenceIndex.Group group : index.groups()) {
      text.append("## ").append(prose(group.name())).append("\n\n");
      if (!group.meaning().isEmpty()) {
        text.append(prose(group.meaning())).append("\n\n");
      }
      group.rows().forEach(row -> row(text, row));
      text.append('\n');
    }
    navigation(text);
    return text.toString();
  }

  private static void row(StringBuilder text, ReferenceIndex.Row row) {
    String links =
        row.links().stream().map(ReferenceMarkdown::link).collect(Collectors.joining(", "));
    text.append("- ");
    text.append(row.text().isEmpty() ? links + ": " : Markdown.code(row.text()) + " ");
    text.append(prose(row.note()));
    text.append(row.text().isEmpty() || links.isEmpty() ? "" : " \u2192 " + links);
    text.append('\n');
  }

  private static void messages(StringBuilder text, ReferencePage page) {
    if (page.messages().isEmpty()) {
      return;
    }
    text.append("## What Envoy writes\n\n| text | as | status | flags | releases | by |\n");
    text.append("|---|---|---|---|---|---|\n");
    for (Message message : page.messages()) {
      text.append("| ").append(Markdown.cell(message.template()));
      text.append(" | ").append(message.dialect().word().replace('_', ' '));
      text.append(" | ").append(message.code() == 0 ? "" : String.valueOf(message.code()));
      text.append(" | ").append(String.join(" ", message.flags()));
      text.append(" | ").append(ReferencePage.releases(message));
      text.append(" | ").append(Markdown.cell(by(message)));
      text.append(" |\n");
    }
    text.append('\n');
  }

  /** The function that writes a message, and those that have it do so. */
  private static String by(Message message) {
    String callers = String.join(", ", ReferencePage.callers(message));
    return message.function().isEmpty()
        ? ""
        : Words.function(message.function()) + (callers.isEmpty() ? "" : ", called by " + callers);
  }

  private static void causes(StringBuilder text, ReferencePage page) {
    if (page.causes().isEmpty()) {
      return;
    }
    text.append("## Why it happens\n\n");
    for (Cause cause : page.causes()) {
      text.append("### ").append(prose(cause.title())).append(" (");
      text.append(page.commonness(cause)).append(")\n\n");
      text.append(prose(cause.definition())).append("\n\n");
      item(text, "Speaks for it: ", String.join("; ", ReferencePage.reasons(cause)));
      item(text, "Check: ", String.join("; ", cause.check()));
      item(text, "Fix: ", cause.fix());
      item(text, "Does not help: ", String.join("; ", cause.wrongTurns()));
      text.append('\n');
    }
  }

  private static void item(StringBuilder text, String lead, String words) {
    if (!words.isEmpty()) {
      text.append("- ").append(lead).append(prose(words)).append('\n');
    }
  }

  private static void paragraph(StringBuilder text, String heading, String body) {
    if (!body.isBlank()) {
      text.append(heading.isEmpty() ? "" : "## " + heading + "\n\n");
      text.append(prose(body)).append("\n\n");
    }
  }

  private static void list(StringBuilder text, String heading, List<String> items) {
    if (!items.isEmpty()) {
      text.append("## ").append(heading).append("\n\n");
      items.forEach(item -> text.append("- ").append(prose(item)).append('\n'));
      text.append('\n');
    }
  }

  private static void examples(StringBuilder text, List<String> examples) {
    text.append("## Examples\n\n");
    examples.forEach(example -> text.append(ExplanationMarkdown.fenced(example)).append('\n'));
  }

  private static void links(StringBuilder text, String heading, List<Diagnosis> diagnoses) {
    if (!diagnoses.isEmpty()) {
      text.append("## ").append(heading).append("\n\n");
      for (Diagnosis diagnosis : diagnoses) {
        text.append("- ").append(link(diagnosis)).append(": ");
        text.append(prose(Words.general(diagnosis.line()))).append('\n');
      }
      text.append('\n');
    }
  }

  private static String link(Diagnosis diagnosis) {
    String stem = ReferencePage.stem(diagnosis);
    return "[" + diagnosis.code() + " " + diagnosis.slug() + "](" + stem + ".md)";
  }

  private void navigation(StringBuilder text) {
    text.append("---\n\n");
    text.append(
        indexes.stream()
            .map(index -> "[" + prose(index.title()) + "](" + index.stem() + ".md)")
            .collect(Collectors.joining(" \u00b7 ")));
    text.append('\n');
  }
}
