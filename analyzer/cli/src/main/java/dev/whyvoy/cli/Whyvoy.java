package dev.whyvoy.cli;

import dev.whyvoy.core.source.InputFiles;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** Chooses the command, and turns what goes wrong into a message and an exit code. */
final class Whyvoy {
  private final Terminal terminal;

  Whyvoy(Terminal terminal) {
    this.terminal = terminal;
  }

  int run(String... arguments) {
    try {
      return choose(List.of(arguments));
    } catch (UsageException e) {
      return complain(ExitCode.WRONG_USAGE, String.valueOf(e.getMessage()));
    } catch (IOException e) {
      return isBrokenPipe(e)
          ? ExitCode.DONE
          : complain(ExitCode.INPUT_UNREADABLE, String.valueOf(e.getMessage()));
    } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
      complain(ExitCode.INTERNAL_ERROR, "internal error: " + e + "; please report it");
      e.printStackTrace(terminal.err());
      return ExitCode.INTERNAL_ERROR;
    }
  }

  private int choose(List<String> arguments) throws IOException {
    if (arguments.isEmpty() && terminal.inIsTerminal()) {
      return print(Help.SHORT);
    }
    String first = arguments.isEmpty() ? "" : arguments.get(0);
    switch (first) {
      case "-h", "--help", "help":
        return help(arguments.subList(1, arguments.size()));
      case "-V", "--version":
        return print("whyvoy " + Help.version() + "\n");
      default:
        break;
    }
    Optional<Commands.Entry> named = Commands.named(first);
    if (named.isPresent()) {
      return run(named.get(), arguments.subList(1, arguments.size()));
    }
    refuseMistakes(first);
    return run(Commands.SUMMARY, arguments);
  }

  /** Without a command the arguments are files: one that is none is probably something else. */
  private static void refuseMistakes(String first) throws IOException {
    if (first.isEmpty() || first.startsWith("-") || InputFiles.isAny(first)) {
      return;
    }
    String command = Options.didYouMean(first, Commands.names());
    boolean message =
        first.matches("[A-Z]{2,5}(,[A-Z]{2,5}){0,40}|[1-5][0-9][0-9]|EV[0-9]{3}|.*[ {<|].*");
    String explain = message ? "; to explain it: whyvoy explain " + ShellWord.quoted(first) : "";
    throw new UsageException(
        first + ": no such file" + (command.isEmpty() ? explain : " or command" + command));
  }

  private int run(Commands.Entry entry, List<String> arguments) throws IOException {
    Command command = entry.command().get();
    CommandLine line = new CommandLine(command.spec());
    line.setExpandAtFiles(false);
    ParseResult result;
    try {
      result = line.parseArgs(arguments.toArray(new String[0]));
    } catch (ParameterException e) {
      throw new UsageException(problem(entry, e));
    }
    if (result.isUsageHelpRequested()) {
      return print(line.getUsageMessage(CommandLine.Help.Ansi.OFF));
    }
    return command.run(result, terminal);
  }

  private static String problem(Commands.Entry entry, ParameterException e) {
    String message = String.valueOf(e.getMessage());
    if (e instanceof UnmatchedArgumentException unmatched) {
      String argument = unmatched.getUnmatched().get(0);
      List<String> names =
          e.getCommandLine().getCommandSpec().options().stream()
              .flatMap(option -> Arrays.stream(option.names()))
              .toList();
      message = argument + ": no such option" + Options.didYouMean(argument, names);
    }
    return message + "; see whyvoy " + entry.name() + " --help";
  }

  private int help(List<String> topics) throws IOException {
    if (topics.isEmpty()) {
      return print(Help.full());
    }
    String topic = topics.get(0);
    Optional<Commands.Entry> entry = Commands.named(topic);
    if (entry.isEmpty()) {
      throw new UsageException(
          topic + ": no such command" + Options.didYouMean(topic, Commands.names()));
    }
    return run(entry.get(), List.of("--help"));
  }

  private int print(String text) throws IOException {
    terminal.write(text);
    return ExitCode.DONE;
  }

  private int complain(int code, String message) {
    terminal.complain(message);
    return code;
  }

  /** Whether the reader of our output has gone, which is its right. */
  private static boolean isBrokenPipe(IOException e) {
    String message = String.valueOf(e.getMessage());
    return message.contains("Broken pipe") || message.contains("pipe is being closed");
  }
}
