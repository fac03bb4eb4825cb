package dev.whyvoy.core.record;

/** What names of columns and labels mean, whatever their spelling. */
public final class ColumnNames {
  private static final JsonKeys KEYS = KnownFormats.get().keys();

  private ColumnNames() {}

  /** Whether a column of this name holds a field of an access record. */
  public static boolean isField(String name) {
    return KEYS.find("", JsonKeys.plain(name)) >= 0;
  }

  /** Whether a column of this name holds lines as they were logged. */
  public static boolean isLine(String name) {
    return KEYS.find("", JsonKeys.plain(name)) == JsonKeys.INNER;
  }
}
