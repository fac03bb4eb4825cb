package dev.whyvoy.core.record;

import java.nio.charset.StandardCharsets;
import java.util.Set;

/**
 * Finds what log collectors write before a line: kubectl, CRI runtimes, stern, docker compose,
 * journald and syslog.
 */
final class Prefixes {
  private static final long BLANK = Bytes.pattern(' ');
  private static final byte[] ACCESS = Bytes.latin1("ACCESS [");
  private static final byte[] POD = Bytes.latin1("[pod/");
  private static final Set<String> MONTHS =
      Set.of("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec");

  /** How far a word before a line may reach. */
  private static final int MAX_WORD = 253;

  private final Wrapping wrapping;

  Prefixes(Wrapping wrapping) {
    this.wrapping = wrapping;
  }

  /** The start of what the outermost prefix of the range wraps; {@code from} if there is none. */
  int peel(byte[] b, int from, int to) {
    byte first = b[from];
    if (first == '[') {
      return pod(b, from, to);
    }
    if (Bytes.isDigit(first)) {
      return time(b, from, to);
    }
    if (first == '<') {
      return syslog(b, from, to);
    }
    if (first == ' ' || first == '\t' || first == (byte) 0xEF || first == '>') {
      return margin(b, from, to);
    }
    int month = journal(b, from, to);
    return month > from ? month : words(b, from, to);
  }

  /** {@code [pod/web-7d9/istio-proxy] }. */
  private int pod(byte[] b, int from, int to) {
    if (!Bytes.startsWith(b, from, to, POD)) {
      return from;
    }
    int slash = Bytes.find(b, from + POD.length, to, Bytes.pattern('/'));
    int close = slash < 0 ? -1 : Bytes.find(b, slash, to, Bytes.pattern(']'));
    if (close < 0) {
      return from;
    }
    wrapping.peeled(Envelope.KUBECTL_PREFIX);
    wrapping.add(Field.POD, from + POD.length, slash);
    wrapping.add(Field.CONTAINER, slash + 1, close);
    return blanks(b, close + 1, to);
  }

  /** A time stamp; behind it perhaps what CRI runtimes, Grafana or logcli add. */
  private int time(byte[] b, int from, int to) {
    int end = from;
    while (end < to && b[end] != ' ' && b[end] != '\t') {
      end++;
    }
    if (end - from < 20 || end - from > 40 || end == to || b[from + 10] != 'T') {
      return from;
    }
    wrapping.add(Field.LOG_TIME, from, end);
    int next = end + 1;
    int tag = next + 7;
    boolean stream = next + 8 < to && b[next] == 's' && b[next + 1] == 't' && b[next + 2] == 'd';
    if (stream && b[next + 6] == ' ' && b[tag + 1] == ' ' && (b[tag] == 'F' || b[tag] == 'P')) {
      wrapping.peeled(Envelope.CRI);
      wrapping.add(Field.STREAM, next, next + 6);
      wrapping.partial(b[tag] == 'P');
      return tag + 2;
    }
    if (next + 1 < to && b[next] == '{' && b[next + 1] != '"' && b[next + 1] != '}') {
      int close = Bytes.indexOf(b, next, to, new byte[] {'}', ' '});
      wrapping.peeled(close < 0 ? Envelope.TIME : Envelope.LABELS);
      return close < 0 ? next : close + 2;
    }
    wrapping.peeled(Envelope.TIME);
    return next;
  }

