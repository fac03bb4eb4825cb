package dev.whyvoy.cli;

import static java.util.stream.Collectors.joining;

import dev.whyvoy.core.record.ConfigFormats;
import dev.whyvoy.core.record.Field;
import dev.whyvoy.core.record.KnownFormats;
import dev.whyvoy.core.record.LineReader;
import dev.whyvoy.core.record.LogFormat;
import dev.whyvoy.core.source.Input;
import dev.whyvoy.core.source.InputFiles;
import dev.whyvoy.core.source.Limits;
import dev.whyvoy.core.summary.Filter;
import dev.whyvoy.core.summary.LogScan;
import dev.whyvoy.core.summary.Where;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/** Options of the commands that read logs. */
final class LogOptions {
  /** Memory that a worker and its table have need of. */
  private static final long TABLE_BYTES = 40L << 20;

  private LogOptions() {}

  static void declare(CommandSpec spec) {
    spec.addPositional(
        Options.words("FILE", "logs or folders, also gz, zst, bz2, xz; none or -: stdin"));
    spec.addOption(
        Options.value(
            "--format",
            "FORMAT",
            "name of a known format, Envoy's format string, a JSON map, or a",
            "file of Envoy's, Istio's or other configuration (default: detected)"));
    spec.addOption(
        Options.value(
            "--since",
            "TIME",
            "leave out what is before: 2h means two hours",
            "ago; or a date and time as 2026-03-04T09:00"));
    spec.addOption(Options.value("--until", "TIME", "leave out what is not before"));
    spec.addOption(
        Options.values(
            "--where",
            "CONDITION",
            "only such records, as in response_flags=UF,UC or",
            "duration>=1000 or path!=/health*; repeatable"));
    spec.addOption(
        Options.value(
            "--threads",
            "N",
            "workers (default: one a processor, at most",
            "4 in the usual memory)"));
    spec.addOption(Options.redact());
    spec.addOption(Options.flag("--quiet", "no progress on standard error"));
    spec.addOption(Options.envoyVersion());
    spec.addOption(Options.knowledge());
  }

  static LogScan.Options scan(ParseResult arguments, Terminal terminal) {
    return new LogScan.Options(
        inputs(Options.words(arguments), terminal),
        formats("--format ", arguments.matchedOptionValue("--format", "")),
        filter(arguments),
        by(arguments),
        threads(arguments),
        Limits.USUAL);
  }

  /** Reads what a scan with these options has kept. */
  static LineReader reader(LogScan.Options scan) {
    return scan.formats().isEmpty() ? new LineReader() : LineReader.of(scan.formats());
  }

  /** The inputs of these names, standard input in its place; it alone if there are none. */
  static List<Input> inputs(List<String> names, Terminal terminal) {
    if (names.isEmpty() && terminal.inIsTerminal()) {
      throw new UsageException(
          "no FILE given, and standard input is a terminal; see whyvoy --help");
    }
    int input = names.isEmpty() ? 0 : names.indexOf("-");
    if (input < 0) {
      return files(names, terminal);
    }
    List<String> after = names.stream().skip(input + 1L).filter(n -> !n.equals("-")).toList();
    List<Input> inputs = new ArrayList<>(files(names.subList(0, input), terminal));
    inputs.add(Input.standardInput());
    for (Input file : files(after, terminal)) {
      if (inputs.stream().noneMatch(known -> known.name().equals(file.name()))) {
        inputs.add(file);
      }
    }
    return inputs;
  }

  private static List<Input> files(List<String> names, Terminal terminal) {
    try {
      InputFiles found = InputFiles.of(names);
      List<Path> skipped = found.skipped();
      if (!skipped.isEmpty()) {
        String first = skipped.stream().limit(3).map(Path::toString).collect(joining(", "));
        terminal.complain(
            "skipped "
                + first
                + (skipped.size() > 3 ? " and " + (skipped.size() - 3) + " more" : "")
                + ": not named like logs; name them to read them");
      }
      found.left().forEach(p -> terminal.complain(p.input() + ": " + p.message()));
      if (!names.isEmpty() && found.files().isEmpty()) {
        throw new UsageException(names.get(0) + ": holds no log");
      }
      return found.files().stream().map(Input::file).toList();
    } catch (IOException e) {
      throw new UsageException(names.get(0) + ": can't be read: " + e.getMessage());
    }
  }

  /**
   * The format strings that a name stands for; none to detect them, as for JSON.
   *
   * @param option what to put before the name in a message
   * @param name of a known format, a format string, a JSON object of keys and format strings, or a
   *     file of configuration
   */
  static List<String> formats(String option, String name) {
    if (name.isEmpty()) {
      return List.of();
    }
    if (name.contains("%")) {
      try {
        LineReader.of(List.of(name));
      } catch (IllegalArgumentException e) {
        throw new UsageException(option + name + ": " + e.getMessage());
      }
      return List.of(name);
    }
    LogFormat format = KnownFormats.get().find(name).orElse(null);
    if (format != null) {
      boolean detect = format.kind() == LogFormat.Kind.JSON || format.format().isEmpty();
      return detect ? List.of() : List.of(format.format());
    }
    if (Files.isRegularFile(Path.of(name))) {
      return configured(name);
    }
    throw new UsageException(
        option
            + name
            + ": neither a known format nor a format string, nor a file"
            + Options.didYouMean(name, FormatsCommand.names())
            + "; see whyvoy formats");
  }

  private static List<String> configured(String file) {
    try {
      return ConfigFormats.read(Path.of(file));
    } catch (IllegalArgumentException e) {
      throw new UsageException(String.valueOf(e.getMessage()));
    } catch (IOException e) {
      throw new UsageException(file + ": can't be read: " + e.getMessage());
    }
  }

  static OptionSpec by() {
    return Options.value(
        "--by",
        "FIELD[,FIELD]",
        "tell outcomes apart by these, too, as in",
        "authority,route_name");
  }

  private static List<Field> by(ParseResult arguments) {
    String text =
        arguments.commandSpec().findOption("--by") == null
            ? ""
            : arguments.matchedOptionValue("--by", "");
    List<Field> fields = new ArrayList<>();
    for (String name : text.isEmpty() ? new String[0] : text.split(",", -1)) {
      Field field = Field.of(name.strip().toLowerCase(java.util.Locale.ROOT).replace('-', '_'));
      if (field == null) {
        List<String> names = java.util.Arrays.stream(Field.values()).map(Field::key).toList();
        throw new UsageException(
            "--by " + name + ": no such field" + Options.didYouMean(name, names));
      }
      fields.add(field);
    }
    return fields;
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

  /** One a processor, but no more than there is memory for their tables. */
  private static int threads(ParseResult arguments) {
    String text = arguments.matchedOptionValue("--threads", "");
    if (text.isEmpty()) {
      Runtime runtime = Runtime.getRuntime();
      long tables = Math.max(2, runtime.maxMemory() / TABLE_BYTES);
      return (int) Math.min(runtime.availableProcessors(), tables);
    }
    if (!text.matches("[1-9][0-9]{0,2}")) {
      throw new UsageException("--threads " + text + ": not a number from 1 to 999");
    }
    return Integer.parseInt(text);
  }
}
