package dev.whyvoy.core.summary;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How long requests took, in ms: a count for every value up to 63, above that 32 counts for each
 * doubling. A percentile is off by less than 1.6 %. Adding and merging is exact, in any order.
 */
public final class Durations {
  private static final int EXACT = 64;
  private static final int STEPS = 32;
  private static final int MAX_BUCKET = bucket(Integer.MAX_VALUE);

  /** While there are few buckets with a count, they are kept in a list. */
  private static final int FEW = 16;

  private static final long[] NONE = new long[0];

  /** The buckets with a count, in the order they came; then only {@link #all} is used. */
  private short[] few = new short[2];

  /** The counts of {@link #few}; or those of all buckets up to the largest that has one. */
  private long[] counts = NONE;

  private int size;
  private boolean all;
  private long total;

  void add(long millis) {
    count(bucket(millis), 1);
  }

  private void count(int bucket, long n) {
    total += n;
    if (all && bucket < counts.length) {
      counts[bucket] += n;
    } else {
      make(bucket, n);
    }
  }

  private void make(int bucket, long n) {
    if (all) {
      counts = Arrays.copyOf(counts, Math.min(MAX_BUCKET + 1, (bucket | 31) + 1));
      counts[bucket] += n;
      return;
    }
    for (int i = 0; i < size; i++) {
      if (few[i] == bucket) {
        counts[i] += n;
        return;
      }
    }
    if (size == FEW) {
      spread();
      total -= n;
      count(bucket, n);
      return;
    }
    if (size >= counts.length) {
      int room = Math.max(2, 2 * size);
      few = Arrays.copyOf(few, room);
      counts = Arrays.copyOf(counts, room);
    }
    few[size] = (short) bucket;
    counts[size++] = n;
  }

  /** Goes over to a count for each bucket. */
  private void spread() {
    int largest = EXACT - 1;
    for (int i = 0; i < size; i++) {
      largest = Math.max(largest, few[i]);
    }
    long[] each = new long[(largest | 31) + 1];
    for (int i = 0; i < size; i++) {
      each[few[i]] = counts[i];
    }
    counts = each;
    few = new short[0];
    all = true;
  }

  /** The counts of all buckets, up to the largest that has one. */
  private long[] each() {
    if (!all) {
      spread();
    }
    return counts;
  }

  void merge(Durations other) {
    for (int i = 0; i < other.counts.length; i++) {
      if (other.counts[i] > 0) {
        count(other.all ? i : other.few[i], other.counts[i]);
      }
    }
  }

  /** How many durations there are. */
  public long total() {
    return total;
  }

  /**
   * The duration that a share of all are not above, in ms; -1 if there are none.
   *
   * @param share more than 0, at most 1: 0.99 for the 99th percentile
   */
  public long percentile(double share) {
    long rank = Math.max(1, (long) Math.ceil(share * total));
    long seen = 0;
    long[] each = each();
    for (int i = 0; i < each.length; i++) {
      seen += each[i];
      if (seen >= rank) {
        return middle(i);
      }
    }
    return -1;
  }

  /**
   * Durations with their counts, the shortest first: the middle of each bucket that is not empty.
   */
  public SortedMap<Long, Long> histogram() {
    SortedMap<Long, Long> histogram = new TreeMap<>();
    for (int i = 0; i < counts.length; i++) {
      if (counts[i] > 0) {
        histogram.put(middle(all ? i : few[i]), counts[i]);
      }
    }
    return histogram;
  }

  private static int bucket(long millis) {
    if (millis < EXACT) {
      return (int) Math.max(0, millis);
    }
    long value = Math.min(millis, Integer.MAX_VALUE);
    int shift = 58 - Long.numberOfLeadingZeros(value);
    return EXACT + (shift - 1) * STEPS + (int) (value >>> shift) - STEPS;
  }

  private static long middle(int bucket) {
    if (bucket < EXACT) {
      return bucket;
    }
    int shift = (bucket - EXACT) / STEPS + 1;
    long low = (long) ((bucket - EXACT) % STEPS + STEPS) << shift;
    return low + ((1L << shift) - 1) / 2;
  }

  void write(DataOutput out) throws IOException {
    long[] each = each();
    int used = 0;
    for (long count : each) {
      used += count > 0 ? 1 : 0;
    }
    out.writeInt(used);
    for (int i = 0; i < each.length; i++) {
      if (each[i] > 0) {
        out.writeInt(i);
        out.writeLong(each[i]);
      }
    }
  }

  static Durations read(DataInput in) throws IOException {
    Durations durations = new Durations();
    int used = in.readInt();
    for (int i = 0; i < used; i++) {
      int bucket = in.readInt();
      if (bucket < 0 || bucket > MAX_BUCKET) {
        throw new IOException("not a summary: bucket " + bucket);
      }
      durations.count(bucket, in.readLong());
    }
    return durations;
  }
}
