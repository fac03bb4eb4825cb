package dev.whyvoy.core.source;

import dev.whyvoy.core.record.Bytes;
import java.io.IOException;
import java.io.InputStream;

/** The lines of a stream, one after the other; overlong ones in pieces. */
final class ByteLines {
  /** Longest line in bytes that is handed out as one. */
  private static final int LONGEST = 1 << 20;

  private final InputStream in;
  private byte[] buffer = new byte[(1 << 16) + Bytes.PADDING];
  private int filled;
  private int from;
  private int to;
  private boolean ended;

  ByteLines(InputStream in) {
    this.in = in;
  }

  byte[] bytes() {
    return buffer;
  }

  int from() {
    return from;
  }

  /** One past the newline, or past the last byte if none ends the line. */
  int to() {
    return to;
  }

  /** Whether another line can be had without reading. */
  boolean ready() {
    return Bytes.newline(buffer, to, filled) < filled;
  }

  /** Goes to the next line; false at the end. */
  boolean next() throws IOException {
    from = to;
    int searched = from;
    while (true) {
      int newline = Bytes.newline(buffer, searched, filled);
      if (newline < filled) {
        to = newline + 1;
        return true;
      }
      if (ended || filled - from >= LONGEST) {
        to = filled;
        return to > from;
      }
      searched = filled - from;
      fill();
      searched += from;
    }
  }

  private void fill() throws IOException {
    int kept = filled - from;
    if (buffer.length - Bytes.PADDING == filled) {
      byte[] target =
          kept > filled / 2
              ? new byte[2 * (buffer.length - Bytes.PADDING) + Bytes.PADDING]
              : buffer;
      System.arraycopy(buffer, from, target, 0, kept);
      buffer = target;
      from = 0;
      filled = kept;
    }
    int got = in.read(buffer, filled, buffer.length - Bytes.PADDING - filled);
    ended = got < 0;
    filled += Math.max(0, got);
  }
}
