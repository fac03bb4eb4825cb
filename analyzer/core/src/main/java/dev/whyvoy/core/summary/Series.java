package dev.whyvoy.core.summary;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Counts over time. Starts with a count for every minute; when more minutes than allowed have one,
 * neighbours are joined two by two. Adding and merging is exact, in any order.
 */
public final class Series {
  private static final long MINUTE = 60_000;

  private final int most;
  private final TreeMap<Long, long[]> counts = new TreeMap<>();

  /** A bucket covers {@code MINUTE << widening} ms. */
  private int widening;

  private long lastBucket = Long.MIN_VALUE;
  private long[] last = new long[1];

  Series(int most) {
    this.most = most;
  }

  void add(long millis) {
    long bucket = Math.floorDiv(millis, MINUTE) >> widening;
    if (bucket == lastBucket) {
      last[0]++;
    } else {
      count(bucket, 1);
    }
  }

  private void count(long bucket, long n) {
    last = counts.computeIfAbsent(bucket, key -> new long[1]);
    last[0] += n;
    lastBucket = bucket;
    while (counts.size() > most) {
      widen();
    }
  }

  private void widen() {
    TreeMap<Long, long[]> old = new TreeMap<>(counts);
    counts.clear();
    widening++;
    old.forEach((bucket, n) -> counts.computeIfAbsent(bucket >> 1, key -> new long[1])[0] += n[0]);
    lastBucket = Long.MIN_VALUE;
  }

  void merge(Series other) {
    while (widening < other.widening) {
      widen();
    }
    other.counts.forEach((bucket, n) -> count(bucket >> widening - other.widening, n[0]));
  }

  /** Length of a bucket in ms: a minute, or a power of two of them. */
  public long width() {
    return MINUTE << widening;
  }

  /** Start of each bucket that is not empty, in ms since 1970, with its count. */
  public SortedMap<Long, Long> counts() {
    SortedMap<Long, Long> all = new TreeMap<>();
    counts.forEach((bucket, n) -> all.put(bucket * width(), n[0]));
    return all;
  }

  void write(DataOutput out) throws IOException {
    out.writeByte(widening);
    out.writeInt(counts.size());
    for (var entry : counts.entrySet()) {
      out.writeLong(entry.getKey());
      out.writeLong(entry.getValue()[0]);
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
