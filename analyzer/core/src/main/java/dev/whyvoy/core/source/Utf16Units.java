package dev.whyvoy.core.source;

import java.nio.charset.StandardCharsets;

/**
 * Turns UTF-16 that comes piece by piece into UTF-8. Half a character pair is a replacement
 * character; so is half a unit at the end.
 */
final class Utf16Units {
  private static final int REPLACEMENT = 0xfffd;
  private static final int NONE = -1;

  private final boolean bigEndian;

  /** The first byte of a unit of which the second has not come. */
  private int half = NONE;

  /** The first unit of a pair of which the second has not come; 0 if there is none. */
  private char high;

  private byte[] out = new byte[0];
  private int length;

  Utf16Units(boolean bigEndian) {
    this.bigEndian = bigEndian;
  }

  /** Most bytes that so many make. */
  static int room(int bytes) {
    return 3 * (bytes / 2 + 2);
  }

  /**
   * Decodes the first {@code count} bytes.
   *
   * @param utf8 takes what they make; has {@link #room} for it
   * @return how many bytes that are
   */
  int decode(byte[] units, int count, byte[] utf8) {
    out = utf8;
    length = 0;
    for (int i = 0; i < count; i++) {
      int b = units[i] & 0xff;
      if (half == NONE) {
        half = b;
      } else {
        unit((char) (bigEndian ? half << 8 | b : b << 8 | half));
        half = NONE;
      }
    }
    return length;
  }

  /** What is left at the end, which is nothing if all was whole. */
  int end(byte[] utf8) {
    out = utf8;
    length = 0;
    if (high != 0 || half != NONE) {
      point(REPLACEMENT);
    }
    high = 0;
    half = NONE;
    return length;
  }

  private void unit(char c) {
    if (high != 0 && Character.isLowSurrogate(c)) {
      point(Character.toCodePoint(high, c));
      high = 0;
      return;
    }
    if (high != 0) {
      point(REPLACEMENT);
      high = 0;
    }
    if (Character.isHighSurrogate(c)) {
      high = c;
    } else {
      point(Character.isLowSurrogate(c) ? REPLACEMENT : c);
    }
  }

  private void point(int point) {
    if (point < 0x80) {
      out[length++] = (byte) point;
      return;
    }
    for (byte b : Character.toString(point).getBytes(StandardCharsets.UTF_8)) {
      out[length++] = b;
    }
  }
}
