package dev.whyvoy.core.record;

import java.util.Arrays;

/** What the wrappers around a line say: fields as slices of the same bytes as the line. */
final class Wrapping {
  private static final int MAX = 16;
  private static final Field[] CARRIED = {
    Field.LOG_TIME, Field.STREAM, Field.POD, Field.CONTAINER, Field.NAMESPACE, Field.NODE
  };

  private final int[] field = new int[MAX];
  private final int[] from = new int[MAX];
  private final int[] to = new int[MAX];
  private int count;
  private boolean partial;
  private int envelopes;

  void clear() {
    count = 0;
    partial = false;
    envelopes = 0;
  }

  /** Notes that something was peeled off. */
  void peeled(Envelope envelope) {
    envelopes |= 1 << envelope.ordinal();
  }

  boolean has(Envelope envelope) {
    return (envelopes >> envelope.ordinal() & 1) != 0;
  }

  boolean isEmpty() {
    return count == 0;
  }

  /** Whether the runtime split the line and more of it follows. */
  boolean partial() {
    return partial;
  }

  void partial(boolean isPartial) {
    partial = isPartial;
  }

  void add(Field of, int start, int end) {
    if (count < MAX && end > start) {
      field[count] = of.ordinal();
      from[count] = start;
      to[count++] = end;
    }
  }

  /** Puts everything into {@code record}; the time only if it has none yet. */
  void apply(AccessRecord record) {
    for (int i = 0; i < count; i++) {
      record.setFirst(field[i], from[i], to[i]);
    }
  }

  /** Puts everything but the time into {@code record}, which may have a time of its own. */
  void applyWithoutTime(AccessRecord record) {
    for (int i = 0; i < count; i++) {
      if (field[i] != Field.LOG_TIME.ordinal()) {
        record.setFirst(field[i], from[i], to[i]);
      }
    }
  }

  /** Room that {@link #carry} needs at most. */
  int size(AccessRecord record) {
    int size = 0;
    for (Field each : CARRIED) {
      size += record.length(each);
    }
    return size;
  }

  /**
   * Copies what {@code record} holds of a wrapper to {@code at} in {@code target}, and keeps that.
   */
  void carry(AccessRecord record, byte[] target, int at) {
    int end = at;
    count = 0;
    for (Field each : CARRIED) {
      int length = record.length(each);
      if (length > 0) {
        System.arraycopy(record.bytes(), record.from(each), target, end, length);
        add(each, end, end + length);
        end += length;
      }
    }
    Arrays.fill(target, end, end + Bytes.PADDING, (byte) 0);
  }
}
