package dev.whyvoy.core.diagnose;

import dev.whyvoy.core.fact.Fact;
import dev.whyvoy.core.fact.FactCatalog;
import dev.whyvoy.core.fact.Facts;
import dev.whyvoy.core.knowledge.Cause;
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

  /** The most telling questions first; none if the first cause is all but certain. */
  List<Ask> ask(List<RankedCause> ranked, Facts facts) {
    List<Cause> contenders = ranked.stream().limit(CONTENDERS).map(RankedCause::cause).toList();
    if (contenders.isEmpty() || ranked.get(0).likelihood() > 0.95) {
      return List.of();
    }
    Map<String, Double> telling = new LinkedHashMap<>();
    for (String fact : unknownFacts(contenders, facts)) {
      double spread = spread(fact, contenders, facts);
      catalog
          .get(fact)
          .filter(declared -> spread > 0)
          .flatMap(declared -> askable(declared, facts))
          .ifPresent(askable -> telling.merge(askable.name(), spread, Math::max));
    }
    List<Ask> asks = new ArrayList<>();
    Set<String> asked = new LinkedHashSet<>();
    telling.entrySet().stream()
        .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
        .map(entry -> catalog.get(entry.getKey()).orElseThrow())
        .filter(fact -> asked.add(fact.question()))
        .limit(MOST)
        .forEach(
            fact ->
                asks.add(
                    new Ask(
                        fact.name(),
                        fact.question(),
                        fact.given() ? fact.values() : Map.of(),
                        fact.given())));
    return List.copyOf(asks);
  }

  private Set<String> unknownFacts(List<Cause> causes, Facts facts) {
    Set<String> unknown = new LinkedHashSet<>();
    for (Cause cause : causes) {
      for (Evidence evidence : cause.evidence()) {
        if (conditions.couldHold(evidence.when(), facts)) {
          for (Condition.AllOf allOf : evidence.when().anyOf()) {
            allOf.tests().stream()
                .map(FactTest::fact)
                .filter(fact -> !facts.has(fact) && !facts.lacks(fact))
                .forEach(unknown::add);
          }
        }
      }
    }
    return unknown;
  }

  /** How far a fact's values would drive the causes apart, at most. */
  private double spread(String fact, List<Cause> causes, Facts facts) {
    Map<String, double[]> shifts = new HashMap<>();
    for (int i = 0; i < causes.size(); i++) {
      for (Evidence evidence : causes.get(i).evidence()) {
        if (conditions.couldHold(evidence.when(), facts)) {
          double weight = Math.max(-CAP, CauseRanking.weight(evidence));
          for (String value : valuesFor(fact, evidence.when())) {
            shifts.computeIfAbsent(value, key -> new double[causes.size()])[i] += weight;
          }
        }
      }
    }
    return shifts.values().stream().mapToDouble(Questions::range).max().orElse(0);
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
