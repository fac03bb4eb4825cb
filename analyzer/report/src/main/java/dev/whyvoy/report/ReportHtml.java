package dev.whyvoy.report;

import gg.jte.html.OwaspHtmlTemplateOutput;
import gg.jte.output.StringOutput;

/**
 * A report as one HTML file that needs nothing else: it loads nothing, sends nothing, and shows all
 * its numbers without scripts. What logs contain is text in it, whatever it looks like.
 */
public final class ReportHtml {
  private ReportHtml() {}

  /** The whole file, less than 2 MB. */
  @SuppressWarnings("NullAway") // jte takes null for no interceptor
  public static String of(ReportView view) {
    StringOutput text = new StringOutput(1 << 18);
    HtmlSections sections = HtmlSections.of(view);
    JtereportGenerated.render(
        new OwaspHtmlTemplateOutput(text),
        null,
        view.withSections(sections.count()),
        HtmlAssets.load(),
        sections);
    return text.toString();
  }
}
