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

  /** Keys above this one cannot get in, as unsigned numbers. */
  private long limit = -1;

  /** Which line has the limit; -1 as long as there is none. */
  private int last = -1;

  /**
   * @param most lines to keep; up to twice as many are held for a while
   */
  Reservoir(int most) {
    this.most = most;
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
      int room = Math.min(2 * most, 2 * size);
      keys = Arrays.copyOf(keys, room);
      starts = Arrays.copyOf(starts, room);
      lengths = Arrays.copyOf(lengths, room);
    }
    if (used + length > arena.length) {
      arena = Arrays.copyOf(arena, Math.max(used + length, arena.length + arena.length / 2));
    }
    System.arraycopy(bytes, from, arena, used, length);
    keys[size] = key;
    starts[size] = used;
    lengths[size++] = length;
    used += length;
    if (size >= 2 * most) {
      settle();
    }
  }

  /** Lets go of all lines but the first {@link #most} of the order. */
  private void settle() {
    if (size < most) {
      return;
    }
    Integer[] order = order();
    int end = order[most - 1];
    limit = keys[end];
    boolean[] stays = new boolean[size];
    for (int k = 0; k < most; k++) {
      stays[order[k]] = true;
    }
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

  /** The lines that are held, ordered by key, then by their bytes. */
  private Integer[] order() {
    Integer[] order = new Integer[size];
    Arrays.setAll(order, i -> i);
    Arrays.sort(
        order,
        (a, b) -> {
          int byKey = Long.compareUnsigned(keys[a], keys[b]);
          return byKey != 0 ? byKey : compare(a, arena, starts[b], starts[b] + lengths[b]);
        });
    return order;
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
