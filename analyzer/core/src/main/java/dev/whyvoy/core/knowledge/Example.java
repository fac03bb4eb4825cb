package dev.whyvoy.core.knowledge;

import dev.whyvoy.core.fact.Facts;

/**
 * A text that a person would paste, as an example of a cause.
 *
 * @param given what is known beside it: what the reader said, the configuration, many records
 *     together; often {@link Facts#NONE}
 */
public record Example(String input, Facts given) {
  @Override
  public String toString() {
    return given.isEmpty() ? input : input + " given " + given;
  }
}
