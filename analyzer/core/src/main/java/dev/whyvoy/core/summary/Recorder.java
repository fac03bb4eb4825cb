package dev.whyvoy.core.summary;

import dev.whyvoy.core.record.AccessRecord;
import dev.whyvoy.core.record.Bytes;
import dev.whyvoy.core.record.Field;
import dev.whyvoy.core.record.LineKind;
import dev.whyvoy.core.record.LineReader;

/** Adds lines of logs to a summary. Not safe for several threads: one recorder a thread. */
public final class Recorder {
  private static final long SEED = 0x632BE59BD9B4E019L;
  private static final int HOST = Field.UPSTREAM_HOST.ordinal();

  private final Summary summary;
  private final Summary.Parts parts;
  private final LineReader reader;
  private final Filter filter;
  private final int longest;
  private final SignatureCache<Group> cache;
  private int cacheMoves;

  /**
   * Adds to a summary.
   *
   * @param reader reads the lines
   * @param filter which records count
   * @param longest bytes of a line that are read
   */
  public Recorder(Summary summary, LineReader reader, Filter filter, int longest) {
    this.summary = summary;
    this.parts = summary.parts();
    this.reader = reader;
    this.filter = filter;
    this.longest = longest;
    this.cache = new SignatureCache<>(parts.by());
  }

  /** Adds to a new summary what {@code options} say. */
  public Recorder(LogScan.Options options) {
    this(new Summary(options.by()), options.reader(), options.filter(), options.limits().line());
  }

  /** What was added until now. */
  public Summary summary() {
    return summary;
  }

  /**
   * Adds all lines in the range, which starts with one.
   *
   * @param bytes hold {@link Bytes#PADDING} more bytes behind {@code to}
   */
  public void add(byte[] bytes, int from, int to) {
    int at = from;
    while (at < to) {
      int end = Bytes.newline(bytes, at, to);
      int stop = end;
      if (end - at > longest) {
        stop = at + longest;
        parts.accounting().cut();
      }
      line(reader.read(bytes, at, stop), bytes, at, stop);
      at = end + 1;
    }
  }

  private void line(LineKind kind, byte[] line, int from, int to) {
    parts.accounting().kind(kind);
    if (reader.partial()) {
      parts.accounting().split();
    }
    if (kind == LineKind.ACCESS) {
      AccessRecord record = reader.record();
      long time = record.time();
      if (filter.accepts(record, time)) {
        record(record, time, line, from, to);
      } else {
        parts.accounting().filteredOut();
      }
    } else if (kind == LineKind.APPLICATION_LOG) {
      if (parts.components().add(line, from, to)) {
        long connection = ComponentLog.connection(line, from, to);
        if (connection >= 0) {
          parts.connections().addConnection(connection, line, from, to);
        }
      }
    } else if (kind.notUnderstood()) {
      parts.unread().add(kind, line, from, to);
    }
  }

  private void record(AccessRecord record, long time, byte[] line, int from, int to) {
    Group group = group(record);
    boolean healthy = group.healthy();
    long duration = record.number(Field.DURATION, -1);
    parts.accounting().record(healthy);
    group.add(duration, time);
    long host = 0;
    if (record.has(HOST)) {
      int start = record.from(HOST);
      int end = start + record.length(HOST);
      host = Tally.hash(record.bytes(), start, end);
      parts.hosts().add(host, record.bytes(), start, end, !healthy, time);
    }
    if (time == AccessRecord.NO_TIME) {
      parts.accounting().timeless();
    } else {
      parts.traffic().add(time);
      parts.pace().add(time);
    }
    if (healthy) {
      parts.crowd().add(record, time, line, from, to);
    } else {
      failure(group, record, host, duration, time, line, from, to);
    }
    if (record.ambiguous()) {
      parts.accounting().readAmbiguously();
    }
    if (record.format() == null && !record.json()) {
      parts.accounting().readLoosely();
    }
  }

  private Group group(AccessRecord record) {
    int traits = Traits.of(record);
    Group known = cache.find(record, traits);
    if (known != null) {
      return known;
    }
    Groups groups = parts.groups();
    Group group = groups.of(Signature.of(record, traits, parts.by()));
    if (cacheMoves != groups.moves()) {
      cacheMoves = groups.moves();
      cache.clear();
      cache.find(record, traits);
    }
    cache.put(group);
    return group;
  }

  private void failure(
      Group group,
      AccessRecord record,
      long host,
      long duration,
      long time,
      byte[] line,
      int from,
      int to) {
    Detail detail = group.detail().orElse(null);
    if (detail == null) {
      return;
    }
    long key = key(record, time, line, from, to);
    parts.requests().add(record, line, from, to);
    if (record.has(Field.CONNECTION_ID)) {
      long number = record.number(Field.CONNECTION_ID, 0);
      parts.connections().addConnection(number, line, from, to);
    }
    group.addFailure(key, host, record, time, line, from, to);
    detail.add(record, key, host, duration, time, line, from, to);
    if (time != AccessRecord.NO_TIME) {
      parts.failures().add(time);
    }
  }

  /** A hash of what makes a record one of its own. */
  private static long key(AccessRecord record, long time, byte[] line, int from, int to) {
    if (time == AccessRecord.NO_TIME || !record.has(Field.REQUEST_ID)) {
      return Bytes.finish(Bytes.hash(SEED, line, from, to));
    }
    byte[] b = record.bytes();
    long h = Bytes.hash(SEED + time, b, record.from(Field.REQUEST_ID), record.to(Field.REQUEST_ID));
    return Bytes.finish(h);
  }
}
