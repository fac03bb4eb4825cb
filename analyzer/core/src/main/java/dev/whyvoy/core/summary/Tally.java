package dev.whyvoy.core.summary;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Which values occur how often. Exact up to a number of distinct values; beyond that, shares are
 * estimated from a fair sample of the records, and the number of distinct values from the smallest
 * hashes. Adding and merging gives the same in any order.
 */
public final class Tally {
  /** Bytes of a value that are kept. */
  static final int LONGEST = 256;

  private final int most;
  private final int sampled;
  private final KeptKeys sample;
  private Smallest smallest = new Smallest();

  /** All values while exact; then those of the sample, and some that left it. */
  private SliceTable values = new SliceTable();

  private long[] counts = new long[4];
  private boolean over;
  private long total;

  /**
   * @param most distinct values up to which counts are exact
   * @param sampled records in the sample that is used beyond
   */
  Tally(int most, int sampled) {
    this.most = most;
    this.sampled = sampled;
    this.sample = new KeptKeys(sampled);
  }

  /**
   * A value with the records that have it.
   *
   * @param count records; an estimate unless the tally is exact
   */
  public record Entry(String value, long count) {}

  /** The hash of the value in the range, as far as it is kept. */
  static long hash(byte[] b, int from, int to) {
    return SliceTable.hash(b, from, Math.min(to, from + LONGEST));
  }

  /** Adds the value in the range, of the record with this key. */
  void add(long key, byte[] b, int from, int to) {
    add(key, hash(b, from, to), b, from, to);
  }

  /** The same of a value whose {@link #hash} is known. */
  void add(long key, long h, byte[] b, int from, int to) {
    int end = Math.min(to, from + LONGEST);
    total++;
    count(h, b, from, end, 1);
    sample(key, h, b, from, end);
  }

  private void count(long h, byte[] b, int from, int end, long n) {
    if (!over) {
      int id = values.find(h, b, from, end);
      if (id < 0 && values.size() < most) {
        id = values.addNew(h, b, from, end);
        if (id == counts.length) {
          counts = Arrays.copyOf(counts, 2 * id);
        }
      }
      if (id >= 0) {
        counts[id] += n;
        return;
      }
      overflow();
    }
    smallest.add(h);
  }

  private void overflow() {
    over = true;
    for (int id = 0; id < values.size(); id++) {
      smallest.add(values.hash(id));
    }
    values = sample.compact(values);
    counts = new long[0];
  }

  private void sample(long key, long h, byte[] b, int from, int end) {
    if (sample.takes(key, values, b, from, end)) {
      int id = values.find(h, b, from, end);
      if (id < 0) {
        if (values.size() >= 4 * sampled) {
          values = sample.compact(values);
        }
        id = values.addNew(h, b, from, end);
      }
      sample.add(key, id, values);
    }
  }

  void merge(Tally other) {
    total += other.total;
    SliceTable its = other.values;
    if (other.over && !over) {
      overflow();
    }
    smallest.merge(other.smallest);
    for (int id = 0; id < its.size() && !other.over; id++) {
      count(its.hash(id), its.arena(), its.from(id), its.to(id), other.counts[id]);
    }
    for (int i = 0; i < other.sample.size(); i++) {
      int id = other.sample.id(i);
      sample(other.sample.key(i), its.hash(id), its.arena(), its.from(id), its.to(id));
    }
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
    return over ? Math.max(most + 1L, smallest.distinct()) : values.size();
  }

  /** The most frequent values, the most frequent first; ties in the order of their text. */
  public List<Entry> top(int n) {
    List<Entry> all = new ArrayList<>();
    if (over) {
      Map<String, Long> seen = new HashMap<>();
      for (int i = 0; i < sample.size(); i++) {
        seen.merge(values.text(sample.id(i)), 1L, Long::sum);
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
    smallest.write(out);
    int[] ids = over ? new int[0] : values.sorted();
    out.writeInt(ids.length);
    for (int id : ids) {
      write(id, out);
      out.writeLong(counts[id]);
    }
    out.writeInt(sample.size());
    for (int i = 0; i < sample.size(); i++) {
      out.writeLong(sample.key(i));
      write(sample.id(i), out);
    }
  }

  private void write(int id, DataOutput out) throws IOException {
    out.writeInt(values.to(id) - values.from(id));
    out.write(values.arena(), values.from(id), values.to(id) - values.from(id));
  }

  static Tally read(DataInput in, int most, int sampled) throws IOException {
    Tally tally = new Tally(most, sampled);
    tally.total = in.readLong();
    if (in.readBoolean()) {
      tally.overflow();
    }
    tally.smallest = Smallest.read(in);
    int size = Wire.size(in, most);
    for (int i = 0; i < size; i++) {
      byte[] value = Wire.padded(in, LONGEST);
      int end = Wire.length(value);
      tally.count(SliceTable.hash(value, 0, end), value, 0, end, in.readLong());
    }
    int records = Wire.size(in, sampled);
    for (int i = 0; i < records; i++) {
      long key = in.readLong();
      byte[] value = Wire.padded(in, LONGEST);
      int end = Wire.length(value);
      long h = SliceTable.hash(value, 0, end);
      if (!tally.over && tally.values.find(h, value, 0, end) < 0) {
        throw new IOException("not a summary: a value that was not counted");
      }
      tally.sample(key, h, value, 0, end);
    }
    return tally;
  }
}
