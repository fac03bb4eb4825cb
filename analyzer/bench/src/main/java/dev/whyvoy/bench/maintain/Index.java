package dev.whyvoy.bench.maintain;

import dev.whyvoy.core.knowledge.EnvoyVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** Writes {@code code-index.csv}: the line of every cited place, one column a release. */
final class Index {
  static final String FILE = "code-index.csv";

  private Index() {}

  /** Writes the index into {@code knowledge}; gives the number of its rows. */
  static int write(Path knowledge, List<Citation> citations, Locator locator) throws IOException {
    SortedMap<Place, Map<EnvoyVersion, Location>> places =
        locator.locate(citations.stream().map(Citation::place).toList());
    CSVFormat format = CSVFormat.RFC4180.builder().setRecordSeparator('\n').get();
    try (CSVPrinter csv =
        new CSVPrinter(Files.newBufferedWriter(knowledge.resolve(FILE)), format)) {
      csv.print("key");
      csv.printRecord(EnvoyVersion.all());
      for (Map.Entry<Place, Map<EnvoyVersion, Location>> place : places.entrySet()) {
        csv.print(place.getKey().key());
        csv.printRecord(
            EnvoyVersion.all().stream().map(version -> line(place.getValue(), version)).toList());
      }
    }
    return places.size();
  }

  private static String line(Map<EnvoyVersion, Location> at, EnvoyVersion version) {
    Location location = at.get(version);
    return location == null || !location.found() ? "" : String.valueOf(location.line());
  }
}
