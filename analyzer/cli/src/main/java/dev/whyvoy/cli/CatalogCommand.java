package dev.whyvoy.cli;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** Lists, shows and searches the knowledge. */
final class CatalogCommand implements Command {
  @Override
  public CommandSpec spec() {
    return Options.common(
        Options.command("catalog", "Lists, shows and searches what whyvoy knows."));
  }

  @Override
  public int run(ParseResult arguments, Terminal terminal) {
    return ExitCode.DONE;
  }
}
