package dev.whyvoy.report;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** Tab-separated values: a line a row, no quotes; tabs and line ends in cells become blanks. */
public final class Tsv {
  private Tsv() {}

  /** The rows of {@code csv}. */
  public static String of(String csv) throws IOException {
    StringBuilder all = new StringBuilder();
    try (CSVParser parser = CSVParser.parse(new StringReader(csv), CSVFormat.RFC4180)) {
      for (CSVRecord row : parser) {
        List<String> cells = new ArrayList<>();
        row.forEach(cell -> cells.add(cell.replaceAll("[\\t\\r\\n]", " ")));
        all.append(String.join("\t", cells)).append('\n');
      }
    }
    return all.toString();
  }
}
