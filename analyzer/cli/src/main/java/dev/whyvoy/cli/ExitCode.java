package dev.whyvoy.cli;

/** What the process ends with. */
final class ExitCode {
  static final int DONE = 0;

  /** The condition of {@code --fail-on} is met. */
  static final int CONDITION_MET = 1;

  static final int WRONG_USAGE = 2;

  /** Done, but some input could not be read. */
  static final int INPUT_UNREADABLE = 3;

  /** A bug of ours. */
  static final int INTERNAL_ERROR = 70;

  private ExitCode() {}
}
