package dev.whyvoy.cli;

/** The program. */
public final class Main {
  private Main() {}

  /** Runs one command and ends the process with its exit code. */
  public static void main(String[] arguments) {
    Terminal terminal = Terminal.ofProcess();
    int code = run(terminal, arguments);
    if (!terminal.interruption().requested()) {
      Runtime.getRuntime().halt(code);
    }
  }

  /** Runs one command; if it is interrupted, what it has found is written. */
  static int run(Terminal terminal, String... arguments) {
    terminal.interruption().install();
    try {
      return new Whyvoy(terminal).run(arguments);
    } finally {
      terminal.interruption().finished();
    }
  }
}
