package dev.whyvoy.core.knowledge;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVRecord;

/**
 * Line numbers of Envoy's functions by release: {@code code-index.csv} with the columns {@code key}
 * and one for each release. A key is {@code file#function}, the function's full name, followed by
 * {@code @} and the token sequence of the line meant, if there is one. An empty cell says that the
 * release has no such line.
 */
final class CodeIndex {
  static final CodeIndex EMPTY = new CodeIndex(Map.of());

  private final Map<String, List<Integer>> byKey;

  private CodeIndex(Map<String, List<Integer>> byKey) {
    this.byKey = byKey;
  }

  static String key(String file, String function, String at) {
    String place = file + "#" + function;
    return at.isEmpty() ? place : place + "@" + at;
  }

  static CodeIndex read(String name, String csv, Problems problems) {
    Map<String, List<Integer>> byKey = new HashMap<>();
    TableReader.read(name, csv, CodeIndex::row, problems)
        .forEach(row -> byKey.put(row.getKey(), row.getValue()));
    return new CodeIndex(byKey);
  }

  private static Map.Entry<String, List<Integer>> row(CSVRecord row) {
    return Map.entry(
        row.get("key"),
        EnvoyVersion.all().stream().map(version -> line(row, version.toString())).toList());
  }

  private static int line(CSVRecord row, String version) {
    String cell = row.isSet(version) ? row.get(version) : "";
    return cell.isEmpty() ? 0 : Integer.parseInt(cell);
  }

  /**
   * Line by {@link EnvoyVersion#ordinal()}, 0 where not known; empty if the index has no such key.
   */
  List<Integer> of(String file, String function, String at) {
    return byKey.getOrDefault(key(file, function, at), List.of());
  }
}
