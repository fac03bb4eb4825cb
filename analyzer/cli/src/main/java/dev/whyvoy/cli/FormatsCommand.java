package dev.whyvoy.cli;

import dev.whyvoy.core.record.Bytes;
import dev.whyvoy.core.record.FormatSurvey;
import dev.whyvoy.core.record.KnownFormats;
import dev.whyvoy.core.record.LineKind;
import dev.whyvoy.core.record.LineReader;
import dev.whyvoy.core.record.LogFormat;
import dev.whyvoy.core.source.Block;
import dev.whyvoy.core.source.Input;
import dev.whyvoy.core.source.Limits;
import dev.whyvoy.core.source.LineSource;
import dev.whyvoy.report.FormatText;
import dev.whyvoy.report.FormatTrial;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** Lists the known log formats, and tries a format on lines. */
final class FormatsCommand implements Command {
  @Override
  public CommandSpec spec() {
    CommandSpec spec =
        Options.command(
            "formats",
            "Lists the known log formats; shows one; tries one, or Envoy's format string, on",
            "logs: how many lines it fits, and what is read from the first; or says which",
            "format each stretch of a log is in.");
    spec.usageMessage()
        .customSynopsis(
            "whyvoy formats [OPTION...] [FORMAT [FILE...]]", "whyvoy formats --detect [FILE...]")
        .footer(
            "  whyvoy formats",
            "  whyvoy formats istio-text-1.23",
            "  whyvoy formats --detect access.log",
            "  whyvoy formats envoy-default access.log",
            "  whyvoy formats bootstrap.yaml access.log",
            "  whyvoy formats '%%START_TIME%% %%RESPONSE_CODE%% %%RESPONSE_FLAGS%%' access.log");
    spec.addPositional(Options.words("FORMAT", "name, format string or configuration; then logs"));
    spec.addOption(Options.flag("--detect", "say which format the lines of logs are in, and why"));
    return Options.common(spec);
  }

  static List<String> names() {
    return KnownFormats.get().all().stream().map(LogFormat::id).toList();
  }

  @Override
  public int run(ParseResult arguments, Terminal terminal) throws IOException {
    List<String> words = Options.words(arguments);
    FormatText text = new FormatText(Options.page(arguments, terminal));
    if (Options.flag(arguments, "--detect")) {
      return detect(LogOptions.inputs(words, terminal), text, terminal);
    }
    if (words.isEmpty()) {
      terminal.write(text.list(KnownFormats.get().all(), terminal.outIsTerminal()));
      return ExitCode.DONE;
    }
    String name = words.get(0);
    Optional<LogFormat> known = KnownFormats.get().find(name);
    List<String> formats = LogOptions.formats("", name);
    List<String> files = words.subList(1, words.size());
    if (files.isEmpty() && (known.isPresent() || terminal.inIsTerminal())) {
      terminal.write(known.map(text::show).orElseGet(() -> text.show(formats)));
      return ExitCode.DONE;
    }
    LineReader reader = formats.isEmpty() ? new LineReader() : LineReader.of(formats);
    FormatTrial trial = new FormatTrial();
    int code =
        read(
            new LineSource(LogOptions.inputs(files, terminal), Limits.USUAL, true),
            reader,
            terminal,
            (kind, number, bytes, from, to) ->
                trial.add(kind, reader.record(), number, bytes, from, to));
    terminal.write(trial.isEmpty() ? text.show(formats) : text.trial(trial));
    return code;
  }

  private static int detect(List<Input> inputs, FormatText text, Terminal terminal)
      throws IOException {
    int code = ExitCode.DONE;
    for (Input input : inputs) {
      LineReader reader = new LineReader();
      FormatSurvey survey = new FormatSurvey();
      LineSource source = new LineSource(List.of(input), Limits.USUAL, true);
      int read =
          read(
              source,
              reader,
              terminal,
              (kind, number, bytes, from, to) -> survey.add(kind, reader, number));
      terminal.write(text.survey(inputs.size() > 1 ? input.name() : "", source.shape(0), survey));
      code = Math.max(code, read);
    }
    return code;
  }

  /** Takes what was read from a line. */
  private interface Lines {
    void add(LineKind kind, long number, byte[] bytes, int from, int to);
  }

  private static int read(LineSource source, LineReader reader, Terminal terminal, Lines lines) {
    try (source) {
      Block block = new Block();
      while (source.next(block)) {
        byte[] bytes = block.bytes();
        long number = block.firstLine();
        int at = block.from();
        while (at < block.to()) {
          int end = Bytes.newline(bytes, at, block.to());
          lines.add(reader.read(bytes, at, end), number++, bytes, at, end);
          at = end + 1;
        }
      }
    }
    source
        .problems()
        .forEach(problem -> terminal.complain(problem.input() + ": " + problem.message()));
    return source.problems().isEmpty() ? ExitCode.DONE : ExitCode.INPUT_UNREADABLE;
  }
}
