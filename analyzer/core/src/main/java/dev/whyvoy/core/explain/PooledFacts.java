package dev.whyvoy.core.explain;

import dev.whyvoy.core.diagnose.Kind;
import dev.whyvoy.core.fact.Facts;
import java.util.List;

/**
 * What the events of one paste know of each other. An access record learns from the text around it,
 * not from other records; text learns from all. What an event says itself always comes first.
 */
final class PooledFacts {
  private final List<Reading> events;
  private final List<Facts> said;
  private final Facts ofTexts;
  private final Facts ofAll;

  PooledFacts(List<Reading> events, List<Facts> said) {
    this.events = events;
    this.said = said;
    Facts texts = Facts.NONE;
    Facts all = Facts.NONE;
    for (int i = 0; i < events.size(); i++) {
      texts = isRecord(i) ? texts : texts.orElse(said.get(i));
      all = all.orElse(said.get(i));
    }
    this.ofTexts = texts;
    this.ofAll = all;
  }

  /** All that counts for the causes of one event. */
  Facts known(int event) {
    return said.get(event).orElse(isRecord(event) ? ofTexts : ofAll);
  }

  private boolean isRecord(int event) {
    return events.get(event).kind() == Kind.ACCESS_LOG;
  }
}
