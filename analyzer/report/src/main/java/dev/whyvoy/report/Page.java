package dev.whyvoy.report;

import java.util.function.UnaryOperator;

/**
 * What text is laid out for.
 *
 * @param width columns, at least 40
 * @param colour whether escape sequences for colour are understood
 * @param unicode whether characters beyond ASCII can be shown
 * @param redaction what every text goes through before it is laid out
 */
public record Page(int width, boolean colour, boolean unicode, UnaryOperator<String> redaction) {
  private static final int NARROWEST = 40;

  /** Longer lines of prose than this are hard to read, however wide the page is. */
  private static final int WIDEST_PROSE = 120;

  public Page {
    width = Math.max(NARROWEST, width);
  }

  /** A page that shows everything. */
  public Page(int width, boolean colour, boolean unicode) {
    this(width, colour, unicode, UnaryOperator.identity());
  }

  /** The page with what {@code redaction} knows left out. */
  public Page with(Redaction hiding) {
    return new Page(width, colour, unicode, hiding::text);
  }

  /** Columns for prose: those there are, but not more than can be read with ease. */
  int prose() {
    return Math.min(WIDEST_PROSE, width);
  }

  /** {@code text} as it may be printed, on one line. */
  String line(String text) {
    return Visible.line(redaction.apply(text), unicode);
  }

  /** {@code text} as it may be printed, with its line ends. */
  String lines(String text) {
    return Visible.lines(redaction.apply(text), unicode);
  }

  /** {@code text} in a style, or as it is where colour is not understood. */
  String paint(Ink ink, String text) {
    return colour && !text.isEmpty() ? ink.on() + text + Ink.OFF : text;
  }

  /** One of two spellings: the first where characters beyond ASCII can be shown. */
  String either(String unicodeText, String asciiText) {
    return unicode ? unicodeText : asciiText;
  }
}
