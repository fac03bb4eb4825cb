package dev.whyvoy.core.summary;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A fair sample of byte strings that comes out the same in whatever order they are added: those
 * whose keys are the smallest. Keys are hashes of the records the strings belong to.
 */
final class Sample {
  private final int most;
  private final int longest;
  private final List<Entry> entries = new ArrayList<>();

  /**
   * @param most how many strings to keep
   * @param longest bytes of a string to keep
   */
  Sample(int most, int longest) {
    this.most = most;
    this.longest = longest;
  }

  private record Entry(long key, byte[] value) {
    int compareTo(long otherKey, byte[] bytes, int from, int to) {
      int byKey = Long.compareUnsigned(key, otherKey);
      return byKey != 0 ? byKey : Arrays.compareUnsigned(value, 0, value.length, bytes, from, to);
    }
  }

  void add(long key, byte[] bytes, int from, int to) {
    int end = Math.min(to, from + longest);
    int size = entries.size();
    if (size == most && entries.get(size - 1).compareTo(key, bytes, from, end) <= 0) {
      return;
    }
    int at = size;
    while (at > 0 && entries.get(at - 1).compareTo(key, bytes, from, end) > 0) {
      at--;
    }
    entries.add(at, new Entry(key, Arrays.copyOfRange(bytes, from, end)));
    if (size == most) {
      entries.remove(most);
    }
  }

  void merge(Sample other) {
    for (Entry entry : other.entries) {
      add(entry.key, entry.value, 0, entry.value.length);
    }
  }

  int size() {
    return entries.size();
  }

  /** The strings, in the order of their keys. */
  List<byte[]> values() {
    return entries.stream().map(Entry::value).toList();
  }

  void write(DataOutput out) throws IOException {
    out.writeInt(entries.size());
    for (Entry entry : entries) {
      out.writeLong(entry.key);
      out.writeInt(entry.value.length);
      out.write(entry.value);
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
