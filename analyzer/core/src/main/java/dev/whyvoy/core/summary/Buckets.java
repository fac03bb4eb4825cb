package dev.whyvoy.core.summary;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Counts in steps of time, as many as allowed: when more steps have one, neighbours are joined two
 * by two. Adding and merging is exact, in any order.
 */
final class Buckets {
  /** Length of a step before any were joined, in ms. */
  private final long unit;

  private int most;

  /** Numbers of the steps that have a count, ascending. */
  private long[] steps = new long[4];

  private long[] counts = new long[4];
  private int size;

  /** A step covers {@code unit << widening} ms. */
  private int widening;

  Buckets(long unit, int most) {
    this.unit = unit;
    this.most = most;
  }

  /** Counts one more at a time in ms since 1970. */
  void add(long millis) {
    add(step(millis), 1);
  }

  /** Counts one more at a place that {@link #at} gave, if nothing was added elsewhere since. */
  void addAt(int place) {
    counts[place]++;
  }

  private long step(long millis) {
    return Math.floorDiv(millis, unit) >> widening;
  }

  /** Place of the count for a time; negative if there is none. */
  int at(long millis) {
    return find(step(millis));
  }

  /** Start of the step that a time is in, in ms since 1970. */
  long start(long millis) {
    return step(millis) * width();
  }

  private int find(long step) {
    return size > 0 && step > steps[size - 1]
        ? -size - 1
        : Arrays.binarySearch(steps, 0, size, step);
  }

  private void add(long step, long n) {
    int at = find(step);
    if (at >= 0) {
      counts[at] += n;
      return;
    }
    insert(-at - 1, step, n);
    bound();
  }

  private void insert(int at, long step, long n) {
    if (size == steps.length) {
      steps = Arrays.copyOf(steps, 2 * size);
      counts = Arrays.copyOf(counts, 2 * size);
    }
    System.arraycopy(steps, at, steps, at + 1, size - at);
    System.arraycopy(counts, at, counts, at + 1, size - at);
    steps[at] = step;
    counts[at] = n;
    size++;
  }

  private void bound() {
    while (size > most) {
      widen();
    }
  }

  private void widen() {
    int kept = 0;
    for (int i = 0; i < size; i++) {
      long wide = steps[i] >> 1;
      if (kept > 0 && steps[kept - 1] == wide) {
        counts[kept - 1] += counts[i];
      } else {
        steps[kept] = wide;
        counts[kept++] = counts[i];
      }
    }
    size = kept;
    widening++;
  }

  /** Keeps at most {@code fewer} counts from now on. */
  void shrink(int fewer) {
    most = Math.min(most, fewer);
    bound();
  }

  void merge(Buckets other) {
    while (widening < other.widening) {
      widen();
    }
    for (int i = 0; i < other.size; i++) {
      add(other.steps[i] >> widening - other.widening, other.counts[i]);
    }
  }

  int most() {
    return most;
  }

  /** Length of a step in ms: the unit, or a power of two of it. */
  long width() {
    return unit << widening;
  }

  /** Start of each step that has a count, in ms since 1970, with its count. */
  SortedMap<Long, Long> counts() {
    SortedMap<Long, Long> all = new TreeMap<>();
    for (int i = 0; i < size; i++) {
      all.put(steps[i] * width(), counts[i]);
    }
    return all;
  }

  void write(DataOutput out) throws IOException {
    out.writeByte(widening);
    out.writeInt(size);
    for (int i = 0; i < size; i++) {
      out.writeLong(steps[i]);
      out.writeLong(counts[i]);
    }
  }

  /** Reads what {@link #write} wrote into this one, which is empty. */
  void read(DataInput in) throws IOException {
    widening = in.readUnsignedByte();
    int n = Wire.size(in, most);
    for (int i = 0; i < n; i++) {
      add(in.readLong(), in.readLong());
    }
  }
}
