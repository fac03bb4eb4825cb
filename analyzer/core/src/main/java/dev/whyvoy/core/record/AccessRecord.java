package dev.whyvoy.core.record;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The fields of one line as slices of its bytes. Reused: what it says holds until the next line is
 * read into it. A field that Envoy logged as {@code -}, {@code null} or not at all is absent. Not
 * safe for several threads.
 */
public final class AccessRecord {
  /** No time. */
  public static final long NO_TIME = Long.MIN_VALUE;

  /** Start in the upper half, length in the lower; left over from an older line if absent. */
  private final long[] slices = new long[Field.COUNT];

  /** A bit for each of the first 64 fields that is there, and for each of the others. */
  private long present;

  private long presentToo;

  /** The same for fields that the line has, but without a value. */
  private long lacking;

  private long lackingToo;

  private final Timestamps timestamps = new Timestamps();
  private byte[] bytes = new byte[Bytes.PADDING];
  private boolean json;
  private boolean ambiguous;
  private @Nullable LogFormat format;

  void clear(byte[] of, boolean isJson) {
    bytes = of;
    json = isJson;
    ambiguous = false;
    format = null;
    present = 0;
    presentToo = 0;
    lacking = 0;
    lackingToo = 0;
  }

  void set(int field, int from, int to) {
    slices[field] = (long) from << 32 | (to - from);
    if (field < 64) {
      present |= 1L << field;
    } else {
      presentToo |= 1L << field;
    }
  }

  void set(Field field, int from, int to) {
    set(field.ordinal(), from, to);
  }

  /** Notes that the line has the field, but says there was nothing. */
  void lack(int field, int from, int to) {
    if (!has(field)) {
      slices[field] = (long) from << 32 | (to - from);
      if (field < 64) {
        lacking |= 1L << field;
      } else {
        lackingToo |= 1L << field;
      }
    }
  }

  /**
   * Sets the field to a column of text, or notes that the column says there was nothing.
   *
   * @param field -1 if the column fills none
   */
  void put(int field, int from, int to) {
    int length = to - from;
    boolean value = length > 1 || length == 1 && bytes[from] != '-';
    if (field < 0) {
      return;
    }
    if (!value) {
      lack(field, from, to);
      return;
    }
    slices[field] = (long) from << 32 | length;
    if (field < 64) {
      present |= 1L << field;
    } else {
      presentToo |= 1L << field;
    }
  }

  /** Sets the field unless it has a value already. */
  void setFirst(int field, int from, int to) {
    if (!has(field)) {
      set(field, from, to);
    }
  }

  /** Whether the field of this ordinal is there. */
  public boolean has(int field) {
    return ((field < 64 ? present : presentToo) >>> field & 1) != 0;
  }

  void format(@Nullable LogFormat of, boolean isAmbiguous) {
    format = of;
    ambiguous = isAmbiguous;
  }

  /** What the slices are of; the line itself, or a copy of it without its wrapper. */
  public byte[] bytes() {
    return bytes;
  }

  /** Whether the record shows a value for the field, other than a dash. */
  public boolean has(Field field) {
    return has(field.ordinal());
  }

  /** Whether the line has the field, but only a dash or a null for it. */
  public boolean lacks(Field field) {
    int ordinal = field.ordinal();
    return !has(ordinal) && ((ordinal < 64 ? lacking : lackingToo) >>> ordinal & 1) != 0;
  }

  /**
   * Which of the first 64 fields are there: bit {@code n} stands for the field of ordinal {@code
   * n}.
   */
  public long present() {
    return present;
  }

  /** Where the field of this ordinal starts; of no meaning when absent. */
  public int from(int field) {
    return (int) (slices[field] >> 32);
  }

  /** Length in bytes of the field of this ordinal; of no meaning when absent. */
  public int length(int field) {
    return (int) slices[field];
  }

  /** Where the field starts in {@link #bytes}, or -1 when absent. */
  public int from(Field field) {
    return has(field) ? from(field.ordinal()) : -1;
  }

  /** One past the last byte of the field, or -1 when absent. */
  public int to(Field field) {
    int ordinal = field.ordinal();
    return has(ordinal) ? from(ordinal) + length(ordinal) : -1;
  }

  /** Length in bytes; 0 when absent. */
  public int length(Field field) {
    return has(field) ? length(field.ordinal()) : 0;
  }

  /** Whether the bytes of the field are exactly {@code what}. */
  public boolean is(Field field, byte[] what) {
    return length(field) == what.length && Bytes.startsWith(bytes, from(field), to(field), what);
  }

  /** The field as a whole number, or {@code otherwise}. */
  public long number(Field field, long otherwise) {
    int ordinal = field.ordinal();
    int from = from(ordinal);
    return has(ordinal) ? Bytes.number(bytes, from, from + length(ordinal), otherwise) : otherwise;
  }

  /** The field as text, escapes of JSON undone; null when absent. */
  public @Nullable String text(Field field) {
    if (!has(field)) {
      return null;
    }
    int from = from(field.ordinal());
    int length = length(field.ordinal());
    if (json && Bytes.find(bytes, from, from + length, Bytes.pattern('\\')) >= 0) {
      byte[] plain = JsonText.unescape(bytes, from, from + length);
      return new String(plain, StandardCharsets.UTF_8);
    }
    return new String(bytes, from, length, StandardCharsets.UTF_8);
  }

  /**
   * Start of the request, else the best other time of the line, in ms since 1970; NO_TIME if none.
   */
  public long time() {
    long time = time(Field.START_TIME);
    if (time == NO_TIME) {
      time = time(Field.EMIT_TIME);
    }
    return time == NO_TIME ? time(Field.LOG_TIME) : time;
  }

  private long time(Field field) {
    int ordinal = field.ordinal();
    int from = from(ordinal);
    if (!has(ordinal)) {
      return NO_TIME;
    }
    int to = from + length(ordinal);
    long time = timestamps.read(bytes, from, to);
    return time == NO_TIME ? OtherTimes.read(bytes, from, to) : time;
  }

  /** A time stamp in ms since 1970, UTC if it names no zone; NO_TIME if it is none. */
  public static long time(String stamp) {
    byte[] bytes = Bytes.padded(stamp);
    int to = bytes.length - Bytes.PADDING;
    long time = new Timestamps().read(bytes, 0, to);
    return time == NO_TIME ? OtherTimes.read(bytes, 0, to) : time;
  }

  /** Whether the slices are still escaped as in a JSON string. */
  public boolean json() {
    return json;
  }

  /** Whether the line could also be read another way; text formats escape nothing. */
  public boolean ambiguous() {
    return ambiguous;
  }

  /** The known format that the line has, if it is one of those. */
  public @Nullable LogFormat format() {
    return format;
  }

  /**
   * Every field that the line has, as text, in the order of {@link Field}; a dash for those that
   * had no value.
   */
  public Map<Field, String> fields() {
    Map<Field, String> all = new LinkedHashMap<>();
    for (Field field : Field.values()) {
      String text = text(field);
      if (text != null) {
        all.put(field, text);
      } else if (lacks(field)) {
        all.put(field, "-");
      }
    }
    return all;
  }
}
