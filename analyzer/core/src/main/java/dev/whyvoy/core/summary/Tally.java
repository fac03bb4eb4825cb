package dev.whyvoy.core.summary;

import dev.whyvoy.core.record.Bytes;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * Which values occur how often. Exact up to a number of distinct values; beyond that, shares are
 * estimated from a fair sample of the records, and the number of distinct values from the smallest
 * hashes. Adding and merging gives the same in any order.
 */
public final class Tally {
  private static final int DISTINCT_SAMPLE = 64;
  private static final int LONGEST = 256;

  private final int most;
  private final Sample sample;
  private final TreeSet<Long> smallest = new TreeSet<>(Long::compareUnsigned);
  private SliceTable values = new SliceTable();
  private long[] counts = new long[8];
  private boolean over;
  private long total;

  /**
   * @param most distinct values up to which counts are exact
   * @param sampled records in the sample that is used beyond
   */
  Tally(int most, int sampled) {
    this.most = most;
    this.sample = new Sample(sampled, LONGEST);
  }

  /**
   * A value with the records that have it.
   *
   * @param count records; an estimate unless the tally is exact
   */
  public record Entry(String value, long count) {}

  /** Adds the value in the range, of the record with this key. */
  void add(long key, byte[] b, int from, int to) {
    int end = Math.min(to, from + LONGEST);
    total++;
    sample.add(key, b, from, end);
    if (over) {
      distinct(SliceTable.hash(b, from, end));
      return;
    }
    int id = values.find(b, from, end);
    if (id < 0) {
      if (values.size() == most) {
        overflow();
        distinct(SliceTable.hash(b, from, end));
        return;
      }
      id = values.add(b, from, end);
      if (id == counts.length) {
        counts = Arrays.copyOf(counts, 2 * id);
      }
    }
    counts[id]++;
  }

  private void overflow() {
    over = true;
    for (int id = 0; id < values.size(); id++) {
      byte[] value = values.padded(id);
      distinct(SliceTable.hash(value, 0, value.length - Bytes.PADDING));
    }
    values = new SliceTable();
    counts = new long[0];
  }

  private void distinct(long hash) {
    if (smallest.size() < DISTINCT_SAMPLE) {
      smallest.add(hash);
    } else if (Long.compareUnsigned(hash, smallest.last()) < 0 && smallest.add(hash)) {
      smallest.pollLast();
    }
  }

  void merge(Tally other) {
    total += other.total;
    sample.merge(other.sample);
    if (other.over && !over) {
      overflow();
    }
    other.smallest.forEach(this::distinct);
    for (int id = 0; id < other.values.size(); id++) {
      merge(other.values.padded(id), other.counts[id]);
    }
  }

  private void merge(byte[] padded, long n) {
    int end = padded.length - Bytes.PADDING;
    int id = over ? -1 : values.find(padded, 0, end);
    if (!over && id < 0 && values.size() == most) {
      overflow();
    }
    if (over) {
      distinct(SliceTable.hash(padded, 0, end));
      return;
    }
    id = values.add(padded, 0, end);
    if (id >= counts.length) {
      counts = Arrays.copyOf(counts, Math.max(8, 2 * id));
    }
    counts[id] += n;
  }

  /** Records that had a value. */
  public long total() {
    return total;
  }

  /** Whether counts are exact; otherwise they are estimates, off by {@link #error}. */
  public boolean exact() {
    return !over;
  }

  /** Half-width of the 95 % interval of any share; 0 when exact. */
  public double error() {
    return over ? 1 / Math.sqrt(Math.max(1, sample.size())) : 0;
  }

  /** How many distinct values there are; an estimate, off by an eighth, unless exact. */
  public long distinct() {
    if (!over) {
      return values.size();
    }
    if (smallest.size() < DISTINCT_SAMPLE) {
      return smallest.size();
    }
    double share = (smallest.last() >>> 1) / (double) Long.MAX_VALUE;
    return Math.max(most + 1L, Math.round((DISTINCT_SAMPLE - 1) / share));
  }

  /** The most frequent values, the most frequent first; ties in the order of their text. */
  public List<Entry> top(int n) {
    List<Entry> all = new ArrayList<>();
    if (over) {
      Map<String, Long> seen = new HashMap<>();
      for (byte[] value : sample.values()) {
        seen.merge(new String(value, StandardCharsets.UTF_8), 1L, Long::sum);
      }
      seen.forEach(
          (value, k) -> all.add(new Entry(value, Math.round(k * (double) total / sample.size()))));
    } else {
      for (int id = 0; id < values.size(); id++) {
        all.add(new Entry(values.text(id), counts[id]));
      }
    }
    all.sort(Comparator.comparingLong(Entry::count).reversed().thenComparing(Entry::value));
    return List.copyOf(all.subList(0, Math.min(n, all.size())));
  }

  void write(DataOutput out) throws IOException {
    out.writeLong(total);
    out.writeBoolean(over);
    sample.write(out);
    out.writeInt(smallest.size());
    for (long hash : smallest) {
      out.writeLong(hash);
    }
    List<Integer> ids = new ArrayList<>();
    for (int id = 0; id < values.size(); id++) {
      ids.add(id);
    }
    ids.sort((a, b) -> Arrays.compareUnsigned(values.bytes(a), values.bytes(b)));
    out.writeInt(ids.size());
    for (int id : ids) {
      byte[] value = values.bytes(id);
      out.writeInt(value.length);
      out.write(value);
      out.writeLong(counts[id]);
    }
  }

  static Tally read(DataInput in, int most, int sampled) throws IOException {
    Tally tally = new Tally(most, sampled);
    tally.total = in.readLong();
    tally.over = in.readBoolean();
    tally.sample.merge(Sample.read(in, sampled, LONGEST));
    int hashes = Wire.size(in, DISTINCT_SAMPLE);
    for (int i = 0; i < hashes; i++) {
      tally.smallest.add(in.readLong());
    }
    int size = Wire.size(in, most);
    for (int i = 0; i < size; i++) {
      byte[] value = Wire.bytes(in, LONGEST);
      tally.merge(Arrays.copyOf(value, value.length + Bytes.PADDING), in.readLong());
    }
    return tally;
  }
}
