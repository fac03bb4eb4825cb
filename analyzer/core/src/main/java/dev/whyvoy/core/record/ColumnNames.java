package dev.whyvoy.core.record;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What names of columns and labels mean, whatever their spelling. */
public final class ColumnNames {
  private static final JsonKeys KEYS = KnownFormats.get().keys();

  /** Columns that must share a prefix. */
  private static final int SEVERAL = 3;

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

  /**
   * What stands before the names of fields in a table, such as {@code envoy.} or {@code
   * jsonPayload_}.
   *
   * @return empty unless several columns hold fields behind the same words
   */
  public static String prefix(List<String> names) {
    Map<String, Integer> counts = new HashMap<>();
    for (String name : names) {
      for (int at = 1; at < name.length() - 1; at++) {
        String prefix = name.substring(0, at);
        if (isPrefixed(name, prefix)) {
          counts.merge(prefix, 1, Integer::sum);
        }
      }
    }
    return counts.entrySet().stream()
        .filter(each -> each.getValue() >= SEVERAL)
        .max(
            Comparator.comparingInt((Map.Entry<String, Integer> each) -> each.getValue())
                .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())))
        .map(Map.Entry::getKey)
        .orElse("");
  }

  /**
   * Whether a column holds a field by the name that stands behind a prefix, and no other by its
   * own.
   */
  public static boolean isPrefixed(String name, String prefix) {
    return (prefix.endsWith(".") || prefix.endsWith("_"))
        && name.startsWith(prefix)
        && isField(name.substring(prefix.length()))
        && (!isField(name) || field(name) == field(name.substring(prefix.length())));
  }

  /** Whether a column of this name holds lines as they were logged. */
  public static boolean isLine(String name) {
    return KEYS.find("", JsonKeys.plain(name)) == JsonKeys.INNER;
  }
}
