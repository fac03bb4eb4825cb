package dev.whyvoy.core.summary;

import dev.whyvoy.core.record.AccessRecord;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * What a failing group leaves behind for finding incidents: when its records were, and a fair
 * sample of their lines, which are all of them in a small group. The more groups there are, the
 * less is kept of each.
 */
public final class Trail {
  private static final int MOST_LINES = 128;
  private static final int ALL_LINES = 16 * 1024;
  private static final int BUCKETS_PER_LINE = 16;

  private final Course course;
  private final Reservoir lines;

  /**
   * @param size lines to keep, see {@link #size}
   */
  Trail(int size) {
    this(Course.bySecond(size * BUCKETS_PER_LINE), new Reservoir(size));
  }

  private Trail(Course course, Reservoir lines) {
    this.course = course;
    this.lines = lines;
  }

  /** Lines to keep of each group when there are {@code groups}: a power of two. */
  static int size(long groups) {
    int size = MOST_LINES;
    while (size > 1 && size * groups > ALL_LINES) {
      size /= 2;
    }
    return size;
  }

  /**
   * @param key a hash of what makes the record one of its own
   */
  void add(long key, long time, byte[] line, int from, int to) {
    if (time != AccessRecord.NO_TIME) {
      course.add(time);
    }
    lines.add(key, line, from, to);
  }

  void shrink(int size) {
    course.shrink(size * BUCKETS_PER_LINE);
    lines.shrink(size);
  }

  void merge(Trail other) {
    course.merge(other.course);
    lines.merge(other.lines);
  }

  /** Records over time. */
  public Course course() {
    return course;
  }

  /** Lines as they were read, chosen fairly. */
  public List<String> lines() {
    return lines.lines().stream().map(line -> new String(line, StandardCharsets.UTF_8)).toList();
  }

  void write(DataOutput out) throws IOException {
    course.write(out);
    lines.write(out);
  }

  static Trail read(DataInput in) throws IOException {
    return new Trail(
        Course.bySecond(MOST_LINES * BUCKETS_PER_LINE).read(in), Reservoir.read(in, MOST_LINES));
  }
}
