package dev.whyvoy.core.summary;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.SortedMap;

/**
 * Counts over time. Starts with a count for every minute; when more minutes than allowed have one,
 * neighbours are joined two by two. Adding and merging is exact, in any order.
 */
public final class Series {
  private static final long MINUTE = 60_000;

  private final Buckets buckets;

  /** Where the bucket of the last time is, and when it starts and ends in ms. */
  private int last;

  private long lastFrom;
  private long lastTo;

  Series(int most) {
    this.buckets = new Buckets(MINUTE, most);
  }

  void add(long millis) {
    if (millis >= lastFrom && millis < lastTo) {
      buckets.addAt(last);
    } else {
      buckets.add(millis);
      last = buckets.at(millis);
      lastFrom = buckets.start(millis);
      lastTo = lastFrom + buckets.width();
    }
  }

  void merge(Series other) {
    buckets.merge(other.buckets);
    lastTo = lastFrom;
  }

  /** Length of a bucket in ms: a minute, or a power of two of them. */
  public long width() {
    return buckets.width();
  }

  /** Start of each bucket that is not empty, in ms since 1970, with its count. */
  public SortedMap<Long, Long> counts() {
    return buckets.counts();
  }

  void write(DataOutput out) throws IOException {
    buckets.write(out);
  }

  static Series read(DataInput in, int most) throws IOException {
    Series series = new Series(most);
    series.buckets.read(in);
    return series;
  }
}
