package dev.whyvoy.core.summary;

import dev.whyvoy.core.record.AccessRecord;
import dev.whyvoy.core.record.Bytes;
import dev.whyvoy.core.record.Field;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was found for the raw bytes of signatures, so that a signature is taken apart once and not
 * for every line. Bounded: when full it starts anew, which costs time and changes nothing.
 *
 * @param <T> what is found
 */
final class SignatureCache<T> {
  private static final int MOST = 1 << 15;
  private static final int MOST_BYTES = 8 << 20;
  private static final long SEED = 0x2545F4914F6CDD1DL;

  private final List<Field> by;
  private final int[] byOrdinal;
  private int[] bucket = new int[256];
  private long[] hash = new long[128];
  private long[] present = new long[128];
  private int[] traits = new int[128];
  private int[] start = new int[129];
  private @Nullable Object[] found = new Object[128];
  private byte[] arena = new byte[16 << 10];
  private int size;

  /** Ordinals and hash of the record last looked for. */
  private long lastHash;

  private long lastPresent;
  private int lastTraits;

  SignatureCache(List<Field> by) {
    this.by = by;
    this.byOrdinal = by.stream().mapToInt(Field::ordinal).toArray();
  }

  void clear() {
    Arrays.fill(bucket, 0);
    Arrays.fill(found, null);
    size = 0;
  }

  /** What was found for a record with this signature, or null. */
  @Nullable T find(AccessRecord record, int recordTraits) {
    long fields = record.present() & Signature.MASK;
    byte[] b = record.bytes();
    long h = Bytes.hash(SEED ^ recordTraits, fields);
    for (long rest = fields; rest != 0; rest &= rest - 1) {
      int field = Long.numberOfTrailingZeros(rest);
      int from = record.from(field);
      h = Bytes.hash(h, b, from, from + record.length(field));
    }
    for (int i = 0; i < byOrdinal.length; i++) {
      Field field = by.get(i);
      h =
          record.has(field)
              ? Bytes.hash(h, b, record.from(field), record.to(field))
              : Bytes.hash(h, i);
    }
    h = Bytes.finish(h);
    lastHash = h;
    lastPresent = fields;
    lastTraits = recordTraits;
    int mask = bucket.length - 1;
    for (int i = (int) h & mask; bucket[i] != 0; i = i + 1 & mask) {
      int id = bucket[i] - 1;
      if (hash[id] == h && same(id, record, fields, recordTraits)) {
        @SuppressWarnings("unchecked")
        T value = (T) found[id];
        return value;
      }
    }
    return null;
  }

  private boolean same(int id, AccessRecord record, long fields, int recordTraits) {
    if (present[id] != fields || traits[id] != recordTraits) {
      return false;
    }
    byte[] b = record.bytes();
    int at = start[id];
    for (long rest = fields; rest != 0; rest &= rest - 1) {
      int field = Long.numberOfTrailingZeros(rest);
      int length = record.length(field);
      if (arena[at] != (byte) length || arena[at + 1] != (byte) (length >> 8)) {
        return false;
      }
      if (!Bytes.same(arena, at + 2, b, record.from(field), length)) {
        return false;
      }
      at += 2 + length;
    }
    for (Field field : by) {
      int length = record.length(field);
      if (arena[at] != (byte) length
          || arena[at + 1] != (byte) (length >> 8)
          || length > 0 && !Bytes.same(arena, at + 2, b, record.from(field), length)) {
        return false;
      }
      at += 2 + length;
    }
    return true;
  }

  /** Keeps {@code value} for the record that {@link #find} was last asked for. */
  void put(AccessRecord record, T value) {
    int length = keyLength(record);
    if (length < 0) {
      return;
    }
    if (size == MOST || start[size] + length + Bytes.PADDING > MOST_BYTES) {
      clear();
    }
    if (size == hash.length) {
      grow();
    }
    int at = start[size];
    if (at + length + Bytes.PADDING > arena.length) {
      arena = Arrays.copyOf(arena, Math.max(2 * arena.length, at + length + Bytes.PADDING));
    }
    byte[] b = record.bytes();
    for (long rest = lastPresent; rest != 0; rest &= rest - 1) {
      int field = Long.numberOfTrailingZeros(rest);
      at = write(b, record.from(field), record.length(field), at);
    }
    for (Field field : by) {
      at = write(b, Math.max(0, record.from(field)), record.length(field), at);
    }
    hash[size] = lastHash;
    present[size] = lastPresent;
    traits[size] = lastTraits;
    found[size] = value;
    start[size + 1] = at;
    insert(size++);
  }

  /** Bytes the key takes; -1 if a part of it is too long to be kept. */
  private int keyLength(AccessRecord record) {
    int sum = 0;
    int longest = 0;
    for (long rest = lastPresent; rest != 0; rest &= rest - 1) {
      int length = record.length(Long.numberOfTrailingZeros(rest));
      longest = Math.max(longest, length);
      sum += 2 + length;
    }
    for (Field field : by) {
      int length = record.length(field);
      longest = Math.max(longest, length);
      sum += 2 + length;
    }
    return longest > 0xffff ? -1 : sum;
  }

  private int write(byte[] b, int from, int length, int at) {
    arena[at] = (byte) length;
    arena[at + 1] = (byte) (length >> 8);
    System.arraycopy(b, from, arena, at + 2, length);
    return at + 2 + length;
  }

  private void grow() {
    int larger = 2 * hash.length;
    hash = Arrays.copyOf(hash, larger);
    present = Arrays.copyOf(present, larger);
    traits = Arrays.copyOf(traits, larger);
    start = Arrays.copyOf(start, larger + 1);
    found = Arrays.copyOf(found, larger);
    bucket = new int[2 * larger];
    for (int id = 0; id < size; id++) {
      insert(id);
    }
  }

  private void insert(int id) {
    int mask = bucket.length - 1;
    int i = (int) hash[id] & mask;
    while (bucket[i] != 0) {
      i = i + 1 & mask;
    }
    bucket[i] = id + 1;
  }
}
