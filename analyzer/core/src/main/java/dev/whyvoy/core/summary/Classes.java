package dev.whyvoy.core.summary;

import dev.whyvoy.core.record.AccessRecord;
import dev.whyvoy.core.record.Bytes;
import dev.whyvoy.core.record.Field;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How many records of a group have each value of some derived facts, so that causes can be ranked
 * from shares of records.
 */
public final class Classes {
  /** Timers that durations are compared with, in ms. */
  static final long[] TIMERS = {
    250, 1000, 2000, 3000, 5000, 10_000, 15_000, 30_000, 60_000, 90_000, 120_000, 300_000, 600_000,
    3_600_000
  };

  private static final List<String> DURATION =
      List.of("instant", "short", "medium", "seconds", "timer");
  private static final List<String> TIMER = timerNames();
  private static final List<String> UPSTREAM =
      List.of("absent", "loopback", "internal_listener", "unix", "private", "public", "name");
  private static final List<String> VERSION = List.of("1.0", "1.1", "2", "3");
  private static final List<String> MOVED = List.of("none", "request", "response");
  private static final List<String> METHOD =
      List.of("GET", "HEAD", "POST", "PUT", "DELETE", "PATCH", "OPTIONS", "CONNECT", "TRACE");

  private static final Map<String, List<String>> NAMES = new LinkedHashMap<>();

  /** The methods as words, the first letter lowest; none is longer than seven. */
  private static final long[] METHODS =
      METHOD.stream().mapToLong(method -> Bytes.word(Bytes.padded(method), 0)).toArray();

  /** Durations up to these are put down to the timers. */
  private static final long[] LATEST =
      java.util.Arrays.stream(TIMERS)
          .map(timer -> timer + Math.max(100, timer * 3 / 100))
          .toArray();

  static {
    NAMES.put("duration_class", DURATION);
    NAMES.put("duration_timer_ms", TIMER);
    NAMES.put("upstream_kind", UPSTREAM);
    NAMES.put("protocol_version", VERSION);
    NAMES.put("bytes_moved", MOVED);
    NAMES.put("method", METHOD);
  }

  private final long[][] counts =
      NAMES.values().stream().map(names -> new long[names.size()]).toArray(long[][]::new);

  private static List<String> timerNames() {
    return java.util.Arrays.stream(TIMERS).mapToObj(Long::toString).toList();
  }

  void add(AccessRecord record, long duration) {
    if (duration >= 0) {
      int timer = timer(duration);
      counts[0][
          timer >= 0 ? 4 : duration <= 5 ? 0 : duration <= 100 ? 1 : duration < 1000 ? 2 : 3]++;
      if (timer >= 0) {
        counts[1][timer]++;
      }
    }
    counts[2][upstream(record)]++;
    int version = version(record);
    if (version >= 0) {
      counts[3][version]++;
    }
    long received = record.number(Field.BYTES_RECEIVED, 0);
    long sent = record.number(Field.BYTES_SENT, 0);
    counts[4][sent > 0 ? 2 : received > 0 ? 1 : 0]++;
    int length = record.length(Field.METHOD);
    if (length > 0 && length < 8) {
      long word = Bytes.word(record.bytes(), record.from(Field.METHOD)) & (1L << 8 * length) - 1;
      for (int i = 0; i < METHODS.length; i++) {
        if (word == METHODS[i]) {
          counts[5][i]++;
          break;
        }
      }
    }
  }

  /** The timer that fired at or just before {@code duration}, as an index; -1 if none. */
  static int timer(long duration) {
    for (int i = 0; i < TIMERS.length && duration >= TIMERS[i]; i++) {
      if (duration <= LATEST[i]) {
        return i;
      }
    }
    return -1;
  }

  private static int upstream(AccessRecord record) {
    if (!record.has(Field.UPSTREAM_HOST)) {
      return 0;
    }
    byte[] b = record.bytes();
    int from = record.from(Field.UPSTREAM_HOST);
    int length = record.length(Field.UPSTREAM_HOST);
    byte first = b[from];
    if (first == '/' || first == '@') {
      return 3;
    }
    if (first == 'e' && length > 8 && b[from + 5] == ':' && b[from + 6] == '/') {
      return 2;
    }
    if (first == '[') {
      boolean loopback =
          length >= 5
              && b[from + 1] == ':'
              && b[from + 2] == ':'
              && b[from + 3] == '1'
              && b[from + 4] == ']';
      boolean local =
          b[from + 1] == 'f' && (b[from + 2] == 'c' || b[from + 2] == 'd' || b[from + 2] == 'e');
      return loopback ? 1 : local ? 4 : 5;
    }
    if (first < '0' || first > '9') {
      return 6;
    }
    int a = octet(b, from, from + length);
    int dot = Bytes.find(b, from, from + length, Bytes.pattern('.'));
    int second = dot < 0 ? -1 : octet(b, dot + 1, from + length);
    if (a == 127) {
      return 1;
    }
    boolean own =
        a == 10
            || a == 172 && second >= 16 && second < 32
            || a == 192 && second == 168
            || a == 100 && second >= 64 && second < 128
            || a == 169 && second == 254;
    return own ? 4 : 5;
  }

  private static int octet(byte[] b, int from, int to) {
    int n = 0;
    for (int i = from; i < to && b[i] >= '0' && b[i] <= '9' && n < 256; i++) {
      n = n * 10 + b[i] - '0';
    }
    return n;
  }

  private static int version(AccessRecord record) {
    if (record.length(Field.PROTOCOL) < 6) {
      return -1;
    }
    byte[] b = record.bytes();
    int from = record.from(Field.PROTOCOL);
    return switch (b[from + 5]) {
      case '1' -> record.length(Field.PROTOCOL) == 8 && b[from + 7] == '0' ? 0 : 1;
      case '2' -> 2;
      case '3' -> 3;
      default -> -1;
    };
  }

  void merge(Classes other) {
    for (int i = 0; i < counts.length; i++) {
      for (int k = 0; k < counts[i].length; k++) {
        counts[i][k] += other.counts[i][k];
      }
    }
  }

  /** Fact name to value to number of records; values that no record has are left out. */
  public Map<String, Map<String, Long>> counts() {
    Map<String, Map<String, Long>> all = new LinkedHashMap<>();
    int i = 0;
    for (Map.Entry<String, List<String>> fact : NAMES.entrySet()) {
      Map<String, Long> values = new LinkedHashMap<>();
      for (int k = 0; k < counts[i].length; k++) {
        if (counts[i][k] > 0) {
          values.put(fact.getValue().get(k), counts[i][k]);
        }
      }
      i++;
      all.put(fact.getKey(), values);
    }
    return all;
  }

  void write(DataOutput out) throws IOException {
    for (long[] fact : counts) {
      for (long n : fact) {
        out.writeLong(n);
      }
    }
  }

  static Classes read(DataInput in) throws IOException {
    Classes classes = new Classes();
    for (long[] fact : classes.counts) {
      for (int i = 0; i < fact.length; i++) {
        fact[i] = in.readLong();
      }
    }
    return classes;
  }
}
