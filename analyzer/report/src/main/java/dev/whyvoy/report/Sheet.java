package dev.whyvoy.report;

import java.util.ArrayList;
import java.util.List;

/** A page being filled: paragraphs under headings in a margin at the left. */
final class Sheet {
  /** Columns of the margin that holds the headings. */
  static final int MARGIN = 10;

  private final Page page;
  private final List<String> lines = new ArrayList<>();
  private String heading = "";

  Sheet(Page page) {
    this.page = page;
  }

  /** Columns beside the margin. */
  int room() {
    return page.prose() - MARGIN;
  }

  /** A line as it is, already safe to print. */
  Sheet raw(String line) {
    lines.add(line);
    return this;
  }

  Sheet blank() {
    if (!lines.isEmpty() && !lines.get(lines.size() - 1).isEmpty()) {
      lines.add("");
    }
    return this;
  }

  /** Prose over the full width. */
  Sheet prose(Ink ink, String text) {
    for (String line : Wrapped.lines(page.line(text), page.prose())) {
      lines.add(page.paint(ink, line));
    }
    return this;
  }

  /** What follows beside the margin goes under this heading. */
  Sheet heading(String name) {
    heading = name;
    return this;
  }

  /** Prose beside the margin. */
  Sheet beside(String text) {
    return beside("", text);
  }

  /** Prose beside the margin, after a lead; further lines start below the prose. */
  Sheet beside(String lead, String text) {
    String safeLead = page.line(lead);
    int indent = Columns.of(safeLead);
    boolean first = true;
    String safe = page.lines(text);
    for (String line : Wrapped.lines(safe, room() - indent)) {
      besideRaw((first ? safeLead : " ".repeat(indent)) + line);
      first = false;
    }
    return this;
  }

  /** A line beside the margin as it is, already safe to print. */
  Sheet besideRaw(String line) {
    String margin = Columns.left(heading, MARGIN);
    lines.add(heading.isEmpty() ? margin + line : page.paint(Ink.HEADING, margin) + line);
    heading = "";
    return this;
  }

  /** Items under a heading; nothing if there are none. */
  Sheet list(String name, List<String> items) {
    if (items.isEmpty()) {
      return this;
    }
    heading(name);
    for (String item : items) {
      beside(items.size() > 1 ? "- " : "", item);
    }
    return blank();
  }

  /** Prose under a heading; nothing if it is empty. */
  Sheet paragraph(String name, String text) {
    return text.isEmpty() ? this : heading(name).beside(text).blank();
  }

  /** Everything, each line ended by a line feed; no blanks at the ends of lines or of the text. */
  String text() {
    StringBuilder all = new StringBuilder();
    for (String line : lines) {
      all.append(line.stripTrailing()).append('\n');
    }
    return all.toString().stripTrailing() + "\n";
  }
}
