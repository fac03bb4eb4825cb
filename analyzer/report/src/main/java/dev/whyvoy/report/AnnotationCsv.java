package dev.whyvoy.report;

import dev.whyvoy.core.diagnose.Finding;
import dev.whyvoy.core.diagnose.RankedCause;
import dev.whyvoy.core.knowledge.Diagnosis;
import dev.whyvoy.core.record.ColumnNames;
import dev.whyvoy.core.record.Field;
import java.io.IOException;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;

/**
 * Annotated records as CSV: where a record is from, its fields and its diagnosis; of a table, its
 * own columns and behind them the diagnosis.
 */
public final class AnnotationCsv {
  private static final List<Field> FIELDS =
      List.of(
          Field.START_TIME,
          Field.METHOD,
          Field.PATH,
          Field.PROTOCOL,
          Field.RESPONSE_CODE,
          Field.RESPONSE_FLAGS,
          Field.RESPONSE_CODE_DETAILS,
          Field.CONNECTION_TERMINATION_DETAILS,
          Field.UPSTREAM_TRANSPORT_FAILURE_REASON,
          Field.BYTES_RECEIVED,
          Field.BYTES_SENT,
          Field.DURATION,
          Field.UPSTREAM_SERVICE_TIME,
          Field.X_FORWARDED_FOR,
          Field.USER_AGENT,
          Field.REQUEST_ID,
          Field.AUTHORITY,
          Field.UPSTREAM_HOST,
          Field.UPSTREAM_CLUSTER,
          Field.UPSTREAM_LOCAL_ADDRESS,
          Field.DOWNSTREAM_LOCAL_ADDRESS,
          Field.DOWNSTREAM_REMOTE_ADDRESS,
          Field.REQUESTED_SERVER_NAME,
          Field.ROUTE_NAME);

  private static final List<String> DIAGNOSIS =
      List.of(
          "diagnosis_code",
          "diagnosis_slug",
          "level",
          "locus",
          "certainty",
          "diagnosis_line",
          "cause",
          "cause_likelihood",
          "cause_title");

  /** The columns for records of logs, in order. */
  public static final List<String> COLUMNS = columns(List.of(), true);

  private final List<String> original;
  private final boolean withFields;

  /**
   * For records of one table, or of logs.
   *
   * @param original columns of the table; none for logs
   */
  public AnnotationCsv(List<String> original) {
    this.original = List.copyOf(original);
    this.withFields = original.isEmpty() || original.stream().anyMatch(ColumnNames::isLine);
  }

  /** Names of all columns, in order. */
  public List<String> columns() {
    return columns(original, withFields);
  }

  private static List<String> columns(List<String> original, boolean withFields) {
    List<String> columns = new ArrayList<>(original);
    if (!original.isEmpty()) {
      add(columns, "more_cells");
    }
    add(columns, "source");
    add(columns, "line");
    if (withFields) {
      FIELDS.forEach(field -> add(columns, field.key()));
    }
    DIAGNOSIS.forEach(name -> add(columns, name));
    return List.copyOf(columns);
  }

  private static void add(List<String> columns, String name) {
    boolean taken = columns.stream().anyMatch(name::equalsIgnoreCase);
    columns.add(taken ? "whyvoy_" + name : name);
  }

  /**
   * The fields that columns hold, by name; what a column is called where it holds none. For those
   * who redact them.
   */
  public List<String> fields() {
    List<String> names = new ArrayList<>(columns());
    for (int i = 0; i < original.size(); i++) {
      Field field = ColumnNames.field(names.get(i));
      names.set(i, field == null ? names.get(i) : field.key());
    }
    return names;
  }

  /** The first row. */
  public String header() throws IOException {
    return row(columns());
  }

  /** The row of a record. */
  public String of(AnnotatedLine line) throws IOException {
    List<String> cells = new ArrayList<>();
    for (int i = 0; i < original.size(); i++) {
      cells.add(i < line.cells().size() ? Csv.cell(line.cells().get(i)) : "");
    }
    if (!original.isEmpty()) {
      int known = Math.min(original.size(), line.cells().size());
      cells.add(Csv.cell(String.join(";", line.cells().subList(known, line.cells().size()))));
    }
    cells.add(Csv.cell(line.source()));
    cells.add(String.valueOf(line.number()));
    if (withFields) {
      FIELDS.forEach(field -> cells.add(Csv.cell(line.fields().getOrDefault(field, ""))));
    }
    diagnosis(cells, line.finding());
    return row(cells);
  }

  private static void diagnosis(List<String> cells, @Nullable Finding finding) {
    Diagnosis diagnosis = finding == null ? null : finding.diagnosis();
    cells.add(diagnosis == null ? "" : diagnosis.code());
    cells.add(diagnosis == null ? "" : diagnosis.slug());
    cells.add(diagnosis == null ? "" : diagnosis.level().word());
    cells.add(diagnosis == null ? "" : diagnosis.locus().word());
    cells.add(finding == null ? "" : finding.certainty().word());
    cells.add(finding == null ? "" : Csv.cell(finding.line()));
    Optional<RankedCause> cause =
        finding == null ? Optional.empty() : finding.causes().stream().findFirst();
    cells.add(cause.map(c -> c.cause().id()).orElse(""));
    cells.add(cause.map(c -> String.format(Locale.ROOT, "%.3f", c.likelihood())).orElse(""));
    cells.add(cause.map(c -> Csv.cell(c.cause().title())).orElse(""));
  }

  private static String row(List<String> cells) throws IOException {
    StringWriter text = new StringWriter();
    CSVPrinter printer = Csv.printer(text);
    printer.printRecord(cells);
    return text.toString();
  }
}
