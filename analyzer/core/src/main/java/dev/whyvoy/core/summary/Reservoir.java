package dev.whyvoy.core.summary;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * A fair sample of lines that comes out the same in whatever order they are added: those whose keys
 * are the smallest. Made for many lines: what does not get in costs one comparison.
 */
final class Reservoir {
  /** Bytes of a line that are kept. */
  private static final int LONGEST = 2048;

  private static final Comparator<Entry> ORDER =
      Comparator.<Entry>comparingLong(entry -> entry.key + Long.MIN_VALUE)
          .thenComparing(entry -> entry.line, Arrays::compareUnsigned);

  private int most;
  private List<Entry> entries = new ArrayList<>(4);

  /** Whether the first {@link #most} entries are in order, and the last of them has the limit. */
  private boolean full;

  /** Keys above this one cannot get in, as unsigned numbers. */
  private long limit = -1;

  /**
   * @param most lines to keep; up to twice as many are held for a while
   */
  Reservoir(int most) {
    this.most = most;
  }

  private record Entry(long key, byte[] line) {}

  void add(long key, byte[] bytes, int from, int to) {
    int order = Long.compareUnsigned(key, limit);
    int end = Math.min(to, from + LONGEST);
    if (order < 0 || order == 0 && isBelowLast(bytes, from, end)) {
      add(new Entry(key, Arrays.copyOfRange(bytes, from, end)));
    }
  }

  /** Whether a line whose key is the limit gets in; the same line over and over does not. */
  private boolean isBelowLast(byte[] bytes, int from, int end) {
    if (!full) {
      return true;
    }
    byte[] last = entries.get(most - 1).line;
    return Arrays.compareUnsigned(bytes, from, end, last, 0, last.length) < 0;
  }

  private void add(Entry entry) {
    entries.add(entry);
    if (entries.size() >= 2 * most) {
      settle();
    }
  }

  private void settle() {
    entries.sort(ORDER);
    if (entries.size() >= most) {
      entries = new ArrayList<>(entries.subList(0, most));
      limit = entries.get(most - 1).key;
      full = true;
    }
  }

  /** Keeps only {@code fewer} lines from now on, at least 1. */
  void shrink(int fewer) {
    if (fewer < most) {
      most = fewer;
      settle();
    }
  }

  void merge(Reservoir other) {
    shrink(other.most);
    for (Entry entry : other.entries) {
      if (Long.compareUnsigned(entry.key, limit) <= 0) {
        add(entry);
      }
    }
  }

  /** The lines, in the order of their keys. */
  List<byte[]> lines() {
    settle();
    return entries.stream().map(Entry::line).toList();
  }

  void write(DataOutput out) throws IOException {
    settle();
    out.writeInt(most);
    out.writeInt(entries.size());
    for (Entry entry : entries) {
      out.writeLong(entry.key);
      out.writeInt(entry.line.length);
      out.write(entry.line);
    }
  }

  static Reservoir read(DataInput in, int most) throws IOException {
    Reservoir reservoir = new Reservoir(Wire.size(in, most));
    int size = Wire.size(in, most);
    for (int i = 0; i < size; i++) {
      reservoir.add(new Entry(in.readLong(), Wire.bytes(in, LONGEST)));
    }
    return reservoir;
  }
}
