package dev.whyvoy.report;

import gg.jte.html.OwaspHtmlTemplateOutput;
import gg.jte.output.StringOutput;

/** A comparison as one HTML file, of the same make as {@link ReportHtml}. */
public final class ComparisonHtml {
  private ComparisonHtml() {}

  /** The whole file, less than 2 MB. */
  @SuppressWarnings("NullAway") // jte takes null for no interceptor
  public static String of(ComparisonView view) {
    StringOutput text = new StringOutput(1 << 17);
    JtecomparisonGenerated.render(
        new OwaspHtmlTemplateOutput(text), null, view, HtmlAssets.ofTables());
    return text.toString();
  }
}
