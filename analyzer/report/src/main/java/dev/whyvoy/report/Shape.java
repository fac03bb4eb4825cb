package dev.whyvoy.report;

/** What a text looks like, without saying anything. */
final class Shape {
  private static final int LONGEST = 160;

  private Shape() {}

  /** Every run of letters as {@code a}, of digits as {@code 9}; signs and blanks as they are. */
  static String of(String text) {
    StringBuilder shape = new StringBuilder();
    for (int at = 0; at < text.length() && shape.length() < LONGEST; ) {
      int point = text.codePointAt(at);
      char kind =
          Character.isDigit(point) ? '9' : Character.isLetter(point) || point > 0x7e ? 'a' : 0;
      if (kind == 0) {
        shape.append((char) point);
      } else if (shape.length() == 0 || shape.charAt(shape.length() - 1) != kind) {
        shape.append(kind);
      }
      at += Character.charCount(point);
    }
    return shape.toString();
  }
}
