package dev.whyvoy.core.record;

import org.jspecify.annotations.Nullable;

/** What names of columns and labels mean, whatever their spelling. */
public final class ColumnNames {
  private static final JsonKeys KEYS = KnownFormats.get().keys();

  private ColumnNames() {}

  /** Whether a column of this name holds a field of an access record. */
  public static boolean isField(String name) {
    return field(name) != null;
  }

  /** The field that a column of this name holds; null if there is none. */
  public static @Nullable Field field(String name) {
    int field = KEYS.find("", JsonKeys.plain(name));
    return field >= 0 ? Field.values()[field] : null;
  }

  /** Whether a column of this name holds lines as they were logged. */
  public static boolean isLine(String name) {
    return KEYS.find("", JsonKeys.plain(name)) == JsonKeys.INNER;
  }
}
