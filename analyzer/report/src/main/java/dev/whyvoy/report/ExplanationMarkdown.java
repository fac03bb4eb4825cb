package dev.whyvoy.report;

import dev.whyvoy.core.diagnose.Explanation;
import dev.whyvoy.core.diagnose.Finding;
import dev.whyvoy.core.knowledge.Diagnosis;
import dev.whyvoy.core.knowledge.Knowledge;

/** An explanation as Markdown, ready for a ticket. */
public final class ExplanationMarkdown {
  private final Knowledge knowledge;

  public ExplanationMarkdown(Knowledge knowledge) {
    this.knowledge = knowledge;
  }

  /** The explanation of a paste, to be put into a ticket. */
  public String of(Explanation explanation) {
    ExplanationView view = ExplanationView.of(explanation, knowledge);
    Finding main = view.main();
    Diagnosis diagnosis = main.diagnosis();
    StringBuilder text = new StringBuilder();
    text.append("### ").append(prose(Words.title(main))).append("\n\n");
    text.append("**").append(prose(Words.line(main))).append("**\n\n");
    if (diagnosis != null) {
      text.append(diagnosis.level().word()).append(" \u00b7 ");
      text.append(diagnosis.locus().word()).append(" \u00b7 ");
      text.append(main.certainty().word()).append("\n\n");
    }
    text.append(fenced(explanation.input())).append('\n');
    paragraph(text, "Unread", Words.unread(explanation));
    MarkdownParts.list(text, "Together", explanation.together());
    if (diagnosis != null) {
      paragraph(text, "Why", (diagnosis.what().strip() + " " + diagnosis.not().strip()).strip());
    }
    MarkdownParts.causes(text, view.causes());
    MarkdownParts.list(text, "Check", view.checks());
    if (diagnosis != null) {
      paragraph(text, "Effect", diagnosis.effect());
    }
    MarkdownParts.path(text, main.codePath(), true);
    MarkdownParts.list(text, "Versions", view.versions());
    if (diagnosis != null) {
      MarkdownParts.list(text, "Not seen", diagnosis.notSeen());
    }
    MarkdownParts.list(text, "Also", view.others().stream().map(Words::line).toList());
    MarkdownParts.list(
        text, "See also", view.see().stream().map(see -> see.code() + " " + see.slug()).toList());
    return text.toString();
  }

  private static void paragraph(StringBuilder text, String heading, String body) {
    if (!body.isBlank()) {
      text.append("**").append(heading).append("** ").append(prose(body)).append("\n\n");
    }
  }

  /** {@code text} on one line, with what Markdown or HTML would take for markup escaped. */
  static String prose(String text) {
    String line = Visible.line(text.strip().replace('\n', ' '), true);
    StringBuilder all = new StringBuilder(line.length() + 8);
    int at = 0;
    while (at < line.length()) {
      char c = line.charAt(at);
      int next = at + 1;
      if (c == '`') {
        next = codeEnd(line, at);
        if (next == ticksEnd(line, at)) {
          // Three of them at the start of a line would make code of all that follows.
          all.append("\\`".repeat(next - at));
        } else {
          all.append(line, at, next);
        }
      } else {
        if ("\\*<>[]|~".indexOf(c) >= 0 || c == '_' && !isWithinWord(line, at)) {
          all.append('\\');
        }
        all.append(c);
      }
      at = next;
    }
    return all.toString();
  }

  /** One past the code that starts at {@code at}, or past the backticks if they start none. */
  private static int codeEnd(String line, int at) {
    int open = ticksEnd(line, at);
    int from = open;
    while (true) {
      int close = line.indexOf('`', from);
      if (close < 0) {
        return open;
      }
      from = ticksEnd(line, close);
      if (from - close == open - at) {
        return from;
      }
    }
  }

  private static int ticksEnd(String line, int at) {
    int end = at;
    while (end < line.length() && line.charAt(end) == '`') {
      end++;
    }
    return end;
  }

  private static boolean isWithinWord(String line, int at) {
    return at > 0
        && at + 1 < line.length()
        && Character.isLetterOrDigit(line.charAt(at - 1))
        && Character.isLetterOrDigit(line.charAt(at + 1));
  }

  /** {@code text} as a code block that it cannot end by itself. */
  static String fenced(String text) {
    String safe = Visible.lines(text, true).stripTrailing();
    String fence = "```";
    while (safe.contains(fence)) {
      fence += "`";
    }
    return fence + "\n" + safe + "\n" + fence + "\n";
  }
}
