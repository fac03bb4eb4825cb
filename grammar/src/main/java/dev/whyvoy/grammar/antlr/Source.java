package dev.whyvoy.grammar.antlr;

import dev.whyvoy.grammar.Blanks;
import dev.whyvoy.grammar.Decoded;
import dev.whyvoy.grammar.Piece;
import dev.whyvoy.grammar.Span;
import dev.whyvoy.grammar.Unparsed;
import java.util.ArrayDeque;
import java.util.List;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;
import org.jspecify.annotations.Nullable;

/**
 * The text behind a parse tree: gives the spans and texts of its nodes, collects what is unparsed.
 */
public final class Source {
  private final Decoded text;

  /** Ranges of the decoded text. */
  private final ArrayDeque<Span> unknown = new ArrayDeque<>();

  public Source(Decoded text) {
    this.text = text;
  }

  /** The first unit of a node. */
  public static int from(ParserRuleContext node) {
    return node.getStart().getStartIndex();
  }

  /** One past the last unit of a node; its start if the node is empty. */
  public static int to(ParserRuleContext node) {
    Token stop = node.getStop();
    return stop == null ? from(node) : Math.max(from(node), stop.getStopIndex() + 1);
  }

  /** The original span of the whole text. */
  public Span whole() {
    return text.span(0, text.text().length());
  }

  /** Where a node of the parse tree stands in the text that was given. */
  public Span span(ParserRuleContext node) {
    return text.span(from(node), to(node));
  }

  /** Where a range of what was parsed stands in the text that was given. */
  public Span span(int from, int to) {
    return text.span(from, to);
  }

  /** The original span of a range of the decoded text. */
  public Span span(Span range) {
    return text.span(range.from(), range.to());
  }

  /** The text of a node, as it was parsed. */
  public String text(ParserRuleContext node) {
    return text.text().substring(from(node), to(node));
  }

  private String written(Span range) {
    return text.text().substring(range.from(), range.to());
  }

  /** The number of units that were given to the parser. */
  public int parsedLength() {
    return Math.min(length(), Parsing.MAX_UNITS);
  }

  /** The number of units of the decoded text. */
  public int length() {
    return text.text().length();
  }

  /** Whether the unit at {@code i} is white space. */
  public boolean isSpace(int i) {
    return Blanks.isSpace(at(i));
  }

  /** Whether the unit at {@code i} is white space or an underscore. */
  public boolean isGap(int i) {
    return isGap(at(i), true);
  }

  /** The unit at {@code i}. */
  public char at(int i) {
    return text.text().charAt(i);
  }

  /** The part of the text from {@code from} to {@code to}, for the reader of another dialect. */
  public Decoded slice(int from, int to) {
    return text.slice(from, to);
  }

  /** A range as written. */
  public Piece exact(int from, int to) {
    return new Piece(span(from, to), text.text().substring(from, to));
  }

  /** A range as written, without white space at its ends. */
  public Piece raw(int from, int to) {
    Span trimmed = trim(from, to);
    return new Piece(span(trimmed), written(trimmed));
  }

  /** A range of prose: blanks for underscores, none at its ends. */
  public Piece prose(int from, int to) {
    Span trimmed = trimProse(from, to);
    return new Piece(span(trimmed), Blanks.blanked(written(trimmed)));
  }

  /** A range that is a name: underscores for white space inside, none at its ends. */
  public Piece name(int from, int to) {
    Span trimmed = trim(from, to);
    return new Piece(span(trimmed), Blanks.underscored(written(trimmed)));
  }

  /** The range without white space at its ends, still in units of the decoded text. */
  public Span trim(int from, int to) {
    return trim(from, to, false);
  }

  /** The range without white space and underscores at its ends. */
  public Span trimProse(int from, int to) {
    return trim(from, to, true);
  }

  /** The range without white space and quotes at its ends. */
  public Span unquoted(int from, int to) {
    int start = from;
    int end = to;
    while (start < end && isQuoteOrSpace(at(start))) {
      start++;
    }
    while (end > start && isQuoteOrSpace(at(end - 1))) {
      end--;
    }
    return new Span(start, end);
  }

  private static boolean isQuoteOrSpace(char c) {
    return c == '"' || c == '\'' || c == '`' || Blanks.isSpace(c);
  }

  private Span trim(int from, int to, boolean underscoreToo) {
    int start = from;
    int end = to;
    while (start < end && isGap(at(start), underscoreToo)) {
      start++;
    }
    while (end > start && isGap(at(end - 1), underscoreToo)) {
      end--;
    }
    return new Span(start, end);
  }

  private static boolean isGap(char c, boolean underscoreToo) {
    return Blanks.isSpace(c) || (underscoreToo && c == '_');
  }

  /** Notes a node that the dialect does not know; neighbours are joined. */
  public void unparsed(ParserRuleContext node) {
    unparsed(from(node), to(node));
  }

  /** Notes a range that the dialect does not know; neighbours are joined. */
  public void unparsed(int from, int to) {
    if (from == to) {
      return;
    }
    Span last = unknown.peekLast();
    if (last != null && last.to() == from) {
      unknown.removeLast();
      unknown.add(new Span(last.from(), to));
    } else {
      unknown.add(new Span(from, to));
    }
  }

  /** Notes what the parser did not see: all without a tree, else what is beyond the length cap. */
  public void unparsedAfter(@Nullable ParserRuleContext tree) {
    int seen = tree == null ? 0 : parsedLength();
    unparsed(seen, text.text().length());
  }

  /** What was noted, in order; white space alone is not worth a note. */
  public List<Unparsed> unparsed() {
    return unknown.stream()
        .map(range -> raw(range.from(), range.to()))
        .filter(piece -> !piece.text().isEmpty())
        .map(piece -> new Unparsed(piece.span(), piece.text()))
        .toList();
  }
}
