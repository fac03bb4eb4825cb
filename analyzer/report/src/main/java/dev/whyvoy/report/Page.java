package dev.whyvoy.report;

/**
 * What text is laid out for.
 *
 * @param width columns, at least 40
 * @param colour whether escape sequences for colour are understood
 * @param unicode whether characters beyond ASCII can be shown
 */
public record Page(int width, boolean colour, boolean unicode) {
  private static final int NARROWEST = 40;

  public Page {
    width = Math.max(NARROWEST, width);
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
