package dev.whyvoy.core.summary;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Counts over time, in as many steps as allowed: when more steps have one, neighbours are joined
 * two by two. Counting by the second places an onset within seconds in a short log; counting by the
 * minute gives steps that people read easily. Adding and merging is exact, in any order.
 */
public final class Course {
  private static final long SECOND = 1000;
  private static final long MINUTE = 60_000;

  /** What is told of a step that has a count: when it starts, in ms since 1970, and the count. */
  @FunctionalInterface
  public interface Step {
    void at(long start, long count);
  }

  /** Length of a step before any were joined, in ms. */
  private final long unit;

  private int most;

  /** Numbers of the steps that have a count, ascending. */
  private long[] steps = new long[4];

  private long[] counts = new long[4];
  private int size;

  /** A step covers {@code unit << widening} ms. */
  private int widening;

  /** Place of the last time that was counted, and when its step starts and ends in ms. */
  private int last;

  private long lastFrom;
  private long lastTo;

  private Course(long unit, int most) {
    this.unit = unit;
    this.most = most;
  }

  /**
   * Counts by the second at first.
   *
   * @param most steps that are kept
   */
  static Course bySecond(int most) {
    return new Course(SECOND, most);
  }

  /** The same by the minute. */
  static Course byMinute(int most) {
    return new Course(MINUTE, most);
  }

  /** Counts one more at a time in ms since 1970. */
  void add(long millis) {
    if (millis >= lastFrom && millis < lastTo) {
      counts[last]++;
      return;
    }
    add(step(millis), 1);
    long step = step(millis);
    last = find(step);
    lastFrom = step * width();
    lastTo = lastFrom + width();
  }

  private long step(long millis) {
    return Math.floorDiv(millis, unit) >> widening;
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
    lastTo = lastFrom;
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
    lastTo = lastFrom;
  }

  /** Keeps at most {@code fewer} counts from now on. */
  void shrink(int fewer) {
    if (fewer >= most) {
      return;
    }
    most = fewer;
    bound();
    if (steps.length > 2 * Math.max(4, size)) {
      steps = Arrays.copyOf(steps, Math.max(4, size));
      counts = Arrays.copyOf(counts, steps.length);
    }
  }

  void merge(Course other) {
    shrink(other.most);
    while (widening < other.widening) {
      widen();
    }
    for (int i = 0; i < other.size; i++) {
      add(other.steps[i] >> widening - other.widening, other.counts[i]);
    }
  }

  /** Length of a step in ms: a second or minute, or a power of two of them. */
  public long width() {
    return unit << widening;
  }

  /** Start of each step that has a count, in ms since 1970, with its count. */
  public SortedMap<Long, Long> counts() {
    SortedMap<Long, Long> all = new TreeMap<>();
    forEach(all::put);
    return all;
  }

  /** Tells all steps that have a count, the earliest first. */
  public void forEach(Step each) {
    for (int i = 0; i < size; i++) {
      each.at(steps[i] * width(), counts[i]);
    }
  }

  void write(DataOutput out) throws IOException {
    out.writeInt(most);
    out.writeByte(widening);
    out.writeInt(size);
    for (int i = 0; i < size; i++) {
      out.writeLong(steps[i]);
      out.writeLong(counts[i]);
    }
  }

  /** Adds what {@link #write} wrote to this one, which is empty and allowed as much at least. */
  Course read(DataInput in) throws IOException {
    most = Wire.size(in, most);
    widening = in.readUnsignedByte();
    int n = Wire.size(in, most);
    for (int i = 0; i < n; i++) {
      add(in.readLong(), in.readLong());
    }
    return this;
  }
}
