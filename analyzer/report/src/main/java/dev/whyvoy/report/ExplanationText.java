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

  private final Page page;
  private final Knowledge knowledge;

  public ExplanationText(Page page, Knowledge knowledge) {
    this.page = page;
    this.knowledge = knowledge;
  }

  /** Title, one-liner, the reader's own text with labels, and everything known under headings. */
  public String full(Explanation explanation) {
    ExplanationView view = ExplanationView.of(explanation, knowledge);
    Sheet sheet = new Sheet(page);
    title(sheet, view.main());
    ownText(sheet, view);
    why(sheet, view);
    likely(sheet, view);
    sheet.list("Check", view.checks());
    Diagnosis diagnosis = view.main().diagnosis();
    if (diagnosis != null) {
      sheet.paragraph("Effect", diagnosis.effect());
    }
    path(sheet, view);
    if (diagnosis != null) {
      sheet.list("Versions", diagnosis.versions());
      sheet.list("Not seen", diagnosis.notSeen());
    }
    seeAlso(sheet, view);
    return sheet.text();
  }

  /** The one-liner, the likeliest cause and the first check. */
  public String brief(Explanation explanation) {
    ExplanationView view = ExplanationView.of(explanation, knowledge);
    Sheet sheet = new Sheet(page);
    sheet.prose(ink(view.main()), Words.line(view.main()));
    if (!view.causes().isEmpty()) {
      RankedCause first = view.causes().get(0);
      sheet
          .heading("Likely")
          .beside(Words.percent(first.likelihood()) + "  ", first.cause().title());
    }
    if (!view.checks().isEmpty()) {
      sheet.heading("Check").beside(view.checks().get(0));
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
    for (String line : annotated.lines(view.explanation().input(), view.labels())) {
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
      if (first && !ranked.cause().fix().isEmpty()) {
        sheet.beside("      fix: ", ranked.cause().fix());
      }
      first = false;
    }
    if (view.elsePercent() > 0) {
      sheet.beside(share(view.elsePercent() + " %"), "something else");
    }
    for (Ask ask : view.ask()) {
      sheet.beside(share("?"), ask.question() + Words.answers(ask));
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
    sheet.heading("Path");
    for (CodeStep step : steps) {
      String function = Words.function(step.function());
      String place = step.file() + (step.line().isPresent() ? ":" + step.line().getAsInt() : "");
      String safeFunction = page.paint(Ink.STRONG, Visible.line(function, page.unicode()));
      String safePlace = page.paint(Ink.FAINT, Visible.line(place, page.unicode()));
      if (Columns.of(function) + 2 + Columns.of(place) <= sheet.room()) {
        sheet.besideRaw(safeFunction + INDENT + safePlace);
      } else {
        sheet.besideRaw(safeFunction).besideRaw(INDENT + safePlace);
      }
      if (!step.says().isEmpty()) {
        sheet.beside(INDENT, step.says());
      }
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
