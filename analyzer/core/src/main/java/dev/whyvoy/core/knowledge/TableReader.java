package dev.whyvoy.core.knowledge;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.function.Function;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** Reads CSV tables with a header. */
final class TableReader {
  private TableReader() {}

  /** One value a row; a row that does not fit is a problem. */
  static <T> List<T> read(String name, String csv, Function<CSVRecord, T> row, Problems problems) {
    CSVFormat format = CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();
    try (CSVParser rows = CSVParser.parse(new StringReader(csv), format)) {
      return rows.stream().map(row).toList();
    } catch (IllegalArgumentException | IOException | UncheckedIOException e) {
      problems.add(name, 1, "not the table that is wanted: " + e.getMessage(), "a header and rows");
      return List.of();
    }
  }

  static ErrorTables.Errno errno(CSVRecord row) {
    String elsewhere = row.isSet("elsewhere") ? row.get("elsewhere") : "";
    return new ErrorTables.Errno(
        row.get("name"),
        number(row, "linux"),
        number(row, "macos"),
        row.get("text"),
        elsewhere.isEmpty() ? List.of() : List.of(elsewhere.split("\\|")));
  }

  static ErrorTables.TlsLibrary tlsLibrary(CSVRecord row) {
    return new ErrorTables.TlsLibrary(number(row, "number"), row.get("name"), row.get("text"));
  }

  static ErrorTables.TlsReason tlsReason(CSVRecord row) {
    return new ErrorTables.TlsReason(row.get("library"), number(row, "number"), row.get("reason"));
  }

  private static int number(CSVRecord row, String column) {
    String cell = row.get(column);
    return cell.isEmpty() ? 0 : Integer.parseInt(cell);
  }
}
