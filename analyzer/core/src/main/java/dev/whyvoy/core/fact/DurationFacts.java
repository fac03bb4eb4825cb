package dev.whyvoy.core.fact;

import static dev.whyvoy.core.fact.FactNames.DURATION_CLASS;
import static dev.whyvoy.core.fact.FactNames.DURATION_MS;
import static dev.whyvoy.core.fact.FactNames.DURATION_TIMER_MS;

import java.util.List;
import java.util.Optional;

/** What a duration tells: its rough length, and the timer it may be. */
final class DurationFacts {
  private DurationFacts() {}

  static void add(Facts facts, List<Timer> timers, Facts.Builder derived) {
    if (facts.number(DURATION_MS).isEmpty()) {
      return;
    }
    long ms = facts.number(DURATION_MS).getAsLong();
    Optional<Timer> timer = timers.stream().filter(t -> t.fits(ms)).reduce((a, b) -> b);
    timer.ifPresent(t -> derived.set(DURATION_TIMER_MS, t.ms()));
    derived.set(DURATION_CLASS, timer.isPresent() ? "timer" : length(ms));
  }

  private static String length(long ms) {
    return ms <= 5 ? "instant" : ms <= 100 ? "short" : ms < 1000 ? "medium" : "seconds";
  }
}
