package dev.whyvoy.core.summary;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.SortedMap;

/**
 * Counts over time, fine enough to place an onset within seconds in a short log. Starts with a
 * count for every second; when more seconds than allowed have one, neighbours are joined two by
 * two. Adding and merging is exact, in any order.
 */
public final class Course {
  private static final long SECOND = 1000;

  private final Buckets buckets;

  Course(int most) {
    this.buckets = new Buckets(SECOND, most);
  }

  void add(long millis) {
    buckets.add(millis);
  }

  /** Keeps at most {@code fewer} counts from now on. */
  void shrink(int fewer) {
    buckets.shrink(fewer);
  }

  void merge(Course other) {
    buckets.shrink(other.buckets.most());
    buckets.merge(other.buckets);
  }

  /** Length of a bucket in ms: a second, or a power of two of them. */
  public long width() {
    return buckets.width();
  }

  /** Start of each bucket that is not empty, in ms since 1970, with its count. */
  public SortedMap<Long, Long> counts() {
    return buckets.counts();
  }

  void write(DataOutput out) throws IOException {
    out.writeInt(buckets.most());
    buckets.write(out);
  }

  static Course read(DataInput in, int most) throws IOException {
    Course course = new Course(Wire.size(in, most));
    course.buckets.read(in);
    return course;
  }
}
