package dev.whyvoy.cli;

import dev.whyvoy.core.diagnose.Diagnoser;
import dev.whyvoy.core.explain.RecordFacts;
import dev.whyvoy.core.knowledge.Knowledge;
import dev.whyvoy.core.source.Input;
import dev.whyvoy.core.source.LineSource;
import dev.whyvoy.core.source.ReadProblem;
import dev.whyvoy.core.summary.LogScan;
import dev.whyvoy.report.AnnotationCsv;
import dev.whyvoy.report.Redaction;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** Every line with its diagnosis. */
final class AnnotateCommand implements Command {
  private static final List<String> OUTPUTS = List.of("csv", "ndjson");

  @Override
  public CommandSpec spec() {
    CommandSpec spec =
        Options.command(
            "annotate",
            "Reads logs and writes every record with its diagnosis, in the order of the input:",
            "as CSV one row a record, as NDJSON one object a line, whatever the line is. Tables (CSV,",
            "TSV) keep their columns; the diagnosis comes behind them.");
    spec.usageMessage()
        .customSynopsis("whyvoy annotate [OPTION...] [FILE...]")
        .footer(
            "  whyvoy annotate --failed access.log > failures.csv",
            "  whyvoy annotate --output ndjson access.log | jq -c .diagnosis.code | sort",
            "  whyvoy annotate --failed --where response_flags=UC access.log",
            "  whyvoy annotate export.csv > export-diagnosed.csv");
    LogOptions.declare(spec);
    spec.addOption(Options.flag("--failed", "only records that show a failure"));
    spec.addOption(Options.value("--output", "FORMAT", "csv (the default) or ndjson"));
    return Options.common(spec);
  }

  @Override
  public int run(ParseResult arguments, Terminal terminal) throws IOException {
    boolean csv = Options.choice(arguments, "--output", OUTPUTS).equals("csv");
    LogScan.Options options = LogOptions.scan(arguments, terminal);
    Knowledge knowledge = Options.knowledge(arguments);
    Optional<Redaction> redaction = Options.redaction(arguments, LogOptions.reader(options));
    // Names are given in the order of the lines: one worker keeps it.
    int threads = redaction.isPresent() ? 1 : options.threads();
    boolean oneTable = oneTable(options.inputs(), terminal);
    Annotator annotator =
        new Annotator(
            options,
            new RecordFacts(knowledge),
            new Diagnoser(knowledge, Options.envoyVersion(arguments)),
            csv,
            oneTable,
            Options.flag(arguments, "--failed"),
            redaction.orElse(null));
    InOrder out = new InOrder(terminal.out());
    List<ReadProblem> problems;
    List<String> columns;
    try (LineSource source = new LineSource(options.inputs(), options.limits(), true)) {
      Workers workers = new Workers(threads, () -> annotator.run(source, out));
      terminal
          .interruption()
          .onRequest(
              () -> {
                source.stop();
                workers.interrupt();
              });
      workers.run();
      source.notes().forEach(note -> terminal.complain(note.input() + ": " + note.message()));
      problems = source.problems();
      columns = oneTable ? source.columns(0) : List.of();
    }
    if (csv && out.isEmpty()) {
      terminal.write(new AnnotationCsv(columns).header());
    }
    out.rethrow();
    problems.forEach(problem -> terminal.complain(problem.input() + ": " + problem.message()));
    return problems.isEmpty() ? ExitCode.DONE : ExitCode.INPUT_UNREADABLE;
  }

  /** Whether there is one input, or tables of the same columns only. */
  private static boolean oneTable(List<Input> inputs, Terminal terminal) {
    if (inputs.size() == 1) {
      return true;
    }
    Set<List<String>> headers = new HashSet<>();
    for (Input input : inputs) {
      try {
        headers.add(LineSource.columns(input));
      } catch (IOException e) {
        // What cannot be read is told of when it is read.
        continue;
      }
    }
    if (headers.size() > 1) {
      terminal.complain(
          "not all inputs have the same columns: these are left out; annotate tables one by one to"
              + " keep theirs");
    }
    return headers.size() == 1;
  }
}
