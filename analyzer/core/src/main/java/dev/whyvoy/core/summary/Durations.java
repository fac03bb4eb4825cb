package dev.whyvoy.core.summary;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import java.util.Map;
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
  private static final int FEW = 32;

  private static final int[] NONE = new int[0];

  /**
   * Counts of all buckets up to the largest that has one, less what was carried; or, as long as
   * there are few, each bucket with its count behind it, in the order they came.
   */
  private int[] counts = NONE;

  /** What did not fit into {@link #counts}, in units of 2^31. */
  private long[] carried = new long[0];

  /** How many buckets the list has; -1 if it is none. */
  private int listed;

  private long total;

  void add(long millis) {
    total++;
    int bucket = bucket(millis);
    if (listed < 0 && bucket < counts.length) {
      if (++counts[bucket] < 0) {
        counts[bucket] = 0;
        carry(bucket, 1);
      }
    } else {
      count(bucket, 1);
    }
  }

  private void count(int bucket, long n) {
    if (listed >= 0) {
      for (int i = 0; i < listed; i++) {
        if (counts[2 * i] == bucket && counts[2 * i + 1] + n <= Integer.MAX_VALUE) {
          counts[2 * i + 1] += (int) n;
          return;
        }
      }
      if (listed < FEW && n <= Integer.MAX_VALUE) {
        if (2 * listed == counts.length) {
          counts = Arrays.copyOf(counts, Math.max(4, 2 * counts.length));
        }
        counts[2 * listed] = bucket;
        counts[2 * listed++ + 1] = (int) n;
        return;
      }
      spread();
    }
    if (bucket >= counts.length) {
      counts = Arrays.copyOf(counts, Math.min(MAX_BUCKET + 1, (bucket | 31) + 1));
    }
    long sum = counts[bucket] + n;
    counts[bucket] = (int) (sum & Integer.MAX_VALUE);
    if (sum > Integer.MAX_VALUE) {
      carry(bucket, sum >>> 31);
    }
  }

  private void carry(int bucket, long n) {
    if (bucket >= carried.length) {
      carried = Arrays.copyOf(carried, counts.length);
    }
    carried[bucket] += n;
  }

  /** Goes over to a count for each bucket. */
  private void spread() {
    int[] list = counts;
    int length = listed;
    listed = -1;
    counts = new int[EXACT];
    for (int i = 0; i < length; i++) {
      count(list[2 * i], list[2 * i + 1]);
    }
  }

  /** How many buckets there are counts of, all others being 0. */
  private int buckets() {
    if (listed >= 0) {
      spread();
    }
    return counts.length;
  }

  private long of(int bucket) {
    return counts[bucket] + (bucket < carried.length ? carried[bucket] << 31 : 0);
  }

  void merge(Durations other) {
    total += other.total;
    if (other.listed >= 0) {
      for (int i = 0; i < other.listed; i++) {
        count(other.counts[2 * i], other.counts[2 * i + 1]);
      }
      return;
    }
    for (int i = 0; i < other.counts.length; i++) {
      if (other.of(i) > 0) {
        count(i, other.of(i));
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
    int buckets = buckets();
    for (int i = 0; i < buckets; i++) {
      seen += of(i);
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
    int buckets = buckets();
    for (int i = 0; i < buckets; i++) {
      if (of(i) > 0) {
        histogram.put(middle(i), of(i));
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
    SortedMap<Integer, Long> used = new TreeMap<>();
    int buckets = buckets();
    for (int i = 0; i < buckets; i++) {
      if (of(i) > 0) {
        used.put(i, of(i));
      }
    }
    out.writeInt(used.size());
    for (Map.Entry<Integer, Long> bucket : used.entrySet()) {
      out.writeInt(bucket.getKey());
      out.writeLong(bucket.getValue());
    }
  }

  static Durations read(DataInput in) throws IOException {
    Durations durations = new Durations();
    int used = in.readInt();
    for (int i = 0; i < used; i++) {
      int bucket = in.readInt();
      long n = in.readLong();
      if (bucket < 0 || bucket > MAX_BUCKET || n < 1) {
        throw new IOException("not a summary: bucket " + bucket + " with " + n);
      }
      durations.total += n;
      durations.count(bucket, n);
    }
    return durations;
  }
}
