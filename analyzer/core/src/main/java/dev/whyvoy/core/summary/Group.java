package dev.whyvoy.core.summary;

import dev.whyvoy.core.record.AccessRecord;
import dev.whyvoy.core.record.Field;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Records with one signature: the same outcome at the same cluster. */
public final class Group {
  private static final int HOSTS = 32;

  private final Signature signature;
  private final Durations durations;
  private final boolean healthy;
  private final @Nullable Tally hosts;

  /** What is kept about the message, for all clusters together; null if healthy. */
  private final @Nullable Detail detail;

  /** What incidents are found from; null if healthy. */
  private final @Nullable Trail trail;

  private long count;
  private long first = Long.MAX_VALUE;
  private long last = Long.MIN_VALUE;

  /**
   * @param size lines to keep of a failing group, see {@link Trail#size}
   */
  Group(Signature signature, @Nullable Detail detail, int size) {
    this(
        signature,
        detail,
        new Durations(),
        detail == null ? null : new Tally(HOSTS, HOSTS),
        detail == null ? null : new Trail(size));
  }

  private Group(
      Signature signature,
      @Nullable Detail detail,
      Durations durations,
      @Nullable Tally hosts,
      @Nullable Trail trail) {
    this.signature = signature;
    this.healthy = signature.healthy();
    this.durations = durations;
    this.hosts = hosts;
    this.detail = detail;
    this.trail = trail;
  }

  void add(long duration, long time) {
    count++;
    if (duration >= 0) {
      durations.add(duration);
    }
    if (time != AccessRecord.NO_TIME) {
      first = Math.min(first, time);
      last = Math.max(last, time);
    }
  }

  /**
   * What is kept of a failing record besides; it was added already.
   *
   * @param host the {@link Tally#hash} of the upstream host, if there is one
   */
  void addFailure(
      long key, long host, AccessRecord record, long time, byte[] line, int from, int to) {
    if (hosts != null && record.has(Field.UPSTREAM_HOST)) {
      int start = record.from(Field.UPSTREAM_HOST);
      hosts.add(key, host, record.bytes(), start, record.to(Field.UPSTREAM_HOST));
    }
    if (trail != null) {
      trail.add(key, time, line, from, to);
    }
  }

  /** Takes over everything but the detail, which several groups share. */
  void merge(Group other) {
    count += other.count;
    durations.merge(other.durations);
    first = Math.min(first, other.first);
    last = Math.max(last, other.last);
    if (hosts != null && other.hosts != null) {
      hosts.merge(other.hosts);
    }
    if (trail != null && other.trail != null) {
      trail.merge(other.trail);
    }
  }

  /** What all its records say. */
  public Signature signature() {
    return signature;
  }

  /** Whether nothing went wrong: no flags, no error status. */
  public boolean healthy() {
    return healthy;
  }

  /** Number of records. */
  public long count() {
    return count;
  }

  /** How long its requests took, in ms. */
  public Durations durations() {
    return durations;
  }

  /** Time of the earliest record in ms since 1970; empty if none had one. */
  public Optional<Long> first() {
    return first == Long.MAX_VALUE ? Optional.empty() : Optional.of(first);
  }

  /** Time of the latest record in ms since 1970; empty if none had one. */
  public Optional<Long> last() {
    return last == Long.MIN_VALUE ? Optional.empty() : Optional.of(last);
  }

  /** The upstream hosts chosen; empty if healthy. */
  public Optional<Tally> hosts() {
    return Optional.ofNullable(hosts);
  }

  /** What is known about this outcome at all clusters together; empty if healthy. */
  public Optional<Detail> detail() {
    return Optional.ofNullable(detail);
  }

  /** When its records were, and some of their lines; empty if healthy. */
  public Optional<Trail> trail() {
    return Optional.ofNullable(trail);
  }

  void shrink(int size) {
    if (trail != null) {
      trail.shrink(size);
    }
  }

  void write(DataOutput out) throws IOException {
    signature.write(out);
    out.writeLong(count);
    out.writeLong(first);
    out.writeLong(last);
    durations.write(out);
    if (hosts != null) {
      hosts.write(out);
    }
    if (trail != null) {
      trail.write(out);
    }
  }

  static Group read(DataInput in, @Nullable Detail detail) throws IOException {
    Signature signature = Signature.read(in);
    long count = in.readLong();
    long first = in.readLong();
    long last = in.readLong();
    Durations durations = Durations.read(in);
    Tally hosts = detail == null ? null : Tally.read(in, HOSTS, HOSTS);
    Trail trail = detail == null ? null : Trail.read(in);
    Group group = new Group(signature, detail, durations, hosts, trail);
    group.count = count;
    group.first = first;
    group.last = last;
    return group;
  }
}
