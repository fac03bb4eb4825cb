package dev.whyvoy.report;

import dev.whyvoy.core.diagnose.Ask;
import dev.whyvoy.core.diagnose.CodeStep;
import dev.whyvoy.core.diagnose.Explanation;
import dev.whyvoy.core.diagnose.Finding;
import dev.whyvoy.core.diagnose.RankedCause;
import dev.whyvoy.core.knowledge.Diagnosis;
import dev.whyvoy.core.knowledge.Knowledge;
import dev.whyvoy.core.knowledge.Level;
import java.util.List;

/** An explanation for a terminal. */
public final class ExplanationText {
  private static final String INDENT = "  ";

  /** A cause at least this likely has its remedy beside it. */
  private static final double WORTH_MENDING = 0.3;

  /** From this width on, files are named with their folders. */
  private static final int WIDE = 100;

  private final Page page;
  private final Knowledge knowledge;
  private final boolean withSteps;

  public ExplanationText(Page page, Knowledge knowledge) {
    this(page, knowledge, false);
  }

  /**
   * Lays out for {@code page}.
   *
   * @param withSteps whether to say what each step of the code path does, and where to read it
   */
  public ExplanationText(Page page, Knowledge knowledge, boolean withSteps) {
    this.page = page;
    this.knowledge = knowledge;
    this.withSteps = withSteps;
  }

  /** Title, one-liner, the reader's own text with labels, and everything known under headings. */
  public String full(Explanation explanation) {
    ExplanationView view = ExplanationView.of(explanation, knowledge);
    Sheet sheet = new Sheet(page);
    title(sheet, view.main());
    ownText(sheet, view);
    sheet.list("Together", explanation.together());
    why(sheet, view);
    likely(sheet, view);
    sheet.list("Check", view.checks());
    Diagnosis diagnosis = view.main().diagnosis();
    if (diagnosis != null) {
      sheet.paragraph("Effect", diagnosis.effect());
    }
    path(sheet, view);
    sheet.list("Versions", view.versions());
    if (diagnosis != null) {
      sheet.list("Not seen", diagnosis.notSeen());
    }
    seeAlso(sheet, view);
    unread(sheet, explanation);
    return sheet.text();
  }

  /** The one-liner, the likeliest cause and the first check. */
  public String brief(Explanation explanation) {
    ExplanationView view = ExplanationView.of(explanation, knowledge);
    Sheet sheet = new Sheet(page);
    sheet.prose(ink(view.main()), Words.line(view.main()));
    if (!explanation.together().isEmpty()) {
      sheet.heading("Together").beside(explanation.together().get(0));
    }
    if (!view.causes().isEmpty()) {
      RankedCause first = view.causes().get(0);
      sheet
          .heading("Likely")
          .beside(Words.percent(first.likelihood()) + "  ", first.cause().title());
    }
    if (!view.checks().isEmpty()) {
      sheet.heading("Check").beside(view.checks().get(0));
    }
    unread(sheet, explanation);
    return sheet.text();
  }

  private static void unread(Sheet sheet, Explanation explanation) {
    if (explanation.unreadFrom().isPresent()) {
      sheet.heading("Unread").beside(Words.unread(explanation));
    }
  }

  /** The likeliest causes in a line each. */
  public String ranking(Explanation explanation) {
    ExplanationView view = ExplanationView.of(explanation, knowledge);
    Sheet sheet = new Sheet(page);
    sheet.heading("Likely");
    for (RankedCause ranked : view.causes()) {
      sheet.beside(share(Words.percent(ranked.likelihood())), ranked.cause().title());
    }
    if (view.elsePercent() > 0) {
      sheet.beside(share(view.elsePercent() + " %"), "something else");
    }
    return sheet.text();
  }

  private void title(Sheet sheet, Finding main) {
    Diagnosis diagnosis = main.diagnosis();
    if (diagnosis != null) {
      String dot = page.either(" \u00b7 ", " - ");
      sheet.raw(page.paint(ink(main), Words.title(main)));
      sheet.raw(
          page.paint(
              Ink.FAINT,
              diagnosis.level().word()
                  + dot
                  + diagnosis.locus().word()
                  + dot
                  + main.certainty().word()));
      sheet.blank();
    }
    sheet.prose(Ink.STRONG, Words.line(main)).blank();
  }

