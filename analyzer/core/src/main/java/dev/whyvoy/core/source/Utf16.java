package dev.whyvoy.core.source;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Text in UTF-16, as PowerShell redirects it, as UTF-8. Half a character pair is a replacement
 * character; so is half a unit at the end.
 */
final class Utf16 extends Rewritten {
  /** As many bytes as are needed to tell. */
  private static final int HEAD = 4;

  private static final int REPLACEMENT = 0xfffd;

  private final InputStream in;
  private final byte[] units = new byte[1 << 13];
  private final int high;
  private int kept;
  private int pending;

  private Utf16(InputStream in, boolean bigEndian) {
    super(in);
    this.in = in;
    this.high = bigEndian ? 0 : 1;
  }

  /** Whether bytes start with the mark of UTF-16, in either order, and not with that of UTF-32. */
  static boolean starts(byte[] head, int length) {
    return length >= 2
        && (isMark(head, 0xff, 0xfe) || isMark(head, 0xfe, 0xff))
        && !(length >= 4 && isMark(head, 0xff, 0xfe) && head[2] == 0 && head[3] == 0);
  }

  private static boolean isMark(byte[] head, int first, int second) {
    return (head[0] & 0xff) == first && (head[1] & 0xff) == second;
  }

  /** {@code in} as it is, or as UTF-8 if it starts with the mark of UTF-16. */
  static InputStream undo(InputStream in) throws IOException {
    byte[] head = new byte[HEAD];
    int length = 0;
    // One line may be all there is for now: no more is waited for than tells.
    while (length < HEAD) {
      int got = in.read(head, length, HEAD - length);
      if (got < 0) {
        break;
      }
      length += got;
      if (length < 2 || head[0] == (byte) 0xff || head[0] == (byte) 0xfe) {
        continue;
      }
      break;
    }
    if (!starts(head, length)) {
      return new Again(Arrays.copyOf(head, length), in);
    }
    InputStream text = new Again(Arrays.copyOfRange(head, 2, length), in);
    return new Utf16(text, (head[0] & 0xff) == 0xfe);
  }

  @Override
  boolean produce() throws IOException {
    int got = in.read(units, kept, units.length - kept);
    if (got < 0) {
      boolean left = pending != 0 || kept > 0;
      if (left) {
        point(REPLACEMENT);
      }
      pending = 0;
      kept = 0;
      return left;
    }
    int length = kept + got;
    int at = 0;
    for (; at + 1 < length; at += 2) {
      unit((units[at + 1 - high] & 0xff) | (units[at + high] & 0xff) << 8);
    }
    kept = length - at;
    if (kept > 0) {
      units[0] = units[at];
    }
    return true;
  }

  private void unit(int unit) {
    char c = (char) unit;
    if (pending != 0 && Character.isLowSurrogate(c)) {
      point(Character.toCodePoint((char) pending, c));
      pending = 0;
      return;
    }
    if (pending != 0) {
      point(REPLACEMENT);
      pending = 0;
    }
    if (Character.isHighSurrogate(c)) {
      pending = unit;
    } else {
      point(Character.isLowSurrogate(c) ? REPLACEMENT : unit);
    }
  }

  private void point(int point) {
    if (point < 0x80) {
      put(point);
    } else {
      byte[] bytes = Character.toString(point).getBytes(StandardCharsets.UTF_8);
      put(bytes, 0, bytes.length);
    }
  }
}
