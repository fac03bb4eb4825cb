package dev.whyvoy.core.summary;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Counts over time, fine enough to place an onset within seconds in a short log. Starts with a
 * count for every second; when more seconds than allowed have one, neighbours are joined two by
 * two. Adding and merging is exact, in any order.
 */
public final class Course {
  private static final long SECOND = 1000;

  private int most;

  /** A bucket covers {@code SECOND << widening} ms. */
  private int widening;

  /** Numbers of the buckets that have a count, ascending. */
  private long[] buckets = new long[4];

  private int[] counts = new int[4];
  private int size;

  Course(int most) {
    this.most = most;
  }

  void add(long millis) {
    long bucket = Math.floorDiv(millis, SECOND) >> widening;
    if (size > 0 && buckets[size - 1] == bucket && counts[size - 1] < Integer.MAX_VALUE) {
      counts[size - 1]++;
      return;
    }
    add(bucket, 1);
    while (size > most) {
      widen();
    }
  }

  private void add(long bucket, int n) {
    int at = size;
    if (size > 0 && buckets[size - 1] >= bucket) {
      at = Arrays.binarySearch(buckets, 0, size, bucket);
      if (at >= 0) {
        counts[at] = (int) Math.min(Integer.MAX_VALUE, (long) counts[at] + n);
        return;
      }
      at = -at - 1;
    }
    if (size == buckets.length) {
      buckets = Arrays.copyOf(buckets, 2 * size);
      counts = Arrays.copyOf(counts, 2 * size);
    }
    System.arraycopy(buckets, at, buckets, at + 1, size - at);
    System.arraycopy(counts, at, counts, at + 1, size - at);
    buckets[at] = bucket;
    counts[at] = n;
    size++;
  }

  private void widen() {
    int old = size;
    size = 0;
    widening++;
    for (int i = 0; i < old; i++) {
      add(buckets[i] >> 1, counts[i]);
    }
  }

  /** Keeps at most {@code fewer} counts from now on. */
  void shrink(int fewer) {
    most = Math.min(most, fewer);
    while (size > most) {
      widen();
    }
  }

  void merge(Course other) {
    shrink(other.most);
    while (widening < other.widening) {
      widen();
    }
    for (int i = 0; i < other.size; i++) {
      add(other.buckets[i] >> widening - other.widening, other.counts[i]);
      while (size > most) {
        widen();
      }
    }
  }

  /** Length of a bucket in ms: a second, or a power of two of them. */
  public long width() {
    return SECOND << widening;
  }

  /** Start of each bucket that is not empty, in ms since 1970, with its count. */
  public SortedMap<Long, Integer> counts() {
    SortedMap<Long, Integer> all = new TreeMap<>();
    for (int i = 0; i < size; i++) {
      all.put(buckets[i] * width(), counts[i]);
    }
    return all;
  }

  void write(DataOutput out) throws IOException {
    out.writeInt(most);
    out.writeByte(widening);
    out.writeInt(size);
    for (int i = 0; i < size; i++) {
      out.writeLong(buckets[i]);
      out.writeInt(counts[i]);
    }
  }

  static Course read(DataInput in, int most) throws IOException {
    Course course = new Course(Wire.size(in, most));
    course.widening = in.readUnsignedByte();
    int size = Wire.size(in, course.most);
    for (int i = 0; i < size; i++) {
      course.add(in.readLong(), in.readInt());
    }
    return course;
  }
}
