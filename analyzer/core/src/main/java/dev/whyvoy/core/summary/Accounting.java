package dev.whyvoy.core.summary;

import dev.whyvoy.core.record.LineKind;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.EnumMap;
import java.util.Map;

/**
 * Where every line went. {@link #lines} = {@link #healthy} + {@link #failed} + {@link #filtered} +
 * {@link #application} + {@link #blank} + {@link #notUnderstood}.
 */
public final class Accounting {
  private long healthy;
  private long failed;
  private long filtered;
  private long tooLong;
  private long ambiguous;
  private long loose;
  private long partial;
  private long withoutTime;
  private final long[] kinds = new long[LineKind.values().length];

  void kind(LineKind kind) {
    kinds[kind.ordinal()]++;
  }

  void record(boolean isHealthy) {
    if (isHealthy) {
      healthy++;
    } else {
      failed++;
    }
  }

  void filteredOut() {
    filtered++;
  }

  void cut() {
    tooLong++;
  }

  void readAmbiguously() {
    ambiguous++;
  }

  void readLoosely() {
    loose++;
  }

  void split() {
    partial++;
  }

  void timeless() {
    withoutTime++;
  }

  void merge(Accounting other) {
    healthy += other.healthy;
    failed += other.failed;
    filtered += other.filtered;
    tooLong += other.tooLong;
    ambiguous += other.ambiguous;
    loose += other.loose;
    partial += other.partial;
    withoutTime += other.withoutTime;
    for (int i = 0; i < kinds.length; i++) {
      kinds[i] += other.kinds[i];
    }
  }

  /** All lines. */
  public long lines() {
    long sum = 0;
    for (long n : kinds) {
      sum += n;
    }
    return sum;
  }

  /** Access records in which nothing went wrong. */
  public long healthy() {
    return healthy;
  }

  /** Access records that show a failure. */
  public long failed() {
    return failed;
  }

  /** Access records left out by time or by {@code --where}. */
  public long filtered() {
    return filtered;
  }

  /** Access records read, the filtered ones included. */
  public long records() {
    return kinds[LineKind.ACCESS.ordinal()];
  }

  /** Lines of component logs. */
  public long application() {
    return kinds[LineKind.APPLICATION_LOG.ordinal()];
  }

  /** Lines without anything on them. */
  public long blank() {
    return kinds[LineKind.BLANK.ordinal()];
  }

  /** Lines whose meaning was not found. */
  public long notUnderstood() {
    long sum = 0;
    for (LineKind kind : LineKind.values()) {
      sum += kind.notUnderstood() ? kinds[kind.ordinal()] : 0;
    }
    return sum;
  }

  /** Lines of each kind that there is. */
  public Map<LineKind, Long> kinds() {
    Map<LineKind, Long> all = new EnumMap<>(LineKind.class);
    for (LineKind kind : LineKind.values()) {
      if (kinds[kind.ordinal()] > 0) {
        all.put(kind, kinds[kind.ordinal()]);
      }
    }
    return all;
  }

  /** Lines longer than allowed, of which only the start was read. */
  public long tooLong() {
    return tooLong;
  }

  /** Records that could also be read another way, because text formats escape nothing. */
  public long ambiguous() {
    return ambiguous;
  }

  /** Text records of no known format, read by the order of Envoy's fields. */
  public long loose() {
    return loose;
  }

  /** Lines that a container runtime had split. */
  public long partial() {
    return partial;
  }

  /** Records without a time that could be read. */
  public long withoutTime() {
    return withoutTime;
  }

  void write(DataOutput out) throws IOException {
    for (long n : numbers()) {
      out.writeLong(n);
    }
    for (long n : kinds) {
      out.writeLong(n);
    }
  }

  private long[] numbers() {
    return new long[] {healthy, failed, filtered, tooLong, ambiguous, loose, partial, withoutTime};
  }

  static Accounting read(DataInput in) throws IOException {
    Accounting a = new Accounting();
    a.healthy = in.readLong();
    a.failed = in.readLong();
    a.filtered = in.readLong();
    a.tooLong = in.readLong();
    a.ambiguous = in.readLong();
    a.loose = in.readLong();
    a.partial = in.readLong();
    a.withoutTime = in.readLong();
    for (int i = 0; i < a.kinds.length; i++) {
      a.kinds[i] = in.readLong();
    }
    return a;
  }
}
