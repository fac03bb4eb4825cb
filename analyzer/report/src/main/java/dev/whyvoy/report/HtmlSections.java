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

  private final List<String> rendered = new ArrayList<>();

  @SuppressWarnings("NullAway") // jte takes null for no interceptor
  HtmlSections(ReportView view) {
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
  }

  int count() {
    return rendered.size();
  }

  @Override
  public void writeTo(TemplateOutput output) {
    rendered.forEach(output::writeContent);
  }
}
