package dev.whyvoy.report;

import dev.whyvoy.core.summary.Detail;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which part of a message's records belongs to an outcome. Usually all; but what is kept about a
 * message covers all clusters, and at different clusters it may mean different things.
 */
final class Shares {
  private final Map<Detail, Long> totals = new IdentityHashMap<>();

  Shares(List<Outcome> outcomes) {
    for (Outcome outcome : outcomes) {
      for (DiagnosedGroup group : outcome.groups()) {
        long count = group.group().count();
        group.group().detail().ifPresent(detail -> totals.merge(detail, count, Long::sum));
      }
    }
  }

  /** From 0 to 1. */
  double of(Outcome outcome, Detail detail) {
    long part = 0;
    for (DiagnosedGroup group : outcome.groups()) {
      if (group.group().detail().orElse(null) == detail) {
        part += group.group().count();
      }
    }
    return part / (double) totals.getOrDefault(detail, part);
  }

  /** What is kept about the messages of an outcome, each once. */
  static Collection<Detail> details(Outcome outcome) {
    Set<Detail> all = Collections.newSetFromMap(new IdentityHashMap<>());
    return outcome.groups().stream()
        .flatMap(group -> group.group().detail().stream())
        .filter(all::add)
        .toList();
  }
}
