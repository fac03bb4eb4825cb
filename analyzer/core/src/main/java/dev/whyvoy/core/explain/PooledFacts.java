package dev.whyvoy.core.explain;

import dev.whyvoy.core.diagnose.Kind;
import dev.whyvoy.core.fact.Facts;
import java.util.List;

/**
 * What the events of one paste know of each other. An access record learns from the text around it,
 * not from other records but the one that another proxy wrote of the same request; a line of
 * Envoy's own log that is known to be about a record counts for that one alone; text learns from
 * all. What an event says itself always comes first.
 */
final class PooledFacts {
  private final List<Reading> events;
  private final List<Facts> said;
  private final Together together;
  private final Facts ofTexts;
  private final Facts ofAll;

  PooledFacts(List<Reading> events, List<Facts> said, Together together) {
    this.events = events;
    this.said = said;
    this.together = together;
    Facts texts = Facts.NONE;
    Facts all = Facts.NONE;
    for (int i = 0; i < events.size(); i++) {
      texts = isRecord(i) || together.owner(i) >= 0 ? texts : texts.orElse(said.get(i));
      all = all.orElse(said.get(i));
    }
    this.ofTexts = texts;
    this.ofAll = all;
  }

  /** All that counts for the causes of one event. */
  Facts known(int event) {
    Facts known = said.get(event);
    for (int i = 0; i < events.size(); i++) {
      if (together.owner(i) == event || together.owner(event) == i) {
        known = known.orElse(said.get(i));
      }
    }
    return known.orElse(isRecord(event) ? ofTexts : ofAll).orElse(together.ofPair(event));
  }

  private boolean isRecord(int event) {
    return events.get(event).kind() == Kind.ACCESS_LOG;
  }
}
