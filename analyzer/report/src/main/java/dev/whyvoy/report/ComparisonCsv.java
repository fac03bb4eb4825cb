package dev.whyvoy.report;

import dev.whyvoy.report.Comparison.Amount;
import dev.whyvoy.report.Comparison.Change;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import org.apache.commons.csv.CSVPrinter;

/** A comparison as CSV: a row for the total, each diagnosis, each cluster and each host. */
public final class ComparisonCsv {
  /** The columns, in order. */
  public static final List<String> COLUMNS =
      List.of(
          "kind",
          "name",
          "title",
          "verdict",
          "before_count",
          "before_of",
          "before_rate",
          "after_count",
          "after_of",
          "after_rate",
          "factor",
          "chance",
          "basis",
          "line");

  private ComparisonCsv() {}

  /** Writes header and rows; {@code out} stays open. */
  public static void write(Comparison comparison, Writer out) throws IOException {
    CSVPrinter printer = Csv.printer(out, COLUMNS);
    row(printer, comparison, comparison.total());
    for (Change change : comparison.changes()) {
      row(printer, comparison, change);
    }
    printer.flush();
  }

  private static void row(CSVPrinter printer, Comparison comparison, Change change)
      throws IOException {
    printer.print(word(change.kind()));
    printer.print(Csv.cell(change.name()));
    printer.print(Csv.cell(change.title()));
    printer.print(change.verdict().word());
    amount(printer, change.before());
    amount(printer, change.after());
    printer.print(number(change.factor(), "%.3f"));
    printer.print(String.format(Locale.ROOT, "%.2g", change.chance()));
    printer.print(word(comparison.basis()));
    printer.print(Csv.cell(change.line()));
    printer.println();
  }

  private static void amount(CSVPrinter printer, Amount amount) throws IOException {
    printer.print(amount.count());
    printer.print(String.format(Locale.ROOT, amount.of() % 1 == 0 ? "%.0f" : "%.2f", amount.of()));
    printer.print(number(amount.rate(), "%.6f"));
  }

  private static String number(OptionalDouble number, String format) {
    return number.isEmpty() ? "" : String.format(Locale.ROOT, format, number.getAsDouble());
  }

  static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}
