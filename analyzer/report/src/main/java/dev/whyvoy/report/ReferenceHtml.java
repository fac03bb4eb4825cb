package dev.whyvoy.report;

import dev.whyvoy.core.knowledge.Diagnosis;
import gg.jte.html.OwaspHtmlTemplateOutput;
import gg.jte.output.StringOutput;
import java.util.List;

/** Pages of the reference as HTML: no script, nothing loaded, and a policy that keeps it so. */
@SuppressWarnings("NullAway") // jte takes null for no interceptor
final class ReferenceHtml {
  private final List<ReferenceIndex> indexes;
  private final String style;
  private final String policy;

  ReferenceHtml(List<ReferenceIndex> indexes) {
    this.indexes = indexes;
    this.style = HtmlAssets.read("reference.css");
    this.policy =
        "default-src 'none'; base-uri 'none'; form-action 'none'; style-src "
            + HtmlAssets.hash(style);
  }

  String page(ReferencePage page) {
    StringOutput text = new StringOutput();
    JtereferenceGenerated.render(
        new OwaspHtmlTemplateOutput(text), null, page, indexes, style, policy);
    return text.toString();
  }

  String index(ReferenceIndex index) {
    StringOutput text = new StringOutput();
    JtereferenceindexGenerated.render(
        new OwaspHtmlTemplateOutput(text), null, index, indexes, style, policy);
    return text.toString();
  }

  /** {@code EV301-upstream-connect-refused.html}. */
  static String href(Diagnosis diagnosis) {
    return ReferencePage.stem(diagnosis) + ".html";
  }
}
