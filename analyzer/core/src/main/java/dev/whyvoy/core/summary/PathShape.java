package dev.whyvoy.core.summary;

/** The shape of a path: without query, and with a star for every segment that is an id. */
final class PathShape {
  private PathShape() {}

  /** Writes the shape to {@code out}, as far as it fits; returns its length. */
  static int of(byte[] b, int from, int to, byte[] out) {
    int room = out.length - 8;
    int o = 0;
    int at = from;
    while (at < to && b[at] != '?' && b[at] != '#' && o < room) {
      if (b[at] == '/') {
        out[o++] = b[at++];
        continue;
      }
      int end = at;
      int digits = 0;
      int hex = 0;
      while (end < to && b[end] != '/' && b[end] != '?' && b[end] != '#') {
        byte c = b[end++];
        boolean digit = c >= '0' && c <= '9';
        digits += digit ? 1 : 0;
        hex += digit || c >= 'a' && c <= 'f' || c >= 'A' && c <= 'F' || c == '-' ? 1 : 0;
      }
      int length = end - at;
      boolean id = digits == length || hex == length && digits > 0 && length >= 8 || digits > 8;
      if (id) {
        out[o++] = '*';
      } else {
        int copied = Math.min(length, room - o);
        System.arraycopy(b, at, out, o, copied);
        o += copied;
      }
      at = end;
    }
    java.util.Arrays.fill(out, o, o + 8, (byte) 0);
    return o;
  }
}
