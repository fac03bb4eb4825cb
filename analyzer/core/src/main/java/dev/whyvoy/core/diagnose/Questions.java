package dev.whyvoy.core.diagnose;

import dev.whyvoy.core.fact.Fact;
import dev.whyvoy.core.fact.FactCatalog;
import dev.whyvoy.core.fact.Facts;
import dev.whyvoy.core.knowledge.Condition;
import dev.whyvoy.core.knowledge.Evidence;
import dev.whyvoy.core.knowledge.FactTest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Finds what is not known and would tell the most likely causes apart. */
final class Questions {
  private static final int CONTENDERS = 4;
  private static final int MOST = 3;
  private static final double CAP = 6;

  private final FactCatalog catalog;
  private final Conditions conditions;

  Questions(FactCatalog catalog, Conditions conditions) {
    this.catalog = catalog;
    this.conditions = conditions;
  }

  /** Evidence that more knowledge could make hold, and which of the contenders it is about. */
  private record Open(int contender, Evidence evidence) {}

  /** The most telling questions first; none if the first cause is all but certain. */
  List<Ask> ask(List<RankedCause> ranked, Facts facts) {
    if (ranked.isEmpty() || ranked.get(0).likelihood() > 0.95) {
      return List.of();
    }
    int contenders = Math.min(CONTENDERS, ranked.size());
    List<Open> open = new ArrayList<>();
    for (int i = 0; i < contenders; i++) {
      for (Evidence evidence : ranked.get(i).cause().evidence()) {
        if (conditions.couldHold(evidence.when(), facts)) {
          open.add(new Open(i, evidence));
        }
      }
    }
    Map<String, Double> telling = new LinkedHashMap<>();
    for (String fact : unknownFacts(open, facts)) {
      double spread = spread(fact, open, contenders);
      catalog
          .get(fact)
          .filter(declared -> spread > 0)
          .flatMap(declared -> askable(declared, facts))
          .ifPresent(askable -> telling.merge(askable.name(), spread, Math::max));
    }
    return asks(telling);
  }

  private List<Ask> asks(Map<String, Double> telling) {
    Set<String> asked = new LinkedHashSet<>();
    return telling.entrySet().stream()
        .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
        .flatMap(entry -> catalog.get(entry.getKey()).stream())
        .filter(fact -> asked.add(fact.question()))
        .limit(MOST)
        .map(
            fact ->
                new Ask(
                    fact.name(),
                    fact.question(),
                    fact.given() ? fact.values() : Map.of(),
                    fact.given()))
        .toList();
  }

  private static Set<String> unknownFacts(List<Open> open, Facts facts) {
    Set<String> unknown = new LinkedHashSet<>();
    for (Open one : open) {
      for (Condition.AllOf allOf : one.evidence().when().anyOf()) {
        for (FactTest test : allOf.tests()) {
          if (!facts.has(test.fact()) && !facts.lacks(test.fact())) {
            unknown.add(test.fact());
          }
        }
      }
    }
    return unknown;
  }

  /** How far a fact's values would drive the contenders apart, at most. */
  private static double spread(String fact, List<Open> open, int contenders) {
    Map<String, double[]> shifts = new HashMap<>();
    for (Open one : open) {
      double weight = Math.max(-CAP, CauseRanking.weight(one.evidence()));
      for (String value : valuesFor(fact, one.evidence().when())) {
        shifts.computeIfAbsent(value, key -> new double[contenders])[one.contender()] += weight;
      }
    }
    double most = 0;
    for (double[] shift : shifts.values()) {
      most = Math.max(most, range(shift));
    }
    return most;
  }

  private static double range(double[] shifts) {
    double least = 0;
    double most = 0;
    for (double shift : shifts) {
      least = Math.min(least, shift);
      most = Math.max(most, shift);
    }
    return most - least;
  }

  /** The values of {@code fact} that the condition names; a test of another kind counts as one. */
  private static Set<String> valuesFor(String fact, Condition condition) {
    Set<String> values = new LinkedHashSet<>();
    for (Condition.AllOf allOf : condition.anyOf()) {
      for (FactTest test : allOf.tests()) {
        if (test.fact().equals(fact)) {
          values.addAll(
              test instanceof FactTest.AnyOf anyOf ? anyOf.values() : List.of(test.toString()));
        }
      }
    }
    return values;
  }

  /** The fact itself if it can be asked for, else one that it follows from. */
  private Optional<Fact> askable(Fact fact, Facts facts) {
    if (!fact.question().isEmpty()) {
      return Optional.of(fact);
    }
    return fact.implies().stream()
        .filter(name -> !facts.has(name))
        .flatMap(name -> catalog.get(name).stream())
        .filter(source -> !source.question().isEmpty())
        .findFirst();
  }
}
