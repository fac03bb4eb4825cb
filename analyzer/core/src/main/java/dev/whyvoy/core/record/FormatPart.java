package dev.whyvoy.core.record;

/** A piece of a format string. */
public sealed interface FormatPart {
  /** Text that every line repeats. */
  record Literal(String text) implements FormatPart {}

  /**
   * A command operator.
   *
   * @param name such as {@code REQ}
   * @param main first argument, empty if none
   * @param alternative second argument, empty if none
   * @param text the operator as written, with its percent signs
   */
  record Command(String name, String main, String alternative, String text) implements FormatPart {}
}
