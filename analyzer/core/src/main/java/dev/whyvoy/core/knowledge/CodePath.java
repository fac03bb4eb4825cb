package dev.whyvoy.core.knowledge;

import java.util.List;

/**
 * A chain of functions in Envoy's source, from the event to the place where the text is written.
 *
 * @param parts what it is composed of, the event first
 */
public record CodePath(String id, List<Part> parts) {

  /** A piece of the chain that several paths share. */
  public record Part(String id, List<Step> steps) {}

  /**
   * One call in the chain.
   *
   * @param function full C++ name
   * @param file path in Envoy's repository
   * @param at a short token sequence of the line meant inside the function; may be empty
   * @param says what happens here, for people
   * @param since first release that has this step
   * @param until last release that has it
   * @param alternative whether the one before may have been called instead
   * @param when the step is taken only if this holds
   * @param lines line number by {@link EnvoyVersion#ordinal()}, 0 where not known; may be empty
   */
  public record Step(
      String function,
      String file,
      String at,
      String says,
      EnvoyVersion since,
      EnvoyVersion until,
      boolean alternative,
      Condition when,
      List<Integer> lines) {}
}
