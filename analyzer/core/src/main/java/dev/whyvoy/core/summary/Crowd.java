package dev.whyvoy.core.summary;

import dev.whyvoy.core.record.AccessRecord;
import dev.whyvoy.core.record.Bytes;
import dev.whyvoy.core.record.Field;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * A fair sample of the healthy records, to compare failures with: what the traffic is made of. All
 * of them in a small log.
 */
final class Crowd {
  private static final int LINES = 8192;
  private static final int ENDS = 32;
  private static final long SEED = 0x9FB21C651E98DF25L;

  private final Reservoir lines;

  Crowd() {
    this(new Reservoir(LINES));
  }

  private Crowd(Reservoir lines) {
    this.lines = lines;
  }

  /** Adds a record; may be called by several threads. */
  void add(AccessRecord record, long time, byte[] line, int from, int to) {
    long key = key(record, time, line, from, to);
    if (lines.mayTake(key)) {
      synchronized (this) {
        lines.add(key, line, from, to);
      }
    }
  }

  /** A cheap hash of what differs from record to record. */
  private static long key(AccessRecord record, long time, byte[] line, int from, int to) {
    if (record.length(Field.REQUEST_ID) >= Long.BYTES) {
      long id = Bytes.word(record.bytes(), record.from(Field.REQUEST_ID));
      return Bytes.finish((id ^ time * SEED) * SEED);
    }
    if (to - from <= 2 * ENDS) {
      return Bytes.finish(Bytes.hash(SEED, line, from, to));
    }
    return Bytes.finish(Bytes.hash(Bytes.hash(SEED, line, from, from + ENDS), line, to - ENDS, to));
  }

  void merge(Crowd other) {
    lines.merge(other.lines);
  }

  List<String> lines() {
    return lines.lines().stream().map(line -> new String(line, StandardCharsets.UTF_8)).toList();
  }

  void write(DataOutput out) throws IOException {
    lines.write(out);
  }

  static Crowd read(DataInput in) throws IOException {
    return new Crowd(Reservoir.read(in, LINES));
  }
}
