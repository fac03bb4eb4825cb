package dev.whyvoy.core.summary;

import dev.whyvoy.core.record.Bytes;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Numbers distinct byte strings 0, 1, 2 ... as they come. Makes no garbage for those it knows. */
final class SliceTable {
  private int[] bucket = new int[16];
  private long[] hash = new long[8];
  private int[] start = new int[9];
  private byte[] arena = new byte[256];
  private int size;

  int size() {
    return size;
  }

  /** The number of the string in the range, or -1. */
  int find(byte[] b, int from, int to) {
    return find(hash(b, from, to), b, from, to);
  }

  private int find(long h, byte[] b, int from, int to) {
    int length = to - from;
    for (int i = (int) h & bucket.length - 1; bucket[i] != 0; i = i + 1 & bucket.length - 1) {
      int id = bucket[i] - 1;
      if (hash[id] == h
          && start[id + 1] - start[id] == length
          && Bytes.same(arena, start[id], b, from, length)) {
        return id;
      }
    }
    return -1;
  }

  /** The number of the string, which is given one if it is new. */
  int add(byte[] b, int from, int to) {
    long h = hash(b, from, to);
    int id = find(h, b, from, to);
    if (id >= 0) {
      return id;
    }
    int length = to - from;
    if (size == hash.length) {
      hash = Arrays.copyOf(hash, 2 * size);
      start = Arrays.copyOf(start, 2 * size + 1);
      rehash();
    }
    int at = start[size];
    if (at + length + Bytes.PADDING > arena.length) {
      arena = Arrays.copyOf(arena, Math.max(2 * arena.length, at + length + Bytes.PADDING));
    }
    System.arraycopy(b, from, arena, at, length);
    hash[size] = h;
    start[size + 1] = at + length;
    put(size);
    return size++;
  }

  private void rehash() {
    bucket = new int[2 * hash.length];
    for (int id = 0; id < size; id++) {
      put(id);
    }
  }

  private void put(int id) {
    int i = (int) hash[id] & bucket.length - 1;
    while (bucket[i] != 0) {
      i = i + 1 & bucket.length - 1;
    }
    bucket[i] = id + 1;
  }

  /** The string with {@link Bytes#PADDING} behind it. */
  byte[] padded(int id) {
    return Arrays.copyOf(bytes(id), start[id + 1] - start[id] + Bytes.PADDING);
  }

  byte[] bytes(int id) {
    return Arrays.copyOfRange(arena, start[id], start[id + 1]);
  }

  String text(int id) {
    return new String(arena, start[id], start[id + 1] - start[id], StandardCharsets.UTF_8);
  }

  static long hash(byte[] b, int from, int to) {
    return Bytes.finish(Bytes.hash(0x9E3779B97F4A7C15L, b, from, to));
  }
}
