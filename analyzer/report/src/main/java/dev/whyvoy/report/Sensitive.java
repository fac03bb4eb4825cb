package dev.whyvoy.report;

import dev.whyvoy.core.record.Field;
import dev.whyvoy.core.record.FieldType;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which fields of a record should not be seen as they are. */
final class Sensitive {
  private static final Set<Field> WHOLE =
      EnumSet.of(
          Field.USER_AGENT,
          Field.REQUEST_ID,
          Field.TRACE_ID,
          Field.STREAM_ID,
          Field.DOWNSTREAM_PEER_SUBJECT,
          Field.PATH,
          Field.REFERER,
          Field.UPSTREAM_HOST_NAME);

  private Sensitive() {}

  /** Whether the value as a whole, or a part of it that only the field tells, is to be hidden. */
  static boolean whole(Field field) {
    return WHOLE.contains(field)
        || field.type() == FieldType.ADDRESS
        || field.type() == FieldType.ADDRESSES;
  }

  /** The field that a column, a key or a fact is called after; null if there is none. */
  static @Nullable Field named(String name) {
    for (Field field : Field.values()) {
      if (field.key().equals(name) || field.fact().equals(name)) {
        return field;
      }
    }
    return null;
  }
}
