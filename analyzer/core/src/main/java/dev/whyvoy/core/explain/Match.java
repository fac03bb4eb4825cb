package dev.whyvoy.core.explain;

import dev.whyvoy.core.knowledge.Message;
import java.util.List;

/**
 * A place of a text where a message stands.
 *
 * @param message the message; of several with the same text the first
 * @param from first unit, in the text that was searched
 * @param to one past the last unit
 * @param captures what stands for the variables of its template, in order
 * @param literals number of units that the template's literals cover
 */
record Match(Message message, int from, int to, List<Capture> captures, int literals) {

  /** What stands for a variable. */
  record Capture(String name, int from, int to) {}

  boolean overlaps(Match other) {
    return from < other.to && other.from < to;
  }

  boolean contains(Match other) {
    return from <= other.from && other.to <= to;
  }
}
