package dev.whyvoy.report;

import dev.whyvoy.core.explain.Explainer;
import dev.whyvoy.core.knowledge.Knowledge;
import java.io.IOException;
import java.util.List;

/**
 * The whole knowledge as a folder of linked pages: one for each diagnosis, an index, and lists by
 * flag, detail, other text, part of Envoy, status and error number.
 */
public final class Reference {
  private final List<ReferencePage> pages;
  private final List<ReferenceIndex> indexes;

  public Reference(Knowledge knowledge, Explainer explainer) {
    ReferenceBook book = new ReferenceBook(knowledge, explainer);
    this.pages = book.pages();
    this.indexes = book.indexes();
  }

  /** Takes the pages one by one. */
  public interface Sink {
    /**
     * Takes a page.
     *
     * @param name of its file
     */
    void page(String name, String text) throws IOException;
  }

  /** Writes every page as HTML that needs nothing but its neighbours. */
  public void html(Sink sink) throws IOException {
    ReferenceHtml html = new ReferenceHtml(indexes);
    for (ReferenceIndex index : indexes) {
      sink.page(index.stem() + ".html", html.index(index));
    }
    for (ReferencePage page : pages) {
      sink.page(page.stem() + ".html", html.page(page));
    }
  }

  /** Writes every page as Markdown. */
  public void markdown(Sink sink) throws IOException {
    ReferenceMarkdown markdown = new ReferenceMarkdown(indexes);
    for (ReferenceIndex index : indexes) {
      sink.page(index.stem() + ".md", markdown.index(index));
    }
    for (ReferencePage page : pages) {
      sink.page(page.stem() + ".md", markdown.page(page));
    }
  }
}
