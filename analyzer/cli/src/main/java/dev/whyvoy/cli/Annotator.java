package dev.whyvoy.cli;

import dev.whyvoy.core.diagnose.Diagnoser;
import dev.whyvoy.core.diagnose.Finding;
import dev.whyvoy.core.explain.RecordFacts;
import dev.whyvoy.core.record.AccessRecord;
import dev.whyvoy.core.record.Bytes;
import dev.whyvoy.core.record.Field;
import dev.whyvoy.core.record.LineKind;
import dev.whyvoy.core.record.LineReader;
import dev.whyvoy.core.source.Block;
import dev.whyvoy.core.source.LineSource;
import dev.whyvoy.core.source.TableRow;
import dev.whyvoy.core.summary.Failure;
import dev.whyvoy.core.summary.Filter;
import dev.whyvoy.core.summary.LogScan;
import dev.whyvoy.report.AnnotatedLine;
import dev.whyvoy.report.AnnotationCsv;
import dev.whyvoy.report.AnnotationJson;
import dev.whyvoy.report.Redaction;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads lines, diagnoses what failed, and renders each. Safe for many threads. */
final class Annotator {
  private final LogScan.Options options;
  private final RecordFacts facts;
  private final Diagnoser diagnoser;
  private final boolean csv;
  private final boolean oneTable;
  private final boolean onlyFailed;
  private final @Nullable Redaction redaction;

  /**
   * For lines of {@code options}.
   *
   * @param csv whether to write CSV, not NDJSON
   * @param oneTable whether all inputs have the same columns, if they are tables: they are kept
   */
  Annotator(
      LogScan.Options options,
      RecordFacts facts,
      Diagnoser diagnoser,
      boolean csv,
      boolean oneTable,
      boolean onlyFailed,
      @Nullable Redaction redaction) {
    this.options = options;
    this.facts = facts;
    this.diagnoser = diagnoser;
    this.csv = csv;
    this.oneTable = oneTable;
    this.onlyFailed = onlyFailed;
    this.redaction = redaction;
  }

  /** Works on what {@code source} hands out until there is no more. */
  void run(LineSource source, InOrder out) {
    LineReader reader = LogOptions.reader(options);
    Block block = new Block();
    boolean open = true;
    while (open && source.next(block)) {
      StringBuilder text = new StringBuilder();
      try {
        List<String> columns = oneTable || !csv ? source.columns(block.input()) : List.of();
        AnnotationCsv layout = new AnnotationCsv(columns);
        if (csv && block.number() == 0) {
          text.append(layout.header());
        }
        lines(block, reader, columns, layout, text);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      } finally {
        open = out.write(block.number(), text.toString().getBytes(StandardCharsets.UTF_8));
      }
    }
    if (!open) {
      source.stop();
    }
  }

  private void lines(
      Block block,
      LineReader reader,
      List<String> columns,
      AnnotationCsv layout,
      StringBuilder text)
      throws IOException {
    byte[] bytes = block.bytes();
    String source = options.inputs().get(block.input()).name();
    long number = block.firstLine();
    int at = block.from();
    while (at < block.to()) {
      int end = Bytes.newline(bytes, at, block.to());
      int stop = Math.min(end, at + options.limits().line());
      LineKind kind = reader.read(bytes, at, stop);
      AccessRecord record = reader.record();
      boolean failed = kind == LineKind.ACCESS && Failure.shownBy(record);
      if (isWanted(kind, failed, record, !columns.isEmpty())) {
        String line = new String(bytes, at, stop - at, StandardCharsets.UTF_8);
        Map<Field, String> fields = kind == LineKind.ACCESS ? record.fields() : Map.of();
        Finding finding = failed ? diagnose(fields) : null;
        List<String> cells = columns.isEmpty() ? List.of() : TableRow.cells(line);
        AnnotatedLine annotated =
            new AnnotatedLine(source, number, kind, line, cells, fields, finding);
        text.append(
            redaction == null
                ? rendered(annotated, columns, layout)
                : redacted(annotated, columns, layout, redaction));
      }
      number++;
      at = end + 1;
    }
  }

  private String rendered(AnnotatedLine line, List<String> columns, AnnotationCsv layout)
      throws IOException {
    return csv ? layout.of(line) : AnnotationJson.of(line, columns);
  }

  private String redacted(
      AnnotatedLine line, List<String> columns, AnnotationCsv layout, Redaction hiding)
      throws IOException {
    hiding.learn(line.fields());
    boolean unread = line.kind().notUnderstood();
    String text = unread ? Redaction.shape(line.text()) : line.text();
    List<String> cells =
        unread ? line.cells().stream().map(Redaction::shape).toList() : line.cells();
    String rendered =
        rendered(
            new AnnotatedLine(
                line.source(),
                line.number(),
                line.kind(),
                text,
                cells,
                line.fields(),
                line.finding()),
            columns,
            layout);
    return csv ? hiding.csv(rendered, layout.fields()) : hiding.json(rendered);
  }

  /** Of a table whose columns are kept all rows are, unless there is a choice to be made. */
  private boolean isWanted(LineKind kind, boolean failed, AccessRecord record, boolean table) {
    if (kind != LineKind.ACCESS) {
      return (!csv || table && options.filter().equals(Filter.ALL)) && !onlyFailed;
    }
    return (failed || !onlyFailed) && options.filter().accepts(record, record.time());
  }

  private @Nullable Finding diagnose(Map<Field, String> fields) {
    Map<String, String> named = new LinkedHashMap<>();
    fields.forEach((field, text) -> named.put(field.fact(), text));
    List<Finding> findings = diagnoser.diagnose(facts.of(named));
    return findings.isEmpty() ? null : findings.get(0);
  }
}
