package dev.whyvoy.report;

import gg.jte.Content;
import gg.jte.TemplateOutput;
import gg.jte.html.OwaspHtmlTemplateOutput;
import gg.jte.output.StringOutput;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** The sections of a report, rendered: as many as keep the file small. */
final class HtmlSections implements Content {
  /** Bytes of all sections together. */
  private static final int MOST = 1_300_000;

  private final List<String> rendered;

  private HtmlSections(List<String> rendered) {
    this.rendered = rendered;
  }

  /** Those of {@code view}; none links to one that is left out. */
  static HtmlSections of(ReportView view) {
    List<String> rendered = rendered(view);
    boolean all = rendered.size() == view.sections().size();
    return new HtmlSections(all ? rendered : rendered(view.withSections(rendered.size())));
  }

  @SuppressWarnings("NullAway") // jte takes null for no interceptor
  private static List<String> rendered(ReportView view) {
    List<String> rendered = new ArrayList<>();
    int size = 0;
    for (Section section : view.sections()) {
      StringOutput text = new StringOutput();
      JtesectionGenerated.render(new OwaspHtmlTemplateOutput(text), null, section, view);
      String html = text.toString();
      size += html.getBytes(StandardCharsets.UTF_8).length;
      if (size > MOST) {
        break;
      }
      rendered.add(html);
    }
    return rendered;
  }

  int count() {
    return rendered.size();
  }

  @Override
  public void writeTo(TemplateOutput output) {
    rendered.forEach(output::writeContent);
  }
}
