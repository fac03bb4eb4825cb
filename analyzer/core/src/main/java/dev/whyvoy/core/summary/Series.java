package dev.whyvoy.core.summary;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Counts over time. Starts with a count for every minute; when more minutes than allowed have one,
 * neighbours are joined two by two. Adding and merging is exact, in any order.
 */
public final class Series {
  private static final long MINUTE = 60_000;

  private final int most;

  /** Those with a count, in order. */
  private long[] buckets = new long[4];

  private long[] counts = new long[4];
  private int size;

  /** A bucket covers {@code MINUTE << widening} ms. */
  private int widening;

  /** Where the bucket of the last time is, and when it starts and ends in ms. */
  private int last;

  private long lastFrom;
  private long lastTo;

  Series(int most) {
    this.most = most;
  }

  void add(long millis) {
    if (millis >= lastFrom && millis < lastTo) {
      counts[last]++;
    } else {
      long bucket = Math.floorDiv(millis, MINUTE) >> widening;
      count(bucket, 1);
      remember(millis);
    }
  }

  private void remember(long millis) {
    long bucket = Math.floorDiv(millis, MINUTE) >> widening;
    last = Arrays.binarySearch(buckets, 0, size, bucket);
    lastFrom = bucket * width();
    lastTo = lastFrom + width();
  }

  private void count(long bucket, long n) {
    int at =
        size > 0 && bucket > buckets[size - 1]
            ? -size - 1
            : Arrays.binarySearch(buckets, 0, size, bucket);
    if (at >= 0) {
      counts[at] += n;
      return;
    }
    insert(-at - 1, bucket, n);
    while (size > most) {
      widen();
    }
  }

  private void insert(int at, long bucket, long n) {
    if (size == buckets.length) {
      buckets = Arrays.copyOf(buckets, 2 * size);
      counts = Arrays.copyOf(counts, 2 * size);
    }
    System.arraycopy(buckets, at, buckets, at + 1, size - at);
    System.arraycopy(counts, at, counts, at + 1, size - at);
    buckets[at] = bucket;
    counts[at] = n;
    size++;
    lastTo = lastFrom;
  }

  private void widen() {
    int kept = 0;
    for (int i = 0; i < size; i++) {
      long wide = buckets[i] >> 1;
      if (kept > 0 && buckets[kept - 1] == wide) {
        counts[kept - 1] += counts[i];
      } else {
        buckets[kept] = wide;
        counts[kept++] = counts[i];
      }
    }
    size = kept;
    widening++;
    lastTo = lastFrom;
  }

  void merge(Series other) {
    while (widening < other.widening) {
      widen();
    }
    for (int i = 0; i < other.size; i++) {
      count(other.buckets[i] >> widening - other.widening, other.counts[i]);
    }
  }

  /** Length of a bucket in ms: a minute, or a power of two of them. */
  public long width() {
    return MINUTE << widening;
  }

  /** Start of each bucket that is not empty, in ms since 1970, with its count. */
  public SortedMap<Long, Long> counts() {
    SortedMap<Long, Long> all = new TreeMap<>();
    for (int i = 0; i < size; i++) {
      all.put(buckets[i] * width(), counts[i]);
    }
    return all;
  }

  void write(DataOutput out) throws IOException {
    out.writeByte(widening);
    out.writeInt(size);
    for (int i = 0; i < size; i++) {
      out.writeLong(buckets[i]);
      out.writeLong(counts[i]);
    }
  }

  static Series read(DataInput in, int most) throws IOException {
    Series series = new Series(most);
    series.widening = in.readUnsignedByte();
    int size = in.readInt();
    for (int i = 0; i < size; i++) {
      series.count(in.readLong(), in.readLong());
    }
    return series;
  }
}
