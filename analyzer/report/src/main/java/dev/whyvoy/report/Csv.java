package dev.whyvoy.report;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** CSV that spreadsheets may open: no cell can be taken for a formula. */
final class Csv {
  private static final CSVFormat FORMAT =
      CSVFormat.RFC4180.builder().setRecordSeparator('\n').get();

  /** What starts a formula, also as full-width signs, which some spreadsheets take for the same. */
  private static final String FORMULA = "=+-@\t\r\n\uff1d\uff0b\uff0d\uff20";

  private Csv() {}

  static CSVPrinter printer(Writer out) throws IOException {
    return new CSVPrinter(out, FORMAT);
  }

  static CSVPrinter printer(Writer out, List<String> header) throws IOException {
    CSVPrinter printer = printer(out);
    printer.printRecord(header);
    return printer;
  }

  /** {@code text} as a cell: with an apostrophe before what would start a formula. */
  static String cell(String text) {
    if (text.isEmpty() || text.equals("-")) {
      return text;
    }
    return FORMULA.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
  }
}
