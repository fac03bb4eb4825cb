package dev.whyvoy.cli;

import dev.whyvoy.core.diagnose.Explanation;
import dev.whyvoy.core.fact.Facts;
import dev.whyvoy.core.knowledge.EnvoyVersion;
import dev.whyvoy.core.knowledge.Knowledge;
import dev.whyvoy.core.knowledge.Level;
import dev.whyvoy.core.record.LineReader;
import dev.whyvoy.core.source.Input;
import dev.whyvoy.core.source.ReadProblem;
import dev.whyvoy.core.summary.LogScan;
import dev.whyvoy.report.Comparison;
import dev.whyvoy.report.ComparisonView;
import dev.whyvoy.report.Origin;
import dev.whyvoy.report.Page;
import dev.whyvoy.report.Redaction;
import dev.whyvoy.report.ReportView;
import dev.whyvoy.report.SummaryView;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** Reads the logs a command names, and turns what came of it into an exit code. */
final class Scan {
  private final Terminal terminal;
  private final List<String> failOn;
  private final LogScan.Options options;
  private final Knowledge knowledge;
  private final UnaryOperator<Facts> known;
  private final EnvoyVersion version;
  private final List<String> filters;
  private final boolean quiet;
  private final boolean stats;

  Scan(ParseResult arguments, Terminal terminal) throws IOException {
    this.known = GivenConfig.of(arguments);
    this.quiet = Options.flag(arguments, "--quiet");
    this.stats = Options.flag(arguments, "--stats");
    this.terminal = terminal;
    this.version = Options.envoyVersion(arguments);
    this.options = LogOptions.scan(arguments, terminal);
    this.knowledge = Options.knowledge(arguments);
    this.failOn = failOn(arguments, knowledge);
    this.filters = LogOptions.filters(arguments);
  }

  static void declare(CommandSpec spec) {
    LogOptions.declare(spec);
    spec.addOption(Baseline.option());
    spec.addOption(GivenConfig.option());
    spec.addOption(Options.flag("--stats", "how much was read, and how fast, on standard error"));
    spec.addOption(
        Options.value(
            "--fail-on",
            "WHAT",
            "exit with 1 if there is any: error, warning, info",
            "or diagnoses by code, separated by commas"));
  }

  /** Everything read, diagnosed. */
  record Outcome(SummaryView view, int code, long bytes, List<ReadProblem> problems) {}

  /** What changed since a time before. */
  record Compared(SummaryView before, SummaryView after, ComparisonView view, int code) {
    Comparison comparison() {
      return view.comparison();
    }
  }

  /** Reads what the scan has kept. */
  LineReader reader() {
    return LogOptions.reader(options);
  }

  /**
   * Reads logs as they grow until the program is told to end.
   *
   * @param page what the live screen is laid out for
   */
  Outcome follow(Page page, Optional<Redaction> redaction) throws IOException {
    Follow follow =
        new Follow(
            options,
            terminal,
            page,
            redaction,
            summary -> SummaryView.of(summary, knowledge, version, this::reader, known));
    SummaryView view = follow.run();
    return new Outcome(view, code(view, false), 0, List.of());
  }

  Outcome run() {
    return run(options);
  }

  private Outcome run(LogScan.Options what) {
    LogScan scan = new LogScan(what);
    terminal.interruption().onRequest(scan::stop);
    long start = System.nanoTime();
    LogScan.Result result;
    try (Progress progress = Progress.of(scan, what.size(), terminal, quiet)) {
      result = scan.summarize();
    }
    if (stats) {
      terminal
          .err()
          .print(
              Statistics.of(
                  result.summary(), result.bytes(), System.nanoTime() - start, what.threads()));
    }
    List<ReadProblem> problems = new ArrayList<>(result.problems());
    if (terminal.interruption().requested()) {
      problems.add(new ReadProblem("interrupted", "this is what was read so far"));
      terminal.complain("interrupted; this is what was read so far");
    }
    if (scan.passedOver() > 0) {
      terminal.complain(
          "passed over "
              + (scan.passedOver() >> 20)
              + " MiB of sorted lines from before --since; they are not counted as filtered out");
    }
    SummaryView view =
        SummaryView.of(result.summary(), knowledge, version, () -> LogOptions.reader(what), known);
    for (ReadProblem note : scan.notes()) {
      terminal.complain(note.input() + ": " + note.message());
    }
    for (ReadProblem problem : result.problems()) {
      terminal.complain(problem.input() + ": " + problem.message());
    }
    return new Outcome(
        view, code(view, !result.problems().isEmpty()), result.bytes(), List.copyOf(problems));
  }

  /**
   * What a full report tells of it.
   *
   * @param seen what may be seen of an explained line
   */
  ReportView report(Outcome outcome, UnaryOperator<Explanation> seen) {
    return ReportView.of(
        outcome.view(),
        origin(outcome, options.inputs()),
        knowledge,
        Options.explainer(knowledge, version, known),
        LogOptions.reader(options),
        seen);
  }

  private Origin origin(Outcome outcome, List<Input> inputs) {
    return new Origin(
        inputs.stream().map(Input::name).toList(),
        outcome.bytes(),
        outcome.problems().stream().map(p -> p.input() + ": " + p.message()).toList(),
        filters,
        Help.version(),
        version.toString(),
        Instant.now());
  }

  /** Reads both sides of a comparison, the later one first. */
  Compared compare(Baseline baseline) {
    LogScan.Options after = baseline.after(options);
    Outcome now = run(after);
    List<Input> logs =
        baseline instanceof Baseline.Logs before
            ? LogOptions.inputs(before.files(), terminal)
            : after.inputs();
    Outcome then = run(baseline.before(after, now.view(), logs));
    boolean unreadable = then.code() == ExitCode.INPUT_UNREADABLE;
    return new Compared(
        then.view(),
        now.view(),
        ComparisonView.of(
            Comparison.of(then.view(), now.view()),
            origin(then, logs),
            origin(now, after.inputs()),
            now.view()),
        unreadable ? ExitCode.INPUT_UNREADABLE : now.code());
  }

  private int code(SummaryView view, boolean unreadable) {
    if (unreadable) {
      return ExitCode.INPUT_UNREADABLE;
    }
    return failOn.stream().anyMatch(what -> count(view, what) > 0)
        ? ExitCode.CONDITION_MET
        : ExitCode.DONE;
  }

  private static long count(SummaryView view, String what) {
    for (Level level : Level.values()) {
      if (level.word().equals(what)) {
        return view.atLeast(level);
      }
    }
    return view.with(what);
  }

  private static List<String> failOn(ParseResult arguments, Knowledge knowledge) {
    String text = arguments.matchedOptionValue("--fail-on", "");
    if (text.isEmpty()) {
      return List.of();
    }
    List<String> all = List.of(text.toLowerCase(Locale.ROOT).split(",", -1));
    for (String what : all) {
      boolean level = List.of(Level.values()).stream().anyMatch(l -> l.word().equals(what));
      if (!level && knowledge.diagnosis(what).isEmpty()) {
        throw new UsageException(
            "--fail-on " + what + ": neither error, warning or info nor a diagnosis");
      }
    }
    return all;
  }
}
