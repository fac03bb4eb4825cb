package dev.whyvoy.report;

import dev.whyvoy.core.record.AccessRecord;
import dev.whyvoy.core.record.Field;
import dev.whyvoy.core.record.LineKind;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;

/** How a format fits lines. */
public final class FormatTrial {
  private final Map<LineKind, Long> kinds = new EnumMap<>(LineKind.class);
  private Map<Field, String> first = Map.of();
  private final Map<Field, String> places = new EnumMap<>(Field.class);
  private String misfit = "";
  private long misfitAt;

  /** Adds a line, in order. */
  public void add(LineKind kind, AccessRecord record, long number, byte[] bytes, int from, int to) {
    kinds.merge(kind, 1L, Long::sum);
    if (kind == LineKind.ACCESS && first.isEmpty()) {
      first = record.fields();
      for (Field field : record.bytes() == bytes ? first.keySet() : Set.<Field>of()) {
        int start = record.from(field.ordinal()) - from + 1;
        int length = record.length(field.ordinal());
        places.put(field, length > 1 ? start + "-" + (start + length - 1) : "" + start);
      }
    } else if (kind.notUnderstood() && misfitAt == 0) {
      misfit = new String(bytes, from, to - from, StandardCharsets.UTF_8);
      misfitAt = number;
    }
  }

  /** Whether there was no line at all. */
  public boolean isEmpty() {
    return kinds.isEmpty();
  }

  /** Lines of each kind that there was. */
  Map<LineKind, Long> kinds() {
    return kinds;
  }

  /** What was read from the first line that fits; empty if none did. */
  Map<Field, String> first() {
    return first;
  }

  /** Which bytes of its line a field of the first one is, counted from 1; empty if not told. */
  String place(Field field) {
    return places.getOrDefault(field, "");
  }

  /** The first line that does not fit, and its number; empty and 0 if all did. */
  String misfit() {
    return misfit;
  }

  long misfitAt() {
    return misfitAt;
  }
}
