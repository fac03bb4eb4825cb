package dev.whyvoy.core.record;

import dev.whyvoy.grammar.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads a pasted record with the places of its fields: text or JSON, wrapped or not, cut off at
 * either end, of any known format or of none. Safe for many threads.
 */
public final class PastedRecords implements RecordReader {
  /** Longest line that is read, in UTF-16 units. */
  private static final int LONGEST = 256 * 1024;

  private final ThreadLocal<LineReader> readers =
      ThreadLocal.withInitial(() -> new LineReader().tracking());

  @Override
  public Optional<List<Value>> read(String line) {
    if (line.length() > LONGEST || !mayBeRecord(line)) {
      return Optional.empty();
    }
    LineReader reader = readers.get();
    byte[] bytes = oneByteEach(line);
    int end = line.length();
    int from = 0;
    while (from < end && line.charAt(from) <= ' ') {
      from++;
    }
    LineKind kind = reader.read(bytes, from, end);
    if (kind != LineKind.ACCESS && line.startsWith("{\\\"", from)) {
      kind = reader.readEscaped(bytes, from, end);
    }
    if (kind != LineKind.ACCESS && kind != LineKind.CUT_OFF && kind != LineKind.BROKEN_JSON) {
      return Optional.empty();
    }
    List<Value> fields = fields(reader, line);
    return says(reader.record()) ? Optional.of(fields) : Optional.empty();
  }

  /** Whether there are fields and a number at all; most texts without need no reader. */
  private static boolean mayBeRecord(String line) {
    int digits = 0;
    int separators = 0;
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      digits += c >= '0' && c <= '9' ? 1 : 0;
      separators += " \t,;|{".indexOf(c) >= 0 ? 1 : 0;
    }
    return digits > 0 && (separators >= 4 || line.contains("{\"") || line.contains("{\\\""));
  }

  private static boolean says(AccessRecord record) {
    return record.has(Field.RESPONSE_FLAGS)
        || record.has(Field.RESPONSE_CODE)
        || record.has(Field.RESPONSE_CODE_DETAILS)
        || record.has(Field.STATUS_DETAILS);
  }

  private static List<Value> fields(LineReader reader, String line) {
    AccessRecord record = reader.record();
    List<Value> fields = new ArrayList<>();
    for (Field field : Field.values()) {
      boolean has = record.has(field);
      if (has || record.lacks(field)) {
        int from = record.from(field.ordinal());
        int to = from + record.length(field.ordinal());
        int start = Math.min(reader.origin(from), line.length());
        int stop = from == to ? start : Math.min(reader.origin(to - 1) + 1, line.length());
        Span span = new Span(start, Math.max(start, stop));
        fields.add(new Value(field.fact(), has ? span.of(line) : "-", span));
      }
    }
    return fields;
  }

  /**
   * A byte for each UTF-16 unit, so that places are the same; what needs more is a question mark.
   */
  private static byte[] oneByteEach(String line) {
    byte[] bytes = new byte[line.length() + Bytes.PADDING];
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      bytes[i] = c < 256 ? (byte) c : (byte) '?';
    }
    return bytes;
  }
}
