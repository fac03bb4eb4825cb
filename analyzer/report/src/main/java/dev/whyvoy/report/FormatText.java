package dev.whyvoy.report;

import dev.whyvoy.core.record.FormatColumns;
import dev.whyvoy.core.record.FormatSurvey;
import dev.whyvoy.core.record.LogFormat;
import java.util.List;

/** Log formats for a terminal. */
public final class FormatText {
  private static final int NAMES = 34;
  private static final int FIELDS = 35;

  /** Stretches shown one by one; beyond, those of one format are put together. */
  private static final int STRETCHES = 12;

  private final Page page;

  public FormatText(Page page) {
    this.page = page;
  }

  /**
   * Every format in one line.
   *
   * @param cut whether lines end where the page does
   */
  public String list(List<LogFormat> formats, boolean cut) {
    Sheet sheet = new Sheet(page);
    for (LogFormat format : formats) {
      String rest =
          Columns.left(format.kind() == LogFormat.Kind.JSON ? "JSON" : "text", 6)
              + format.product()
              + releases(format);
      String safe = page.line(rest);
      sheet.raw(
          page.paint(Ink.STRONG, Columns.left(format.id(), NAMES))
              + (cut ? Columns.cut(safe, page.width() - NAMES, page.unicode()) : safe));
    }
    return sheet.text();
  }

  /** One known format: since when it is written, and its format string or keys. */
  public String show(LogFormat format) {
    Sheet sheet = new Sheet(page);
    sheet.raw(page.paint(Ink.STRONG, format.id()));
    sheet.raw(page.paint(Ink.FAINT, format.product() + releases(format)));
    sheet.blank();
    sheet.paragraph("Note", format.note());
    sheet.paragraph("Like", format.like().orElse(""));
    // Not wrapped: it is for copying.
    sheet.raw(page.line(format.format().strip()));
    return sheet.text();
  }

  /**
   * Format strings, and which columns a line in them has.
   *
   * @param formats as Envoy takes them: strings, or JSON objects of them; Envoy accepts them all
   */
  public String show(List<String> formats) {
    Sheet sheet = new Sheet(page);
    for (String format : formats) {
      // Not wrapped: it is for copying.
      page.lines(format.strip()).lines().forEach(sheet::raw);
      sheet.blank().paragraph("Columns", String.join(" ", FormatColumns.of(format))).blank();
    }
    sheet.prose(Ink.FAINT, "Name a log behind it to try it on: whyvoy formats FORMAT FILE");
    return sheet.text();
  }

  /** How many lines a format fits, what is read of the first, and the first that does not fit. */
  public String trial(FormatTrial trial) {
    Sheet sheet = new Sheet(page);
    sheet.heading("Lines");
    trial.kinds().forEach((kind, n) -> sheet.beside(Columns.right(n + "  ", 10), kind.words()));
    sheet.blank();
    if (!trial.first().isEmpty()) {
      sheet.raw(page.paint(Ink.HEADING, "Bytes") + "     of the first record");
      trial.first().forEach((field, text) -> field(sheet, trial.place(field), field.key(), text));
      sheet.blank();
    }
    if (trial.misfitAt() > 0) {
      sheet.heading("Misfit").beside("line " + trial.misfitAt() + ": ", trial.misfit());
    }
    return sheet.text();
  }

  /** A field under those before it, its place in the margin. */
  private void field(Sheet sheet, String place, String name, String text) {
    String lead = Columns.left(name, FIELDS);
    String safe = Visible.lines(text, page.unicode());
    String margin = Columns.left(place, Sheet.MARGIN) + lead;
    for (String line : Wrapped.lines(safe, page.width() - Columns.of(margin))) {
      sheet.raw(margin + line);
      margin = " ".repeat(Columns.of(margin));
    }
  }

  /**
   * Which format each stretch of a log is in.
   *
   * @param name of the log, if it is one of several
   * @param shape what the log is as a whole; empty for plain lines
   */
  public String survey(String name, String shape, FormatSurvey survey) {
    Sheet sheet = new Sheet(page);
    if (!name.isEmpty()) {
      sheet.raw(page.paint(Ink.STRONG, Visible.line(name, page.unicode())));
    }
    if (!shape.isEmpty()) {
      sheet.prose(Ink.FAINT, shape);
    }
    List<FormatSurvey.Stretch> stretches = survey.stretches(STRETCHES);
    if (stretches.isEmpty()) {
      sheet.raw("no lines");
    }
    for (FormatSurvey.Stretch stretch : stretches) {
      long between = stretch.last() - stretch.first() + 1;
      String lines =
          between == 1
              ? "line " + stretch.first()
              : "lines " + stretch.first() + " to " + stretch.last();
      String mixed = between > stretch.lines() ? ", " + stretch.lines() + " of them" : "";
      sheet.raw(page.paint(Ink.STRONG, lines + mixed));
      sheet.beside(stretch.what());
      if (!stretch.why().isEmpty()) {
        sheet.beside("because ", stretch.why());
      }
      if (!stretch.around().isEmpty()) {
        sheet.beside("inside ", stretch.around());
      }
      if (stretch.ambiguous() > 0) {
        sheet.beside(
            stretch.ambiguous()
                + (stretch.ambiguous() == 1 ? " line" : " lines")
                + " could be read another way: values hold what looks like the format's own text");
      }
    }
    return sheet.text();
  }

  private static String releases(LogFormat format) {
    String since = format.since().isEmpty() ? "" : ", since " + format.since();
    if (format.until().isEmpty() || format.until().equals("newest")) {
      return since;
    }
    return format.since().equals(format.until())
        ? ", " + format.since()
        : since + ", until " + format.until();
  }
}
