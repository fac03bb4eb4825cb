package dev.whyvoy.core.summary;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;

/**
 * How long requests took, in ms: a count for every value up to 63, above that 32 counts for each
 * doubling. A percentile is off by less than 1.6 %. Adding and merging is exact, in any order.
 */
public final class Durations {
  private static final int EXACT = 64;
  private static final int STEPS = 32;
  private static final int MAX_BUCKET = bucket(Integer.MAX_VALUE);

  private long[] counts = new long[0];
  private long total;

  void add(long millis) {
    count(bucket(millis), 1);
  }

  private void count(int bucket, long n) {
    if (bucket >= counts.length) {
      counts = Arrays.copyOf(counts, Math.min(MAX_BUCKET + 1, (bucket | 15) + 1));
    }
    counts[bucket] += n;
    total += n;
  }

  void merge(Durations other) {
    for (int i = 0; i < other.counts.length; i++) {
      if (other.counts[i] > 0) {
        count(i, other.counts[i]);
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
    for (int i = 0; i < counts.length; i++) {
      seen += counts[i];
      if (seen >= rank) {
        return middle(i);
      }
    }
    return -1;
  }

  /**
   * Durations with their counts, the shortest first: the middle of each bucket that is not empty.
   */
  public java.util.SortedMap<Long, Long> histogram() {
    java.util.SortedMap<Long, Long> all = new java.util.TreeMap<>();
    for (int i = 0; i < counts.length; i++) {
      if (counts[i] > 0) {
        all.put(middle(i), counts[i]);
      }
    }
    return all;
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
    int used = 0;
    for (long count : counts) {
      used += count > 0 ? 1 : 0;
    }
    out.writeInt(used);
    for (int i = 0; i < counts.length; i++) {
      if (counts[i] > 0) {
        out.writeInt(i);
        out.writeLong(counts[i]);
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
