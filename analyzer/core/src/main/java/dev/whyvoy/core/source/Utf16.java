package dev.whyvoy.core.source;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/**
 * Text in UTF-16, as PowerShell redirects it, as UTF-8. Half a character pair is a replacement
 * character; so is half a unit at the end.
 */
final class Utf16 extends Rewritten {
  /** As many bytes as are needed to tell. */
  static final int HEAD = 4;

  private final InputStream in;
  private final byte[] units = new byte[1 << 13];
  private final byte[] utf8 = new byte[Utf16Units.room(units.length)];
  private final Utf16Units decoder;

  private Utf16(InputStream in, boolean bigEndian) {
    super(in);
    this.in = in;
    this.decoder = new Utf16Units(bigEndian);
  }

  /** Whether bytes start with the mark of UTF-16, in either order, and not with that of UTF-32. */
  static boolean starts(byte[] head, int length) {
    return length >= 2
        && (isMark(head, 0xff, 0xfe) || isMark(head, 0xfe, 0xff))
        && !(length >= 4 && isMark(head, 0xff, 0xfe) && head[2] == 0 && head[3] == 0);
  }

  /** Of what {@link #starts} with the mark. */
  static boolean isBigEndian(byte[] head) {
    return isMark(head, 0xfe, 0xff);
  }

  /** Whether more bytes are needed to tell. */
  static boolean maybe(byte[] head, int length) {
    return length == 0
        || length == 1 && ((head[0] & 0xff) == 0xff || (head[0] & 0xff) == 0xfe)
        || length < HEAD && isMark(head, 0xff, 0xfe);
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
    return new Utf16(text, isBigEndian(head));
  }

  @Override
  boolean produce() throws IOException {
    int got = in.read(units, 0, units.length);
    int length = got < 0 ? decoder.end(utf8) : decoder.decode(units, got, utf8);
    put(utf8, 0, length);
    return got >= 0 || length > 0;
  }
}
