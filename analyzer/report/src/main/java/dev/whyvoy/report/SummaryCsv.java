package dev.whyvoy.report;

import dev.whyvoy.core.diagnose.RankedCause;
import dev.whyvoy.core.knowledge.Diagnosis;
import dev.whyvoy.core.record.Field;
import dev.whyvoy.core.summary.Durations;
import dev.whyvoy.core.summary.Group;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import org.apache.commons.csv.CSVPrinter;

/** A summary as CSV: one row for each kind of failure at each cluster, the most frequent first. */
public final class SummaryCsv {
  /** The columns, in order. */
  public static final List<String> COLUMNS =
      List.of(
          "diagnosis_code",
          "diagnosis_slug",
          "level",
          "locus",
          "diagnosis_line",
          "count",
          "share",
          "first_seen",
          "last_seen",
          "response_code",
          "response_flags",
          "response_code_details",
          "upstream_transport_failure_reason",
          "connection_termination_details",
          "upstream_cluster",
          "upstream_host",
          "upstream_host_count",
          "upstream_hosts",
          "duration_p50_ms",
          "duration_p99_ms",
          "cause",
          "cause_likelihood",
          "cause_title",
          "sample");

  private SummaryCsv() {}

  /** The columns, and behind them a {@code by_} column for each field that is grouped by. */
  public static List<String> columns(SummaryView view) {
    List<String> columns = new ArrayList<>(COLUMNS);
    view.summary().by().forEach(field -> columns.add("by_" + field.key()));
    return columns;
  }

  /** Writes header and rows; {@code out} stays open. */
  public static void write(SummaryView view, Writer out) throws IOException {
    CSVPrinter printer = Csv.printer(out, columns(view));
    List<DiagnosedGroup> rows =
        view.outcomes().stream()
            .flatMap(outcome -> outcome.groups().stream())
            .sorted(
                Comparator.comparingLong((DiagnosedGroup row) -> row.group().count()).reversed())
            .toList();
    for (DiagnosedGroup row : rows) {
      row(printer, row, view.accounting().failed());
    }
    printer.flush();
  }

  private static void row(CSVPrinter printer, DiagnosedGroup row, long failed) throws IOException {
    Group group = row.group();
    Diagnosis diagnosis = row.finding() == null ? null : row.finding().diagnosis();
    cell(printer, diagnosis == null ? "" : diagnosis.code());
    cell(printer, diagnosis == null ? "" : diagnosis.slug());
    cell(printer, diagnosis == null ? "" : diagnosis.level().word());
    cell(printer, diagnosis == null ? "" : diagnosis.locus().word());
    cell(printer, row.finding() == null ? "" : row.finding().line());
    printer.print(group.count());
    printer.print(ratio(group.count() / (double) Math.max(1, failed)));
    cell(printer, Times.iso(time(group.first())));
    cell(printer, Times.iso(time(group.last())));
    cell(printer, row.value(Field.RESPONSE_CODE));
    cell(printer, row.value(Field.RESPONSE_FLAGS));
    cell(printer, row.value(Field.RESPONSE_CODE_DETAILS));
    cell(printer, row.value(Field.UPSTREAM_TRANSPORT_FAILURE_REASON));
    cell(printer, row.value(Field.CONNECTION_TERMINATION_DETAILS));
    cell(printer, row.value(Field.UPSTREAM_CLUSTER));
    hosts(printer, group);
    duration(printer, group.durations(), 0.5);
    duration(printer, group.durations(), 0.99);
    Optional<RankedCause> cause = row.causes().stream().findFirst();
    cell(printer, cause.map(c -> c.cause().id()).orElse(""));
    cell(printer, cause.map(c -> ratio(c.likelihood())).orElse(""));
    cell(printer, cause.map(c -> c.cause().title()).orElse(""));
    cell(printer, row.samples().stream().findFirst().orElse(""));
    for (String value : group.signature().by()) {
      cell(printer, value);
    }
    printer.println();
  }

  /** The host most affected, its records, and how many hosts there are. */
  private static void hosts(CSVPrinter printer, Group group) throws IOException {
    var hosts = group.hosts();
    var top = hosts.flatMap(tally -> tally.top(1).stream().findFirst());
    cell(printer, top.map(entry -> entry.value()).orElse(""));
    cell(printer, top.map(entry -> String.valueOf(entry.count())).orElse(""));
    cell(printer, hosts.map(tally -> String.valueOf(tally.distinct())).orElse(""));
  }

  private static void duration(CSVPrinter printer, Durations durations, double share)
      throws IOException {
    long percentile = durations.percentile(share);
    cell(printer, percentile < 0 ? "" : String.valueOf(percentile));
  }

  private static void cell(CSVPrinter printer, String text) throws IOException {
    printer.print(Csv.cell(text));
  }

  private static OptionalLong time(Optional<Long> time) {
    return time.isPresent() ? OptionalLong.of(time.get()) : OptionalLong.empty();
  }

  private static String ratio(double value) {
    return String.format(Locale.ROOT, "%.4f", value);
  }
}
