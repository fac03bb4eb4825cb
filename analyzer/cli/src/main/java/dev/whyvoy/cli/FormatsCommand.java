package dev.whyvoy.cli;

import dev.whyvoy.core.record.Bytes;
import dev.whyvoy.core.record.KnownFormats;
import dev.whyvoy.core.record.LineKind;
import dev.whyvoy.core.record.LineReader;
import dev.whyvoy.core.record.LogFormat;
import dev.whyvoy.core.source.Block;
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
            "Lists the known log formats; shows one; or tries one, or Envoy's format string,",
            "on logs: how many lines it fits, and what is read from the first.");
    spec.usageMessage()
        .customSynopsis("whyvoy formats [OPTION...] [FORMAT [FILE...]]")
        .footer(
            "  whyvoy formats",
            "  whyvoy formats istio-text-1.23",
            "  whyvoy formats envoy-default access.log",
            "  whyvoy formats '%%START_TIME%% %%RESPONSE_CODE%% %%RESPONSE_FLAGS%%' access.log");
    spec.addPositional(Options.words("FORMAT", "name or format string, then the logs to try"));
    return Options.common(spec);
  }

  static List<String> names() {
    return KnownFormats.get().all().stream().map(LogFormat::id).toList();
  }

  @Override
  public int run(ParseResult arguments, Terminal terminal) throws IOException {
    List<String> words = Options.words(arguments);
    FormatText text = new FormatText(Options.page(arguments, terminal));
    if (words.isEmpty()) {
      terminal.write(text.list(KnownFormats.get().all(), terminal.outIsTerminal()));
      return ExitCode.DONE;
    }
    String name = words.get(0);
    Optional<LogFormat> known = KnownFormats.get().find(name);
    List<String> formats = LogOptions.formats("", name);
    List<String> files = words.subList(1, words.size());
    if (files.isEmpty() && (known.isPresent() || terminal.inIsTerminal())) {
      terminal.write(
          known
              .map(text::show)
              .orElseThrow(() -> new UsageException("name the logs to try the format on")));
      return ExitCode.DONE;
    }
    LineReader reader = formats.isEmpty() ? new LineReader() : LineReader.of(formats);
    FormatTrial trial = new FormatTrial();
    LineSource source = new LineSource(LogOptions.inputs(files, terminal), Limits.USUAL, true);
    try (source) {
      Block block = new Block();
      while (source.next(block)) {
        read(block, reader, trial);
      }
    }
    source
        .problems()
        .forEach(problem -> terminal.complain(problem.input() + ": " + problem.message()));
    terminal.write(text.trial(trial));
    return source.problems().isEmpty() ? ExitCode.DONE : ExitCode.INPUT_UNREADABLE;
  }

  private static void read(Block block, LineReader reader, FormatTrial trial) {
    byte[] bytes = block.bytes();
    long number = block.firstLine();
    int at = block.from();
    while (at < block.to()) {
      int end = Bytes.newline(bytes, at, block.to());
      LineKind kind = reader.read(bytes, at, end);
      trial.add(kind, reader.record(), number++, bytes, at, end);
      at = end + 1;
    }
  }
}
