package dev.whyvoy.core.summary;

import java.util.Arrays;

/**
 * The records of a {@link Tally} that stand for all: those with the smallest keys, each with the
 * number of its value in a table. Ordered by key, then by value.
 */
final class KeptKeys {
  private final int most;
  private long[] keys = new long[2];
  private int[] ids = new int[2];
  private int size;

  KeptKeys(int most) {
    this.most = most;
  }

  int size() {
    return size;
  }

  long key(int i) {
    return keys[i];
  }

  int id(int i) {
    return ids[i];
  }

  /** Whether a record with this key and value belongs to those that are kept. */
  boolean takes(long key, SliceTable values, byte[] b, int from, int to) {
    if (size < most) {
      return true;
    }
    int order = Long.compareUnsigned(keys[most - 1], key);
    return order > 0 || order == 0 && values.compare(ids[most - 1], b, from, to) > 0;
  }

  /**
   * Keeps a record that {@link #takes} said belongs here; drops the last one if there is no room.
   */
  void add(long key, int id, SliceTable values) {
    int at = size;
    while (at > 0 && isAbove(at - 1, key, id, values)) {
      at--;
    }
    if (size == keys.length && size < most) {
      int length = Math.min(most, 2 * size);
      keys = Arrays.copyOf(keys, length);
      ids = Arrays.copyOf(ids, length);
    }
    int moved = Math.min(size, most - 1) - at;
    System.arraycopy(keys, at, keys, at + 1, moved);
    System.arraycopy(ids, at, ids, at + 1, moved);
    keys[at] = key;
    ids[at] = id;
    size = Math.min(most, size + 1);
  }

  private boolean isAbove(int i, long key, int id, SliceTable values) {
    int order = Long.compareUnsigned(keys[i], key);
    return order > 0
        || order == 0 && values.compare(ids[i], values.arena(), values.from(id), values.to(id)) > 0;
  }

  /** A table of just the values of the kept records, which get their numbers in it. */
  SliceTable compact(SliceTable values) {
    SliceTable fewer = new SliceTable();
    for (int i = 0; i < size; i++) {
      ids[i] = fewer.add(values.arena(), values.from(ids[i]), values.to(ids[i]));
    }
    return fewer;
  }
}
