package dev.whyvoy.core.record;

/**
 * Tells lines of component logs: Envoy's own ({@code [2024-01-01
 * 00:00:00.000][12][debug][router]}), Istio's layout of them ({@code 2024-01-01T00:00:00.000000Z,
 * tab, info}), and the lines of a header dump, which have no time of their own.
 */
final class ApplicationLog {
  private static final byte[] HEADER_NAME_END = Bytes.latin1("', '");

  private ApplicationLog() {}

  static boolean is(byte[] b, int from, int to) {
    return from < to && (isEnvoys(b, from, to) || isIstios(b, from, to) || isHeader(b, from, to));
  }

  private static boolean isEnvoys(byte[] b, int from, int to) {
    if (to - from < 27 || b[from] != '[' || b[from + 5] != '-' || b[from + 11] != ' ') {
      return false;
    }
    int close = Bytes.find(b, from, Math.min(to, from + 40), Bytes.pattern(']'));
    return close > 0 && close + 1 < to && b[close + 1] == '[';
  }

  private static boolean isIstios(byte[] b, int from, int to) {
    if (!Bytes.isDigit(b[from])) {
      return false;
    }
    int tab = Bytes.find(b, from, Math.min(to, from + 40), Bytes.pattern('\t'));
    return tab >= from + 19 && tab + 4 < to && b[from + 10] == 'T' && isLevel(b, tab + 1);
  }

  private static boolean isLevel(byte[] b, int at) {
    return switch (b[at]) {
      case 'i', 'w', 'e', 'd', 't', 'c', 'f' -> b[at + 1] >= 'a' && b[at + 1] <= 'z';
      default -> false;
    };
  }

  private static boolean isHeader(byte[] b, int from, int to) {
    return b[from] == '\''
        && b[to - 1] == '\''
        && Bytes.indexOf(b, from, to, HEADER_NAME_END) > from;
  }
}
