package dev.whyvoy.cli;

import java.io.IOException;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** One subcommand. */
interface Command {
  /** Its options, parameters and help. */
  CommandSpec spec();

  /**
   * Does it.
   *
   * @return an {@link ExitCode}
   * @throws UsageException if the arguments make no sense
   * @throws IOException if output cannot be written
   */
  int run(ParseResult arguments, Terminal terminal) throws IOException;
}
