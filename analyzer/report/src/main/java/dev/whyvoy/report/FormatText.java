package dev.whyvoy.report;

import dev.whyvoy.core.record.LogFormat;
import java.util.List;

/** Log formats for a terminal. */
public final class FormatText {
  private static final int NAMES = 34;
  private static final int FIELDS = 36;

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

  public String trial(FormatTrial trial) {
    Sheet sheet = new Sheet(page);
    sheet.heading("Lines");
    trial.kinds().forEach((kind, n) -> sheet.beside(Columns.right(n + "  ", 10), kind.words()));
    sheet.blank();
    if (!trial.first().isEmpty()) {
      sheet.heading("Read");
      trial.first().forEach((field, text) -> sheet.beside(Columns.left(field.key(), FIELDS), text));
      sheet.blank();
    }
    if (trial.misfitAt() > 0) {
      sheet.heading("Misfit").beside("line " + trial.misfitAt() + ": ", trial.misfit());
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
