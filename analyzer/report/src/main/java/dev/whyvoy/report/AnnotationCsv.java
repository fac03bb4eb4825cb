package dev.whyvoy.report;

import dev.whyvoy.core.diagnose.Finding;
import dev.whyvoy.core.diagnose.RankedCause;
import dev.whyvoy.core.knowledge.Diagnosis;
import dev.whyvoy.core.record.Field;
import java.io.IOException;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVPrinter;

/** Annotated records as CSV. */
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

  /** The columns, in order. */
  public static final List<String> COLUMNS =
      Stream.of(
              Stream.of("source", "line"),
              FIELDS.stream().map(Field::key),
              Stream.of(
                  "diagnosis_code",
                  "diagnosis_slug",
                  "level",
                  "locus",
                  "certainty",
                  "diagnosis_line",
                  "cause",
                  "cause_likelihood",
                  "cause_title"))
          .flatMap(names -> names)
          .toList();

  private AnnotationCsv() {}

  /** The first row. */
  public static String header() throws IOException {
    StringWriter text = new StringWriter();
    Csv.printer(text, COLUMNS).flush();
    return text.toString();
  }

  /** The row of a record. */
  public static String of(AnnotatedLine line) throws IOException {
    List<String> cells = new ArrayList<>(COLUMNS.size());
    cells.add(Csv.cell(line.source()));
    cells.add(String.valueOf(line.number()));
    for (Field field : FIELDS) {
      cells.add(Csv.cell(line.fields().getOrDefault(field, "")));
    }
    Finding finding = line.finding();
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
    StringWriter text = new StringWriter();
    CSVPrinter printer = Csv.printer(text);
    printer.printRecord(cells);
    return text.toString();
  }
}
