package dev.whyvoy.core.record;

import java.util.Arrays;

/** The inside of JSON strings. */
final class JsonText {
  private JsonText() {}

  /** The range with its escapes undone, as UTF-8; what is no escape is kept as it is. */
  static byte[] unescape(byte[] bytes, int from, int to) {
    byte[] out = new byte[to - from + Bytes.PADDING];
    int length = unescape(bytes, from, to, out, 0, null);
    return Arrays.copyOf(out, length);
  }

  /**
   * Undoes the escapes of the range.
   *
   * @param out receives at most as many bytes as the range has
   * @param origin if not null, receives for each byte written where it came from
   * @return one past the last byte written
   */
  static int unescape(
      byte[] bytes,
      int from,
      int to,
      byte[] out,
      int at,
      int @org.jspecify.annotations.Nullable [] origin) {
    int o = at;
    for (int i = from; i < to; i++) {
      int start = i;
      int before = o;
      byte b = bytes[i];
      if (b != '\\' || i + 1 == to) {
        out[o++] = b;
      } else {
        i++;
        switch (bytes[i]) {
          case 'n' -> out[o++] = '\n';
          case 't' -> out[o++] = '\t';
          case 'r' -> out[o++] = '\r';
          case 'b' -> out[o++] = '\b';
          case 'f' -> out[o++] = '\f';
          case '"', '\\', '/' -> out[o++] = bytes[i];
          case 'u' -> {
            int unit = i + 4 < to ? hex(bytes, i + 1) : -1;
            if (unit < 0) {
              out[o++] = '\\';
              out[o++] = 'u';
            } else {
              i += 4;
              int point = unit;
              if (unit >= 0xD800
                  && unit < 0xDC00
                  && i + 6 < to
                  && bytes[i + 1] == '\\'
                  && bytes[i + 2] == 'u') {
                int low = hex(bytes, i + 3);
                if (low >= 0xDC00 && low < 0xE000) {
                  point = 0x10000 + ((unit - 0xD800) << 10) + (low - 0xDC00);
                  i += 6;
                }
              }
              o = utf8(point, out, o);
            }
          }
          default -> {
            out[o++] = '\\';
            out[o++] = bytes[i];
          }
        }
      }
      if (origin != null) {
        for (int k = before; k < o; k++) {
          origin[k] = start;
        }
      }
    }
    return o;
  }

  private static int utf8(int point, byte[] out, int at) {
    int o = at;
    if (point < 0x80) {
      out[o++] = (byte) point;
    } else if (point < 0x800) {
      out[o++] = (byte) (0xC0 | point >> 6);
      out[o++] = (byte) (0x80 | point & 0x3F);
    } else if (point < 0x10000) {
      int shown = point >= 0xD800 && point < 0xE000 ? 0xFFFD : point;
      out[o++] = (byte) (0xE0 | shown >> 12);
      out[o++] = (byte) (0x80 | shown >> 6 & 0x3F);
      out[o++] = (byte) (0x80 | shown & 0x3F);
    } else {
      out[o++] = (byte) (0xF0 | point >> 18);
      out[o++] = (byte) (0x80 | point >> 12 & 0x3F);
      out[o++] = (byte) (0x80 | point >> 6 & 0x3F);
      out[o++] = (byte) (0x80 | point & 0x3F);
    }
    return o;
  }

  private static int hex(byte[] bytes, int at) {
    int value = 0;
    for (int i = at; i < at + 4; i++) {
      int digit = Character.digit(bytes[i], 16);
      if (digit < 0) {
        return -1;
      }
      value = value << 4 | digit;
    }
    return value;
  }
}
