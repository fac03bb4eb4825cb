package dev.whyvoy.cli;

/** The program. */
public final class Main {
  private Main() {}

  /** Runs one command and ends the process with its exit code. */
  public static void main(String[] arguments) {
    int code = new Whyvoy(Terminal.ofProcess()).run(arguments);
    Runtime.getRuntime().halt(code);
  }
}
