package dev.whyvoy.cli;

import dev.whyvoy.core.record.KnownFormats;
import dev.whyvoy.core.record.LogFormat;
import java.io.IOException;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** Lists the known log formats, and checks a format against lines. */
final class FormatsCommand implements Command {
  @Override
  public CommandSpec spec() {
    CommandSpec spec =
        Options.command(
            "formats",
            "Lists the known log formats; shows one; or checks one, or Envoy's format string,",
            "against lines.");
    spec.usageMessage()
        .customSynopsis("whyvoy formats [OPTION...] [FORMAT [FILE...]]")
        .footer(
            "  whyvoy formats",
            "  whyvoy formats istio-text-1.23",
            "  whyvoy formats '[%%START_TIME%%] %%RESPONSE_CODE%% %%RESPONSE_FLAGS%%' access.log");
    spec.addPositional(Options.words("FORMAT", "name or format string, then the logs to try"));
    return Options.common(spec);
  }

  static List<String> names() {
    return KnownFormats.get().all().stream().map(LogFormat::id).toList();
  }

  @Override
  public int run(ParseResult arguments, Terminal terminal) throws IOException {
    terminal.write("");
    return ExitCode.DONE;
  }
}
