package dev.whyvoy.core.summary;

import dev.whyvoy.core.record.Bytes;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Numbers distinct byte strings 0, 1, 2 ... as they come. Makes no garbage for those it knows.
 *
 * <p>A slot holds the upper half of a string's hash and its number plus one; 0 is free.
 */
final class SliceTable {
  private static final long UPPER = 0xffff_ffff_0000_0000L;

  private long[] slots = new long[8];
  private int[] start = new int[5];
  private byte[] arena = new byte[64];
  private int size;

  int size() {
    return size;
  }

  /** The number of the string in the range, or -1. */
  int find(byte[] b, int from, int to) {
    return find(hash(b, from, to), b, from, to);
  }

  /** The number of the string in the range, whose hash is {@code h}, or -1. */
  int find(long h, byte[] b, int from, int to) {
    long[] in = slots;
    int mask = in.length - 1;
    int length = to - from;
    for (int i = place(h) & mask; in[i] != 0; i = i + 1 & mask) {
      if (((in[i] ^ h) & UPPER) == 0) {
        int id = (int) in[i] - 1;
        int at = start[id];
        if (start[id + 1] - at == length && Bytes.same(arena, at, b, from, length)) {
          return id;
        }
      }
    }
    return -1;
  }

  /** The number of the string, which is given one if it is new. */
  int add(byte[] b, int from, int to) {
    long h = hash(b, from, to);
    int id = find(h, b, from, to);
    return id >= 0 ? id : addNew(h, b, from, to);
  }

  /** Gives a number to a string that has none yet, and whose hash is {@code h}. */
  int addNew(long h, byte[] b, int from, int to) {
    int length = to - from;
    if (size + 1 == start.length) {
      start = Arrays.copyOf(start, 2 * size + 1);
      rehash(4 * size);
    }
    int at = start[size];
    if (at + length + Bytes.PADDING > arena.length) {
      arena = Arrays.copyOf(arena, Math.max(2 * arena.length, at + length + Bytes.PADDING));
    }
    System.arraycopy(b, from, arena, at, length);
    start[size + 1] = at + length;
    put(h & UPPER | size + 1);
    return size++;
  }

  private void rehash(int length) {
    long[] old = slots;
    slots = new long[length];
    for (long slot : old) {
      if (slot != 0) {
        put(slot);
      }
    }
  }

  private void put(long slot) {
    int mask = slots.length - 1;
    int i = place(slot) & mask;
    while (slots[i] != 0) {
      i = i + 1 & mask;
    }
    slots[i] = slot;
  }

  /** Where to look first: the same for a hash and for its slot. */
  private static int place(long hash) {
    return (int) (hash >>> 32);
  }

  /** The hash of the string with this number. */
  long hash(int id) {
    return hash(arena, start[id], start[id + 1]);
  }

  /** Compares the string of a number with the one in the range, byte by byte, unsigned. */
  int compare(int id, byte[] b, int from, int to) {
    return Arrays.compareUnsigned(arena, start[id], start[id + 1], b, from, to);
  }

  /** What the strings lie in; see {@link #from} and {@link #to}. */
  byte[] arena() {
    return arena;
  }

  int from(int id) {
    return start[id];
  }

  int to(int id) {
    return start[id + 1];
  }

  byte[] bytes(int id) {
    return Arrays.copyOfRange(arena, start[id], start[id + 1]);
  }

  String text(int id) {
    return new String(arena, start[id], start[id + 1] - start[id], StandardCharsets.UTF_8);
  }

  /** The numbers of all strings in the order of their bytes. */
  int[] sorted() {
    Integer[] ids = new Integer[size];
    Arrays.setAll(ids, i -> i);
    Arrays.sort(
        ids, (a, b) -> Arrays.compareUnsigned(arena, from(a), to(a), arena, from(b), to(b)));
    return Arrays.stream(ids).mapToInt(id -> id).toArray();
  }

  static long hash(byte[] b, int from, int to) {
    return Bytes.finish(Bytes.hash(0x9E3779B97F4A7C15L, b, from, to));
  }
}
