package dev.whyvoy.core.summary;

import dev.whyvoy.core.record.AccessRecord;
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

  private final Field[] by;
  private final Fingerprint fingerprint = new Fingerprint();

  /** Both halves of a fingerprint, side by side; 0 is free. */
  private long[] slots = new long[1024];

  private @Nullable Object[] found = new Object[512];
  private int size;

  /** Where the signature that {@link #find} did not find belongs. */
  private int free;

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
    Fingerprint of = fingerprint;
    of.start(fields ^ (long) traits << 32);
    for (long rest = fields; rest != 0; rest &= rest - 1) {
      int field = Long.numberOfTrailingZeros(rest);
      int from = record.from(field);
      of.add(b, from, from + record.length(field));
    }
    for (Field field : by) {
      if (record.has(field)) {
        of.add(b, record.from(field), record.to(field));
      } else {
        of.add(-1);
      }
    }
    return find(of.first(), of.second());
  }

  private @Nullable T find(long first, long second) {
    long[] in = slots;
    int mask = in.length - 1;
    int i = (int) (first >>> 32) * 2 & mask;
    while (in[i] != 0) {
      if (in[i] == first && in[i + 1] == second) {
        @SuppressWarnings("unchecked")
        T value = (T) found[i >> 1];
        return value;
      }
      i = i + 2 & mask;
    }
    free = i;
    return null;
  }

  /** Keeps {@code value} for the record that {@link #find} was last asked for, in vain. */
  void put(T value) {
    long first = fingerprint.first();
    long second = fingerprint.second();
    if (size == MOST) {
      clear();
      find(first, second);
    }
    if (4 * size >= slots.length) {
      grow();
      find(first, second);
    }
    slots[free] = first;
    slots[free + 1] = second;
    found[free >> 1] = value;
    size++;
  }

  /** Doubles the room. */
  private void grow() {
    long[] old = slots;
    @Nullable Object[] values = found;
    slots = new long[2 * old.length];
    found = new Object[2 * values.length];
    for (int i = 0; i < old.length; i += 2) {
      if (old[i] != 0) {
        find(old[i], old[i + 1]);
        slots[free] = old[i];
        slots[free + 1] = old[i + 1];
        found[free >> 1] = values[i >> 1];
      }
    }
  }
}
