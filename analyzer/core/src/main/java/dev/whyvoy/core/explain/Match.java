package dev.whyvoy.core.explain;

import dev.whyvoy.core.knowledge.Message;
import java.util.List;

/**
 * A place of a text where a message stands.
 *
 * @param message the message; of several with the same text the first
 * @param ties every message with the same text in the same dialect, {@code message} included
 * @param from first unit, in the text that was searched
 * @param to one past the last unit
 * @param captures what stands for the variables of its template, in order
 * @param literals number of units that the template's literals cover
 */
record Match(
    Message message, List<Message> ties, int from, int to, List<Capture> captures, int literals) {

  /** What stands for a variable. */
  record Capture(String name, int from, int to) {}

  /** This match for all of several messages with the same text. */
  Match with(List<Message> all) {
    return new Match(message, List.copyOf(all), from, to, captures, literals);
  }

  /** Whether the other says the same text of the same dialect. */
  boolean ties(Match other) {
    return isAlike(other) && message.dialect() == other.message.dialect();
  }

  /** Whether the other says the same text, in whatever dialect. */
  boolean isAlike(Match other) {
    return from == other.from && to == other.to && literals == other.literals;
  }

  boolean overlaps(Match other) {
    return from < other.to && other.from < to;
  }

  boolean contains(Match other) {
    return from <= other.from && other.to <= to;
  }
}