  private static Ink ink(Finding finding) {
    Diagnosis diagnosis = finding.diagnosis();
    Level level = diagnosis == null ? Level.WARNING : diagnosis.level();
    return switch (level) {
      case ERROR -> Ink.ERROR;
      case WARNING -> Ink.WARNING;
      case INFO -> Ink.GOOD;
    };
  }

  private void ownText(Sheet sheet, ExplanationView view) {
    if (view.labels().isEmpty()) {
      return;
    }
    Annotated annotated = new Annotated(page, page.width() - INDENT.length());
    for (String line : annotated.lines(view.explanation().input().stripTrailing(), view.labels())) {
      sheet.raw(INDENT + line);
    }
    sheet.blank();
  }

  private void why(Sheet sheet, ExplanationView view) {
    Diagnosis diagnosis = view.main().diagnosis();
    if (diagnosis != null) {
      sheet.heading("Why").beside(diagnosis.what());
      if (!diagnosis.not().isEmpty()) {
        sheet.beside(diagnosis.not());
      }
      sheet.blank();
    }
    for (String piece : view.notUnderstood()) {
      sheet.beside("not understood: ", piece);
    }
    List<String> nearest = view.main().nearest();
    if (!nearest.isEmpty()) {
      sheet.heading("Nearest");
      nearest.forEach(sheet::beside);
    }
    if (diagnosis == null) {
      sheet.heading("Try").beside("whyvoy catalog WORD, to search what Envoy can write");
    }
    sheet.blank();
  }

  private void likely(Sheet sheet, ExplanationView view) {
    if (view.causes().isEmpty()) {
      return;
    }
    sheet.heading("Likely");
    boolean first = true;
    for (RankedCause ranked : view.causes()) {
      sheet.beside(share(Words.percent(ranked.likelihood())), ranked.cause().title());
      ranked.because().forEach(because -> sheet.beside("      + ", because));
      ranked.against().forEach(against -> sheet.beside("      - ", against));
      if (first && ranked.likelihood() >= WORTH_MENDING && !ranked.cause().fix().isEmpty()) {
        sheet.beside("      fix: ", ranked.cause().fix());
      }
      first = false;
    }
    if (view.elsePercent() > 0) {
      sheet.beside(share(view.elsePercent() + " %"), "something else");
    }
    String lead = "To tell: ";
    for (Ask ask : view.ask()) {
      sheet.beside(lead, ask.question() + Words.answers(ask));
      lead = " ".repeat(lead.length());
    }
    sheet.blank();
  }

  private static String share(String percent) {
    return Columns.right(percent, 4) + "  ";
  }

  private void path(Sheet sheet, ExplanationView view) {
    List<CodeStep> steps = view.main().codePath();
    if (steps.isEmpty()) {
      return;
    }
    boolean wide = page.width() >= WIDE;
    sheet.heading("Path");
    for (CodeStep step : steps) {
      String file = wide ? step.file() : step.file().substring(step.file().lastIndexOf('/') + 1);
      String place = file + (step.line().isPresent() ? ":" + step.line().getAsInt() : "");
      String or = step.alternative() ? "or " : "";
      String function = page.line(or + Words.function(step.function()));
      String safePlace = page.paint(Ink.FAINT, page.line(place));
      if (Columns.of(function) + INDENT.length() + Columns.of(place) <= sheet.room()) {
        sheet.besideRaw(page.paint(Ink.STRONG, function) + INDENT + safePlace);
      } else {
        sheet.besideRaw(page.paint(Ink.STRONG, function)).besideRaw(INDENT + safePlace);
      }
      if (withSteps) {
        sheet.beside(INDENT, step.says());
        sheet.besideRaw(INDENT + page.paint(Ink.FAINT, page.line(step.url())));
      }
    }
    if (!withSteps) {
      sheet.besideRaw(page.paint(Ink.FAINT, "what each does, with links: --path"));
    }
    sheet.blank();
  }

  private void seeAlso(Sheet sheet, ExplanationView view) {
    if (!view.others().isEmpty()) {
      sheet.heading("Also");
      for (Finding other : view.others()) {
        sheet.beside("", Words.line(other));
      }
      sheet.blank();
    }
    if (!view.see().isEmpty()) {
      sheet.heading("See also");
      for (Diagnosis see : view.see()) {
        sheet.beside("", see.code() + " " + see.slug());
      }
    }
  }
}
