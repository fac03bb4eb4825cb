package dev.whyvoy.core.summary;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;

/**
 * A fair sample of byte strings that comes out the same in whatever order they are added: those
 * whose keys are the smallest. Keys are hashes of the records the strings belong to.
 */
final class Sample {
  private static final byte[] NONE = new byte[0];

  private final int most;
  private final int longest;
  private final long[] keys;
  private final byte[][] values;
  private int size;

  /**
   * @param most how many strings to keep
   * @param longest bytes of a string to keep
   */
  Sample(int most, int longest) {
    this.most = most;
    this.longest = longest;
    this.keys = new long[most];
    this.values = new byte[most][];
    Arrays.fill(values, NONE);
  }

  void add(long key, byte[] bytes, int from, int to) {
    if (size < most || Long.compareUnsigned(keys[most - 1], key) >= 0) {
      insert(key, bytes, from, Math.min(to, from + longest));
    }
  }

  private void insert(long key, byte[] bytes, int from, int end) {
    int at = size;
    while (at > 0 && compare(at - 1, key, bytes, from, end) > 0) {
      at--;
    }
    if (at < most) {
      int moved = Math.min(size, most - 1) - at;
      System.arraycopy(keys, at, keys, at + 1, moved);
      System.arraycopy(values, at, values, at + 1, moved);
      keys[at] = key;
      values[at] = Arrays.copyOfRange(bytes, from, end);
      size = Math.min(most, size + 1);
    }
  }

  private int compare(int i, long key, byte[] bytes, int from, int to) {
    int byKey = Long.compareUnsigned(keys[i], key);
    return byKey != 0
        ? byKey
        : Arrays.compareUnsigned(values[i], 0, values[i].length, bytes, from, to);
  }

  void merge(Sample other) {
    for (int i = 0; i < other.size; i++) {
      add(other.keys[i], other.values[i], 0, other.values[i].length);
    }
  }

  /** The strings, in the order of their keys. */
  List<byte[]> values() {
    return List.of(Arrays.copyOf(values, size));
  }

  void write(DataOutput out) throws IOException {
    out.writeInt(size);
    for (int i = 0; i < size; i++) {
      out.writeLong(keys[i]);
      out.writeInt(values[i].length);
      out.write(values[i]);
    }
  }

  static Sample read(DataInput in, int most, int longest) throws IOException {
    Sample sample = new Sample(most, longest);
    int size = Wire.size(in, most);
    for (int i = 0; i < size; i++) {
      long key = in.readLong();
      byte[] value = Wire.bytes(in, longest);
      sample.add(key, value, 0, value.length);
    }
    return sample;
  }
}
