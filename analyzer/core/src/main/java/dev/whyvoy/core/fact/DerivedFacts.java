package dev.whyvoy.core.fact;

import java.util.List;

/** Adds what follows from other facts. */
public final class DerivedFacts {
  private DerivedFacts() {}

  /**
   * {@code facts} and what follows from them.
   *
   * @param timers known timers, the shortest first
   */
  public static Facts of(Facts facts, List<Timer> timers) {
    Facts.Builder first = facts.toBuilder();
    DurationFacts.add(facts, timers, first);
    ClusterFacts.add(facts, first);
    AuthorityFacts.add(facts, first);
    ClientFacts.add(facts, first);
    BodyFingerprint.add(facts, first);
    Facts known = first.build();
    Facts.Builder second = known.toBuilder();
    HostFacts.add(known, second);
    ExchangeFacts.add(known, second);
    return second.build();
  }
}
