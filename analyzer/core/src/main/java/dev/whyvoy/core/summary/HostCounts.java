package dev.whyvoy.core.summary;

import dev.whyvoy.core.record.AccessRecord;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Records and failures of each upstream host, so that a host's failures can be compared with its
 * traffic, and when they were. Exact; given up altogether when there are too many hosts.
 */
public final class HostCounts {
  private static final int LONGEST = Tally.LONGEST;

  /** Counts over time for each host. */
  private static final int BUCKETS = 64;

  private final int most;
  private SliceTable hosts = new SliceTable();

  /** Of each host the records, then the failures. */
  private long[] counts = new long[64];

  /** When the failures of a host were; null as long as it has none with a time. */
  private @Nullable Course[] courses = new Course[32];

  private boolean tooMany;

  HostCounts(int most) {
    this.most = most;
  }

  /**
   * What a host had to do.
   *
   * @param records all records
   * @param failures those that show a failure
   * @param course when these were; empty if none has a time
   */
  public record Count(long records, long failures, Optional<Course> course) {}

  /** Adds a record at the host in the range, whose hash is {@code h}; see {@link Tally#hash}. */
  void add(long h, byte[] b, int from, int to, boolean failed, long time) {
    if (tooMany) {
      return;
    }
    int id = add(h, b, from, Math.min(to, from + LONGEST), 1, failed ? 1 : 0);
    if (failed && id >= 0 && time != AccessRecord.NO_TIME) {
      course(id).add(time);
    }
  }

  private Course course(int id) {
    Course course = courses[id];
    if (course == null) {
      course = Course.bySecond(BUCKETS);
      courses[id] = course;
    }
    return course;
  }

  /** The number of the host, or -1 if there are too many. */
  private int add(long h, byte[] b, int from, int to, long n, long failed) {
    int id = hosts.find(h, b, from, to);
    if (id < 0) {
      if (hosts.size() == most) {
        giveUp();
        return -1;
      }
      id = hosts.addNew(h, b, from, to);
      if (2 * id == counts.length) {
        counts = Arrays.copyOf(counts, 2 * counts.length);
        courses = Arrays.copyOf(courses, counts.length / 2);
      }
    }
    counts[2 * id] += n;
    counts[2 * id + 1] += failed;
    return id;
  }

  private void giveUp() {
    tooMany = true;
    hosts = new SliceTable();
    counts = new long[0];
    courses = new Course[0];
  }

  void merge(HostCounts other) {
    if (other.tooMany) {
      giveUp();
    }
    for (int id = 0; id < other.hosts.size() && !tooMany; id++) {
      SliceTable its = other.hosts;
      long n = other.counts[2 * id];
      int own =
          add(its.hash(id), its.arena(), its.from(id), its.to(id), n, other.counts[2 * id + 1]);
      Course course = other.courses[id];
      if (own >= 0 && course != null) {
        course(own).merge(course);
      }
    }
  }

  /** Whether there were more hosts than are counted, and none is. */
  public boolean tooMany() {
    return tooMany;
  }

  /** Hosts in the order of their text; empty when there are too many. */
  public Map<String, Count> counts() {
    Map<String, Count> sorted = new TreeMap<>();
    for (int id = 0; id < hosts.size(); id++) {
      Optional<Course> course = Optional.ofNullable(courses[id]);
      sorted.put(hosts.text(id), new Count(counts[2 * id], counts[2 * id + 1], course));
    }
    return new LinkedHashMap<>(sorted);
  }

  void write(DataOutput out) throws IOException {
    out.writeBoolean(tooMany);
    int[] ids = hosts.sorted();
    out.writeInt(ids.length);
    for (int id : ids) {
      byte[] host = hosts.bytes(id);
      out.writeInt(host.length);
      out.write(host);
      out.writeLong(counts[2 * id]);
      out.writeLong(counts[2 * id + 1]);
      Course course = courses[id];
      out.writeBoolean(course != null);
      if (course != null) {
        course.write(out);
      }
    }
  }

  static HostCounts read(DataInput in, int most) throws IOException {
    HostCounts all = new HostCounts(most);
    all.tooMany = in.readBoolean();
    int size = Wire.size(in, most);
    for (int i = 0; i < size; i++) {
      byte[] host = Wire.padded(in, LONGEST);
      int end = Wire.length(host);
      long h = SliceTable.hash(host, 0, end);
      int id = all.add(h, host, 0, end, in.readLong(), in.readLong());
      if (in.readBoolean()) {
        all.course(id).merge(Course.bySecond(BUCKETS).read(in));
      }
    }
    return all;
  }
}
