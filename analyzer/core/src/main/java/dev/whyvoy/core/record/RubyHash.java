package dev.whyvoy.core.record;

import org.jspecify.annotations.Nullable;

/** What Fluent Bit's standard output shows: {@code [0] tag: [[time, {}], {"log"=>"line"}]}. */
final class RubyHash {
  private RubyHash() {}

  /** Where the hash of the range starts; -1 if it holds none. */
  static int find(byte[] b, int from, int to) {
    if (to - from < 12 || b[from] != '[' || !Bytes.isDigit(b[from + 1]) || b[to - 1] != ']') {
      return -1;
    }
    int arrow = Bytes.indexOf(b, from, to, new byte[] {'"', '=', '>'});
    int open = arrow;
    while (open > from && b[open] != '{') {
      open--;
    }
    return open > from ? open : -1;
  }

  /**
   * Writes the hash as JSON.
   *
   * @param origin if not null, receives for each byte written where it came from
   * @return one past the last byte written
   */
  static int write(byte[] b, int from, int to, byte[] out, int @Nullable [] origin) {
    int end = 0;
    boolean quoted = false;
    for (int i = from; i < to; i++) {
      byte c = b[i];
      boolean escape = quoted && c == '\\' && i + 1 < to;
      quoted ^= c == '"';
      boolean arrow = !quoted && c == '=' && i + 1 < to && b[i + 1] == '>';
      if (origin != null) {
        origin[end] = i;
      }
      out[end++] = arrow ? (byte) ':' : c;
      if (escape) {
        i++;
        if (origin != null) {
          origin[end] = i;
        }
        out[end++] = b[i];
      } else if (arrow) {
        i++;
      }
    }
    return end;
  }
}
