package dev.whyvoy.core.summary;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;

/**
 * The smallest of all distinct hashes, unsigned and in order: how small the largest of them is
 * tells how many there were.
 */
final class Smallest {
  private static final int MOST = 64;

  private static final long[] NONE = new long[0];

  private long[] hashes = NONE;
  private int size;

  void add(long hash) {
    if (size == MOST && Long.compareUnsigned(hash, hashes[MOST - 1]) >= 0) {
      return;
    }
    int at = size;
    while (at > 0 && Long.compareUnsigned(hashes[at - 1], hash) > 0) {
      at--;
    }
    if (at > 0 && hashes[at - 1] == hash) {
      return;
    }
    if (size == hashes.length && size < MOST) {
      hashes = Arrays.copyOf(hashes, Math.min(MOST, Math.max(8, 2 * size)));
    }
    System.arraycopy(hashes, at, hashes, at + 1, Math.min(size, MOST - 1) - at);
    hashes[at] = hash;
    size = Math.min(MOST, size + 1);
  }

  void merge(Smallest other) {
    for (int i = 0; i < other.size; i++) {
      add(other.hashes[i]);
    }
  }

  /** How many distinct hashes there were; an estimate, off by an eighth, if there were many. */
  long distinct() {
    if (size < MOST) {
      return size;
    }
    double share = (hashes[MOST - 1] >>> 1) / (double) Long.MAX_VALUE;
    return Math.round((MOST - 1) / share);
  }

  void write(DataOutput out) throws IOException {
    out.writeInt(size);
    for (int i = 0; i < size; i++) {
      out.writeLong(hashes[i]);
    }
  }

  static Smallest read(DataInput in) throws IOException {
    Smallest smallest = new Smallest();
    int size = Wire.size(in, MOST);
    for (int i = 0; i < size; i++) {
      smallest.add(in.readLong());
    }
    return smallest;
  }
}
