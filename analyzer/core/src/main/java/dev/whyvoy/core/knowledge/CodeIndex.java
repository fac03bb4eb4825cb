package dev.whyvoy.core.knowledge;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
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
    CSVFormat format = CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();
    try (CSVParser rows = CSVParser.parse(new StringReader(csv), format)) {
      for (CSVRecord row : rows) {
        List<Integer> lines = new ArrayList<>();
        for (EnvoyVersion version : EnvoyVersion.all()) {
          String cell = row.isSet(version.toString()) ? row.get(version.toString()) : "";
          lines.add(cell.isEmpty() ? 0 : Integer.parseInt(cell));
        }
        byKey.put(row.get("key"), List.copyOf(lines));
      }
    } catch (IllegalArgumentException | IOException e) {
      problems.add(name, 1, "not a code index: " + e.getMessage(), "columns key, 1.22, 1.23 ...");
    }
    return new CodeIndex(byKey);
  }

  /** Line by {@link EnvoyVersion#ordinal()}, 0 where not known; empty if the index has no such key. */
  List<Integer> of(String file, String function, String at) {
    return byKey.getOrDefault(key(file, function, at), List.of());
  }
}
