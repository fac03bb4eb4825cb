package dev.whyvoy.report;

import dev.whyvoy.core.record.Field;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.CSVRecord;

/** CSV whose cells do not show what should not be seen. */
final class RedactedCsv {
  private RedactedCsv() {}

  /**
   * The rows of {@code csv}.
   *
   * @param header names of the columns
   */
  static String of(String csv, List<String> header, Redaction redaction) throws IOException {
    StringWriter all = new StringWriter();
    CSVPrinter printer = Csv.printer(all);
    try (CSVParser parser = CSVParser.parse(new StringReader(csv), CSVFormat.RFC4180)) {
      for (CSVRecord row : parser) {
        List<String> cells = new ArrayList<>();
        for (int i = 0; i < row.size(); i++) {
          cells.add(cell(i < header.size() ? header.get(i) : "", row.get(i), redaction));
        }
        printer.printRecord(cells);
      }
    }
    return all.toString();
  }

  private static String cell(String name, String cell, Redaction redaction) {
    Field field = Sensitive.named(name);
    return name.equals(cell)
        ? cell
        : Csv.cell(
            field != null && Sensitive.whole(field)
                ? redaction.value(field, cell)
                : redaction.text(cell));
  }
}
