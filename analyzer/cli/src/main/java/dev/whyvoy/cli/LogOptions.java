package dev.whyvoy.cli;

import dev.whyvoy.core.record.Field;
import dev.whyvoy.core.record.KnownFormats;
import dev.whyvoy.core.record.LineReader;
import dev.whyvoy.core.record.LogFormat;
import dev.whyvoy.core.source.Input;
import dev.whyvoy.core.source.Limits;
import dev.whyvoy.core.summary.Filter;
import dev.whyvoy.core.summary.LogScan;
import dev.whyvoy.core.summary.Where;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** Options of the commands that read logs. */
final class LogOptions {
  private LogOptions() {}

  static void declare(CommandSpec spec) {
    spec.addPositional(
        Options.words("FILE", "logs, also gz, zst, bz2, xz; none or -: standard input"));
    spec.addOption(
        Options.value(
            "--format",
            "FORMAT",
            "name of a known format or Envoy's format string",
            "(default: detected; see whyvoy formats)"));
    spec.addOption(
        Options.value(
            "--since", "TIME", "leave out what is before, as in 2026-03-04T09:00,", "or 2h (ago)"));
    spec.addOption(Options.value("--until", "TIME", "leave out what is not before"));
    spec.addOption(
        Options.values(
            "--where",
            "CONDITION",
            "only such records, as in response_flags=UF,UC or",
            "duration>=1000 or path!=/health*; repeatable"));
    spec.addOption(Options.value("--threads", "N", "workers (default: one a processor)"));
    spec.addOption(Options.redact());
    spec.addOption(Options.envoyVersion());
    spec.addOption(Options.knowledge());
  }

  static LogScan.Options scan(ParseResult arguments, Terminal terminal) {
    return new LogScan.Options(
        inputs(Options.words(arguments), terminal),
        formats("--format ", arguments.matchedOptionValue("--format", "")),
        filter(arguments),
        List.<Field>of(),
        threads(arguments),
        Limits.USUAL);
  }

  /** Reads what a scan with these options has kept. */
  static LineReader reader(LogScan.Options scan) {
    return scan.formats().isEmpty() ? new LineReader() : LineReader.of(scan.formats());
  }

  /** The inputs of these names; standard input if there are none. */
  static List<Input> inputs(List<String> names, Terminal terminal) {
    if (names.isEmpty() && terminal.inIsTerminal()) {
      throw new UsageException(
          "no FILE given, and standard input is a terminal; see whyvoy --help");
    }
    List<Input> inputs = new ArrayList<>();
    for (String name : names.isEmpty() ? List.of("-") : names) {
      Path path = Path.of(name);
      if (Files.isDirectory(path)) {
        throw new UsageException(name + ": is a folder; name the files in it");
      }
      inputs.add(name.equals("-") ? Input.standardInput() : Input.file(path));
    }
    return inputs;
  }

  /**
   * The format strings that a name stands for; none to detect them, as for JSON.
   *
   * @param option what to put before the name in a message
   */
  static List<String> formats(String option, String name) {
    if (name.isEmpty()) {
      return List.of();
    }
    if (name.contains("%")) {
      return List.of(name);
    }
    LogFormat format =
        KnownFormats.get()
            .find(name)
            .orElseThrow(
                () ->
                    new UsageException(
                        option
                            + name
                            + ": neither a known format nor a format string"
                            + Options.didYouMean(name, FormatsCommand.names())
                            + "; see whyvoy formats"));
    return format.kind() == LogFormat.Kind.TEXT ? List.of(format.format()) : List.of();
  }

  private static Filter filter(ParseResult arguments) {
    List<Where> where = new ArrayList<>();
    List<String> conditions = arguments.matchedOptionValue("--where", List.of());
    for (String condition : conditions) {
      try {
        where.add(Where.parse(condition));
      } catch (IllegalArgumentException e) {
        throw new UsageException("--where " + condition + ": " + e.getMessage());
      }
    }
    long since = time(arguments, "--since", Long.MIN_VALUE);
    long until = time(arguments, "--until", Long.MAX_VALUE);
    boolean all = where.isEmpty() && since == Long.MIN_VALUE && until == Long.MAX_VALUE;
    return all ? Filter.ALL : new Filter(since, until, where);
  }

  /** The options that leave records out, as given. */
  static List<String> filters(ParseResult arguments) {
    List<String> filters = new ArrayList<>();
    for (String name : List.of("--since", "--until")) {
      String value = arguments.matchedOptionValue(name, "");
      if (!value.isEmpty()) {
        filters.add(name + " " + value);
      }
    }
    List<String> conditions = arguments.matchedOptionValue("--where", List.of());
    conditions.forEach(condition -> filters.add("--where " + ShellWord.quoted(condition)));
    return filters;
  }

  private static long time(ParseResult arguments, String name, long otherwise) {
    String text = arguments.matchedOptionValue(name, "");
    return text.isEmpty() ? otherwise : PointInTime.parse(name, text);
  }

  private static int threads(ParseResult arguments) {
    String text = arguments.matchedOptionValue("--threads", "");
    if (text.isEmpty()) {
      return Runtime.getRuntime().availableProcessors();
    }
    if (!text.matches("[1-9][0-9]{0,2}")) {
      throw new UsageException("--threads " + text + ": not a number from 1 to 999");
    }
    return Integer.parseInt(text);
  }
}
