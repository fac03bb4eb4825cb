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

  /** The other buckets lie in pages of 16; a page without any count is empty. */
  private static final int PAGE_SHIFT = 4;

  private static final int PAGE_MASK = (1 << PAGE_SHIFT) - 1;
  private static final long[] NO_PAGE = new long[0];

  private long[][] pages = new long[0][];

  /** The exact counts, which most requests fall into. */
  private long[] exact = NO_PAGE;

  private long total;

  void add(long millis) {
    count(bucket(millis), 1);
  }

  private void count(int bucket, long n) {
    total += n;
    if (bucket < exact.length) {
      exact[bucket] += n;
      return;
    }
    if (bucket < EXACT) {
      exact = new long[EXACT];
      exact[bucket] = n;
      return;
    }
    int page = bucket >> PAGE_SHIFT;
    if (page >= pages.length || pages[page].length == 0) {
      make(page);
    }
    pages[page][bucket & PAGE_MASK] += n;
  }

  private void make(int page) {
    if (page >= pages.length) {
      int before = pages.length;
      pages = Arrays.copyOf(pages, page + 1);
      Arrays.fill(pages, before, page, NO_PAGE);
    }
    pages[page] = new long[PAGE_MASK + 1];
  }

  private int buckets() {
    return Math.max(exact.length, pages.length << PAGE_SHIFT);
  }

  private long at(int bucket) {
    if (bucket < EXACT) {
      return bucket < exact.length ? exact[bucket] : 0;
    }
    long[] page = pages[bucket >> PAGE_SHIFT];
    return page.length == 0 ? 0 : page[bucket & PAGE_MASK];
  }

  void merge(Durations other) {
    for (int i = 0; i < other.buckets(); i++) {
      if (other.at(i) > 0) {
        count(i, other.at(i));
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
    for (int i = 0; i < buckets(); i++) {
      seen += at(i);
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
    for (int i = 0; i < buckets(); i++) {
      if (at(i) > 0) {
        all.put(middle(i), at(i));
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
    for (int i = 0; i < buckets(); i++) {
      used += at(i) > 0 ? 1 : 0;
    }
    out.writeInt(used);
    for (int i = 0; i < buckets(); i++) {
      if (at(i) > 0) {
        out.writeInt(i);
        out.writeLong(at(i));
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
