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
  private static final int MOST_BYTES = 4 << 20;
  private static final long SEED = 0x2545F4914F6CDD1DL;
  private static final long UPPER = 0xffff_ffff_0000_0000L;

  /** Bytes of a key before its parts: which fields there are, and the traits. */
  private static final int HEAD = 16;

  private final Field[] by;

  /** The upper half of a hash and a number plus one; 0 is free. */
  private long[] slots = new long[256];

  private int[] start = new int[129];
  private @Nullable Object[] found = new Object[128];
  private byte[] arena = new byte[16 << 10];
  private int size;

  /** What {@link #find} was last asked for. */
  private long lastHash;

  private long lastPresent;
  private int lastTraits;

  SignatureCache(List<Field> by) {
    this.by = by.toArray(Field[]::new);
  }

  void clear() {
    Arrays.fill(slots, 0);
    Arrays.fill(found, null);
    size = 0;
  }

  /** What was found for a record with this signature, or null. */
  @Nullable T find(AccessRecord record, int traits) {
    long fields = record.present() & Signature.MASK;
    byte[] b = record.bytes();
    long h = Bytes.hash(SEED ^ traits, fields);
    for (long rest = fields; rest != 0; rest &= rest - 1) {
      int field = Long.numberOfTrailingZeros(rest);
      int from = record.from(field);
      h = Bytes.hash(h, b, from, from + record.length(field));
    }
    for (Field field : by) {
      h = record.has(field) ? Bytes.hash(h, b, record.from(field), record.to(field)) : ~h;
    }
    h = Bytes.finish(h);
    lastHash = h;
    lastPresent = fields;
    lastTraits = traits;
    int mask = slots.length - 1;
    for (int i = place(h) & mask; slots[i] != 0; i = i + 1 & mask) {
      if (((slots[i] ^ h) & UPPER) == 0) {
        int id = (int) slots[i] - 1;
        if (same(start[id], record, fields, traits)) {
          @SuppressWarnings("unchecked")
          T value = (T) found[id];
          return value;
        }
      }
    }
    return null;
  }

  private boolean same(int key, AccessRecord record, long fields, int traits) {
    if (Bytes.word(arena, key) != fields || Bytes.word(arena, key + 8) != traits) {
      return false;
    }
    byte[] b = record.bytes();
    int at = key + HEAD;
    for (long rest = fields; rest != 0; rest &= rest - 1) {
      int field = Long.numberOfTrailingZeros(rest);
      int length = record.length(field);
      if (arena[at] != (byte) length
          || arena[at + 1] != (byte) (length >> 8)
          || !Bytes.same(arena, at + 2, b, record.from(field), length)) {
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
    if (size == found.length) {
      grow();
    }
    int at = start[size];
    if (at + length + Bytes.PADDING > arena.length) {
      arena = Arrays.copyOf(arena, Math.max(2 * arena.length, at + length + Bytes.PADDING));
    }
    Bytes.setWord(arena, at, lastPresent);
    Bytes.setWord(arena, at + 8, lastTraits);
    at += HEAD;
    byte[] b = record.bytes();
    for (long rest = lastPresent; rest != 0; rest &= rest - 1) {
      int field = Long.numberOfTrailingZeros(rest);
      at = write(b, record.from(field), record.length(field), at);
    }
    for (Field field : by) {
      at = write(b, Math.max(0, record.from(field)), record.length(field), at);
    }
    found[size] = value;
    start[size + 1] = at;
    insert(lastHash & UPPER | ++size);
  }

  /** Bytes the key takes; -1 if it is too long to be kept. */
  private int keyLength(AccessRecord record) {
    int sum = HEAD;
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
    return longest > 0xffff || sum + Bytes.PADDING > MOST_BYTES ? -1 : sum;
  }

  private int write(byte[] b, int from, int length, int at) {
    arena[at] = (byte) length;
    arena[at + 1] = (byte) (length >> 8);
    System.arraycopy(b, from, arena, at + 2, length);
    return at + 2 + length;
  }

  /** Doubles the room. */
  private void grow() {
    int larger = 2 * found.length;
    found = Arrays.copyOf(found, larger);
    start = Arrays.copyOf(start, larger + 1);
    long[] old = slots;
    slots = new long[2 * larger];
    for (long slot : old) {
      if (slot != 0) {
        insert(slot);
      }
    }
  }

  private void insert(long slot) {
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
}