  /**
   * {@code <134>May 1 10:00:00 host tag[7]: } or {@code <134>1 2024-05-01T10:00:00Z h a p m - }.
   */
  private int syslog(byte[] b, int from, int to) {
    int close = Bytes.find(b, from, Math.min(to, from + 6), Bytes.pattern('>'));
    if (close < 0 || close + 3 > to || !Bytes.isDigit(b[from + 1])) {
      return from;
    }
    if (!Bytes.isDigit(b[close + 1])) {
      int next = journal(b, close + 1, to);
      return next > close + 1 ? next : from;
    }
    int at = close + 1;
    for (int words = 0; words < 6; words++) {
      int start = at;
      at = Bytes.find(b, at, to, BLANK);
      if (at < 0) {
        return from;
      }
      if (words == 1) {
        wrapping.add(Field.LOG_TIME, start, at);
      } else if (words == 2) {
        wrapping.add(Field.NODE, start, at);
      }
      at++;
    }
    while (at < to && b[at] == '[') {
      int end = Bytes.find(b, at, to, Bytes.pattern(']'));
      if (end < 0) {
        return from;
      }
      at = end + 1;
    }
    if (at < to && b[at] == '-') {
      at++;
    }
    wrapping.peeled(Envelope.SYSLOG);
    return margin(b, blanks(b, at, to), to);
  }

  /** {@code May 01 10:00:00 host unit[7]: }. */
  private int journal(byte[] b, int from, int to) {
    if (to - from < 17 || b[from + 3] != ' ' || b[from + 9] != ':' || b[from + 12] != ':') {
      return from;
    }
    if (!MONTHS.contains(new String(b, from, 3, StandardCharsets.ISO_8859_1))) {
      return from;
    }
    int host = from + 16;
    int unit = Bytes.find(b, host, to, BLANK);
    int end =
        unit < 0 ? -1 : Bytes.indexOf(b, unit, Math.min(to, unit + 120), new byte[] {':', ' '});
    if (end < 0) {
      return from;
    }
    wrapping.peeled(Envelope.JOURNAL);
    wrapping.add(Field.NODE, host, unit);
    return end + 2;
  }

  private static int margin(byte[] b, int from, int to) {
    int at = from;
    while (at < to && (b[at] == ' ' || b[at] == '\t' || b[at] == '>' || b[at] < -16)) {
      boolean mark =
          at + 2 < to
              && b[at] == (byte) 0xEF
              && b[at + 1] == (byte) 0xBB
              && b[at + 2] == (byte) 0xBF;
      if (b[at] < 0 && !mark) {
        break;
      }
      at += mark ? 3 : 1;
    }
    return at;
  }

  /** Up to three words before a record: namespace, pod and container; or a name and a bar. */
  private int words(byte[] b, int from, int to) {
    int[] start = new int[3];
    int[] end = new int[3];
    int words = 0;
    int at = from;
    while (words < 3) {
      int stop = Bytes.find(b, at, Math.min(to, at + MAX_WORD), BLANK);
      if (stop < 0) {
        return from;
      }
      start[words] = at;
      end[words++] = stop;
      at = blanks(b, stop, to);
      if (at + 1 < to && b[at] == '|' && b[at + 1] == ' ' && words == 1) {
        wrapping.peeled(Envelope.COMPOSE);
        wrapping.add(Field.CONTAINER, start[0], end[0]);
        return at + 2;
      }
      if (startsRecord(b, at, to)) {
        wrapping.peeled(Envelope.WORDS);
        Field[] names = {Field.NAMESPACE, Field.POD, Field.CONTAINER};
        for (int i = 0; i < words; i++) {
          wrapping.add(names[3 - words + i], start[i], end[i]);
        }
        return at;
      }
    }
    return from;
  }

  /** Whether something like {@code [2024-05...} or {@code {"...} or a time stamp stands here. */
  static boolean startsRecord(byte[] b, int at, int to) {
    if (at + 12 > to) {
      return false;
    }
    if (b[at] == '{') {
      return b[at + 1] == '"';
    }
    if (b[at] == 'A' && Bytes.startsWith(b, at, to, ACCESS)) {
      return true;
    }
    int digits = b[at] == '[' ? at + 1 : at;
    return Bytes.isDigit(b[digits]) && Bytes.isDigit(b[digits + 3]) && b[digits + 4] == '-';
  }

  private static int blanks(byte[] b, int from, int to) {
    int at = from;
    while (at < to && b[at] == ' ') {
      at++;
    }
    return at;
  }
}
