package dev.whyvoy.report;

import dev.whyvoy.core.diagnose.Explanation;
import dev.whyvoy.core.knowledge.Caller;
import dev.whyvoy.core.knowledge.Cause;
import dev.whyvoy.core.knowledge.Commonness;
import dev.whyvoy.core.knowledge.Diagnosis;
import dev.whyvoy.core.knowledge.Evidence;
import dev.whyvoy.core.knowledge.Knowledge;
import dev.whyvoy.core.knowledge.Message;
import dev.whyvoy.core.knowledge.Term;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Entries of the knowledge for a terminal. */
public final class CatalogText {
  private static final int MOST_HITS = 12;

  /** Columns for slugs and ids. */
  private static final int NAMES = 34;

  private final Page page;
  private final Knowledge knowledge;
  private final boolean wrap;

  /**
   * Lays out for {@code page}.
   *
   * @param wrap whether long entries of lists go on in the next line; otherwise each is one line
   */
  public CatalogText(Page page, Knowledge knowledge, boolean wrap) {
    this.page = page;
    this.knowledge = knowledge;
    this.wrap = wrap;
  }

  /** Every diagnosis in one line. */
  public String list() {
    Sheet sheet = new Sheet(page);
    knowledge.diagnoses().forEach(diagnosis -> entry(sheet, "", diagnosis));
    sheet.blank();
    sheet.prose(
        Ink.FAINT,
        knowledge.diagnoses().size()
            + " diagnoses, "
            + knowledge.causes().size()
            + " causes, "
            + knowledge.messages().size()
            + " messages. Show one: whyvoy catalog CODE; search: whyvoy catalog TEXT");
    return sheet.text();
  }

  /**
   * A diagnosis with everything known about it.
   *
   * @param explanation of its code
   */
  public String diagnosis(Diagnosis diagnosis, Explanation explanation) {
    Sheet sheet = new Sheet(page);
    String when = Words.condition(diagnosis.when());
    if (diagnosis.refines() != null) {
      String general = diagnosis.refines();
      when += "; a special case of " + general;
    }
    sheet.heading("When").beside(when).blank();
    sheet.heading("Causes");
    for (Cause cause : knowledge.causes(diagnosis.code())) {
      Commonness commonness = cause.explains().get(diagnosis.code());
      String word = commonness == null ? "" : commonness.word();
      sheet.beside(Columns.left(word, 12), cause.title() + " (" + cause.id() + ")");
    }
    sheet.blank();
    sheet.heading("Examples");
    diagnosis.examples().forEach(sheet::beside);
    return new ExplanationText(page, knowledge).full(explanation) + "\n" + sheet.text();
  }

  /** Everything that is known of a cause. */
  public String cause(Cause cause) {
    Sheet sheet = new Sheet(page);
    sheet.raw(page.paint(Ink.STRONG, cause.id()));
    sheet.raw(
        page.paint(
            Ink.FAINT,
            cause.family() + page.either(" \u00b7 ", " - ") + cause.side().word() + " has to act"));
    sheet.blank().prose(Ink.STRONG, cause.title()).blank();
    sheet.heading("What").beside(cause.definition()).blank();
    sheet.heading("Explains");
    cause
        .explains()
        .forEach(
            (code, commonness) -> {
              String slug = knowledge.diagnosis(code).map(Diagnosis::slug).orElse("");
              sheet.beside(Columns.left(commonness.word(), 12), code + " " + slug);
            });
    sheet.blank();
    sheet.heading("Evidence");
    for (Evidence evidence : cause.evidence()) {
      sheet.beside(Columns.left(weight(evidence), 18), evidence.because());
    }
    sheet.blank();
    sheet.list("Check", cause.check());
    sheet.paragraph("Fix", cause.fix());
    sheet.paragraph("Retry", cause.retrySafe());
    sheet.list("In vain", cause.wrongTurns());
    return sheet.text();
  }

  /** Everything that is known of a text that Envoy writes. */
  public String message(Message message) {
    Sheet sheet = new Sheet(page);
    sheet.prose(Ink.STRONG, message.template());
    sheet.prose(Ink.FAINT, message.dialect().word() + ", " + message.id());
    sheet.blank();
    sheet.paragraph("Function", message.function());
    sheet.list("Called by", message.callers().stream().map(Caller::function).toList());
    sheet.paragraph("File", message.file());
    sheet.paragraph("Releases", message.since() + " to " + message.until());
    sheet.paragraph("Status", message.code() == 0 ? "" : String.valueOf(message.code()));
    sheet.paragraph("Flags", String.join(",", message.flags()));
    sheet.paragraph("Body", message.body() == null ? "" : message.body());
    sheet.paragraph("Note", message.note());
    return sheet.text();
  }

  /**
   * What was found, a line each.
   *
   * @param all whether to show all, not only the first of each kind
   */
  public String hits(CatalogSearch.Hits hits, boolean all) {
    Sheet sheet = new Sheet(page);
    int most = all ? Integer.MAX_VALUE : MOST_HITS;
    group(sheet, "Diagnoses", hits.diagnoses(), d -> entry(sheet, "  ", d), most);
    group(sheet, "Causes", hits.causes(), c -> entry(sheet, "  ", "", c.id(), c.title()), most);
    group(
        sheet,
        "Messages",
        hits.messages(),
        m -> entry(sheet, "  ", "", m.dialect().word(), m.template()),
        most);
    group(
        sheet,
        "Words and numbers",
        hits.terms(),
        t -> entry(sheet, "  ", "", t.list(), term(t)),
        most);
    return sheet.text();
  }

  private static String term(Term term) {
    String lead =
        Stream.of(term.number(), term.name(), term.text())
            .filter(text -> !text.isEmpty())
            .collect(Collectors.joining(" "));
    return term.meaning().isEmpty() ? lead : lead + ": " + term.meaning();
  }

  private <T> void group(
      Sheet sheet, String heading, List<T> entries, Consumer<T> entry, int most) {
    if (entries.isEmpty()) {
      return;
    }
    sheet.raw(page.paint(Ink.HEADING, heading));
    entries.stream().limit(most).forEach(entry);
    if (entries.size() > most) {
      sheet.raw(page.paint(Ink.FAINT, "  and " + (entries.size() - most) + " more (--all)"));
    }
    sheet.blank();
  }

  private void entry(Sheet sheet, String indent, String code, String name, String line) {
    String lead = indent + code + Columns.left(name, NAMES) + "  ";
    int room = wrap ? page.width() - Columns.of(lead) : Integer.MAX_VALUE;
    String start = indent + code + page.paint(Ink.STRONG, Columns.left(name, NAMES)) + "  ";
    for (String part : Wrapped.lines(page.line(line), room)) {
      sheet.raw(start + part);
      start = " ".repeat(Columns.of(lead));
    }
  }

  private void entry(Sheet sheet, String indent, Diagnosis diagnosis) {
    entry(
        sheet, indent, diagnosis.code() + "  ", diagnosis.slug(), Words.general(diagnosis.line()));
  }

  private static String weight(Evidence evidence) {
    return switch (evidence.bearing()) {
      case FOR -> "for, " + evidence.strength().word();
      case AGAINST -> "against, " + evidence.strength().word();
      case RULES_OUT -> "rules it out";
    };
  }
}
