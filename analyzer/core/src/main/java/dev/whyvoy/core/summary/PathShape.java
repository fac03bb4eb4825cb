package dev.whyvoy.core.summary;

/** The shape of a path: without query, and with a star for every segment that is an id. */
final class PathShape {
  private static final long DIGIT = 1;

  /** Digits, letters up to f, and dashes: what ids are written with. */
  private static final long HEX = 1L << 32;

  private static final long ENDS = 1L << 62;

  /** What a byte adds to the counts of its segment: digits below, signs of ids above. */
  private static final long[] COUNTS = new long[256];

  static {
    for (char c : "0123456789".toCharArray()) {
      COUNTS[c] = DIGIT | HEX;
    }
    for (char c : "abcdefABCDEF-".toCharArray()) {
      COUNTS[c] = HEX;
    }
    for (char c : "/?#".toCharArray()) {
      COUNTS[c] = ENDS;
    }
  }

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
      int start = at;
      long sum = 0;
      while (at < to) {
        long adds = COUNTS[b[at] & 0xff];
        if (adds == ENDS) {
          break;
        }
        sum += adds;
        at++;
      }
      int length = at - start;
      int digits = (int) sum;
      int hex = (int) (sum >> 32);
      boolean id = digits == length || hex == length && digits > 0 && length >= 8 || digits > 8;
      if (id) {
        out[o++] = '*';
      } else {
        int copied = Math.min(length, room - o);
        System.arraycopy(b, start, out, o, copied);
        o += copied;
      }
    }
    java.util.Arrays.fill(out, o, o + 8, (byte) 0);
    return o;
  }
}
