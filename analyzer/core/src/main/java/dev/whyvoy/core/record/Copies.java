package dev.whyvoy.core.record;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Lines written anew, because they were escaped, coloured or put together from values: a copy also
 * takes what the wrapper around the line said. Where its bytes come from is known on demand.
 */
final class Copies {
  private final AccessRecord record;
  private final Wrapping wrapping;
  private boolean tracking;
  private int @Nullable [] origin;
  private byte[] bytes = new byte[Bytes.PADDING];
  private int end;

  Copies(AccessRecord record, Wrapping wrapping) {
    this.record = record;
    this.wrapping = wrapping;
  }

  /** Keeps from now on where the bytes of copies come from. */
  void track() {
    tracking = true;
  }

  /** Forgets the copies of the line before. */
  void clear() {
    origin = null;
  }

  /** The last copy, with {@link Bytes#PADDING} bytes behind its {@link #end}. */
  byte[] bytes() {
    return bytes;
  }

  /** One past the last byte of the line in {@link #bytes}. */
  int end() {
    return end;
  }

  /** Where a byte of the last copy stands in the line that was given. */
  int origin(int at) {
    int[] map = origin;
    return map == null ? at : at < map.length ? map[at] : map[map.length - 1];
  }

  /** A line inside a JSON string. */
  void unescape(byte[] b, int from, int to) {
    int[] places = room(to - from);
    carry(JsonText.unescape(b, from, to, bytes, 0, places), places, to);
  }

  /** What Fluent Bit shows of a record. */
  void ofHash(byte[] b, int from, int to) {
    int[] places = room(to - from);
    carry(RubyHash.write(b, from, to - 1, bytes, places), places, to);
  }

  /** A line without what colours it on a terminal. */
  void withoutColours(byte[] b, int from, int to) {
    int[] places = room(to - from);
    int length = 0;
    for (int i = from; i < to; i++) {
      if (b[i] == 0x1b && i + 1 < to && b[i + 1] == '[') {
        i += 2;
        while (i < to && (b[i] < '@' || b[i] > '~')) {
          i++;
        }
      } else if (b[i] != 0x1b) {
        if (places != null) {
          places[length] = i;
        }
        bytes[length++] = b[i];
      }
    }
    carry(length, places, to);
  }

  /** A line that was found in a document, at {@code at}. */
  void of(byte[] line, int at, int to) {
    int[] places = room(line.length);
    System.arraycopy(line, 0, bytes, 0, line.length);
    for (int i = 0; places != null && i < line.length; i++) {
      places[i] = Math.min(to - 1, at + i);
    }
    carry(line.length, places, to);
  }

  /** Makes what was gathered the record. */
  void take(Gathered values, boolean isJson) {
    wrapping.apply(record);
    byte[] before = record.bytes();
    int[] places = room(values.size());
    wrapping.carry(record, bytes, values.size() + Bytes.PADDING);
    record.clear(bytes, false);
    end = values.write(bytes, record, places);
    if (!record.has(Field.START_TIME) && record.has(Field.LOG_TIME)) {
      record.set(Field.START_TIME, record.from(Field.LOG_TIME), record.to(Field.LOG_TIME));
    }
    wrapping.apply(record);
    record.format(values.format(isJson), false);
    moved(places, before.length - Bytes.PADDING);
  }

  /** Makes a copy of up to {@code length} bytes; returns where their places go, if wanted. */
  private int @Nullable [] room(int length) {
    bytes = new byte[length + 2 * Bytes.PADDING + wrapping.size(record)];
    return tracking ? new int[bytes.length] : null;
  }

  private void carry(int length, int @Nullable [] places, int to) {
    end = length;
    wrapping.carry(record, bytes, length + Bytes.PADDING);
    moved(places, to);
  }

  /** Notes where the bytes of a copy come from; what the wrapper said is not followed. */
  private void moved(int @Nullable [] places, int to) {
    if (places != null) {
      Arrays.fill(places, end, places.length, to);
      for (int i = 0; i < places.length; i++) {
        places[i] = origin(places[i]);
      }
      origin = places;
    }
  }
}
