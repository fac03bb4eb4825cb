package dev.whyvoy.cli;

/** The program. */
public final class Main {
  private Main() {}

  /** Runs one command and ends the process with its exit code. */
  public static void main(String[] arguments) {
    Terminal terminal = Terminal.ofProcess();
    terminal.interruption().install();
    int code = new Whyvoy(terminal).run(arguments);
    if (terminal.interruption().requested()) {
      terminal.interruption().finished();
    } else {
      Runtime.getRuntime().halt(code);
    }
  }
}
