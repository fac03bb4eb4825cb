package dev.whyvoy.core.summary;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A fair sample of lines that comes out the same in whatever order they are added: those whose keys
 * are the smallest. Made for many lines: what does not get in costs one comparison, and all lines
 * lie in one array.
 */
final class Reservoir {
  /** Bytes of a line that are kept. */
  private static final int LONGEST = 2048;

  private int most;

  /** Key, start and length of each line that is held, in the order of their starts. */
  private long[] keys = new long[2];

  private int[] starts = new int[2];
  private int[] lengths = new int[2];
  private int size;
  private byte[] arena = new byte[0];
  private int used;

  /** Keys above this one cannot get in, as unsigned numbers; it only falls. */
  private volatile long limit = -1;

  /** Which line has the limit; -1 as long as there is none. */
  private int last = -1;

  /**
   * @param most lines to keep; up to half as many more are held for a while
   */
  Reservoir(int most) {
    this.most = most;
  }

  /** Whether a line with this key may get in; may be asked from any thread. */
  boolean mayTake(long key) {
    return Long.compareUnsigned(key, limit) <= 0;
  }

  void add(long key, byte[] bytes, int from, int to) {
    int order = Long.compareUnsigned(key, limit);
    int end = Math.min(to, from + LONGEST);
    if (order < 0 || order == 0 && isBelowLast(bytes, from, end)) {
      hold(key, bytes, from, end - from);
    }
  }

  /** Whether a line whose key is the limit gets in; the same line over and over does not. */
  private boolean isBelowLast(byte[] bytes, int from, int end) {
    return last < 0 || compare(last, bytes, from, end) > 0;
  }

  private int compare(int i, byte[] bytes, int from, int end) {
    return Arrays.compareUnsigned(arena, starts[i], starts[i] + lengths[i], bytes, from, end);
  }

  private void hold(long key, byte[] bytes, int from, int length) {
    if (size == keys.length) {
      int room = Math.min(most + most / 2 + 1, 2 * size);
      keys = Arrays.copyOf(keys, room);
      starts = Arrays.copyOf(starts, room);
      lengths = Arrays.copyOf(lengths, room);
    }
    if (used + length > arena.length) {
      arena = Arrays.copyOf(arena, Math.max(used + length, arena.length + arena.length / 4));
    }
    System.arraycopy(bytes, from, arena, used, length);
    keys[size] = key;
    starts[size] = used;
    lengths[size++] = length;
    used += length;
    if (size > most + most / 2) {
      settle();
    }
  }

  /** Lets go of all lines but the first {@link #most} of the order. */
  private void settle() {
    if (size < most) {
      return;
    }
    int[] order = numbers();
    select(order, most);
    boolean[] stays = new boolean[size];
    int end = order[0];
    for (int k = 0; k < most; k++) {
      stays[order[k]] = true;
      end = compare(order[k], end) > 0 ? order[k] : end;
    }
    limit = keys[end];
    int kept = 0;
    used = 0;
    for (int i = 0; i < size; i++) {
      if (stays[i]) {
        last = i == end ? kept : last;
        System.arraycopy(arena, starts[i], arena, used, lengths[i]);
        keys[kept] = keys[i];
        starts[kept] = used;
        lengths[kept] = lengths[i];
        used += lengths[kept++];
      }
    }
    size = kept;
  }

  private int[] numbers() {
    int[] numbers = new int[size];
    Arrays.setAll(numbers, i -> i);
    return numbers;
  }

  /** Lines are ordered by key, then by their bytes. */
  private int compare(int a, int b) {
    int byKey = Long.compareUnsigned(keys[a], keys[b]);
    return byKey != 0 ? byKey : compare(a, arena, starts[b], starts[b] + lengths[b]);
  }

  /** Brings the {@code wanted} first of the order to the front. */
  private void select(int[] numbers, int wanted) {
    int from = 0;
    int to = numbers.length;
    while (to - from > 1) {
      int cut = part(numbers, from, to);
      if (cut < wanted) {
        from = cut;
      } else {
        to = cut;
      }
    }
  }

  private void sort(int[] numbers, int start, int end) {
    int from = start;
    int to = end;
    while (to - from > 1) {
      int cut = part(numbers, from, to);
      // The shorter part first, so that calls do not nest deeply.
      if (cut - from < to - cut) {
        sort(numbers, from, cut);
        from = cut;
      } else {
        sort(numbers, cut, to);
        to = cut;
      }
    }
  }

  /** Parts a range of at least two; returns a place within, before which none is above the rest. */
  private int part(int[] numbers, int from, int to) {
    int middle = numbers[(from + to - 1) >>> 1];
    int low = from;
    int high = to - 1;
    while (true) {
      while (compare(numbers[low], middle) < 0) {
        low++;
      }
      while (compare(numbers[high], middle) > 0) {
        high--;
      }
      if (low >= high) {
        return high + 1;
      }
      int number = numbers[low];
      numbers[low++] = numbers[high];
      numbers[high--] = number;
    }
  }

  private int[] order() {
    int[] order = numbers();
    sort(order, 0, size);
    return order;
  }

  /** Keeps only {@code fewer} lines from now on, at least 1. */
  void shrink(int fewer) {
    if (fewer < most) {
      most = fewer;
      settle();
      trim();
    }
  }

  /** Lets go of room that is no longer needed. */
  private void trim() {
    int room = Math.max(2, size);
    if (room < keys.length) {
      keys = Arrays.copyOf(keys, room);
      starts = Arrays.copyOf(starts, room);
      lengths = Arrays.copyOf(lengths, room);
    }
    if (used < arena.length) {
      arena = Arrays.copyOf(arena, used);
    }
  }

  void merge(Reservoir other) {
    shrink(other.most);
    for (int i = 0; i < other.size; i++) {
      add(other.keys[i], other.arena, other.starts[i], other.starts[i] + other.lengths[i]);
    }
  }

  /** The lines, in the order of their keys. */
  List<byte[]> lines() {
    settle();
    List<byte[]> lines = new ArrayList<>(size);
    for (int i : order()) {
      lines.add(Arrays.copyOfRange(arena, starts[i], starts[i] + lengths[i]));
    }
    return lines;
  }

  void write(DataOutput out) throws IOException {
    settle();
    out.writeInt(most - 1);
    out.writeInt(size);
    for (int i : order()) {
      out.writeLong(keys[i]);
      out.writeInt(lengths[i]);
      out.write(arena, starts[i], lengths[i]);
    }
  }

  static Reservoir read(DataInput in, int most) throws IOException {
    Reservoir reservoir = new Reservoir(1 + Wire.ordinal(in, most));
    int size = Wire.size(in, reservoir.most);
    for (int i = 0; i < size; i++) {
      long key = in.readLong();
      byte[] line = Wire.bytes(in, LONGEST);
      reservoir.hold(key, line, 0, line.length);
    }
    return reservoir;
  }
}
