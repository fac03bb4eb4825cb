package dev.whyvoy.core.diagnose;

import dev.whyvoy.core.fact.Fact;
import dev.whyvoy.core.fact.FactCatalog;
import dev.whyvoy.core.fact.Facts;
import dev.whyvoy.core.knowledge.Evidence;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Finds what is not known and would tell the most likely causes apart: by how much the answer is
 * expected to lessen the uncertainty about the cause.
 */
final class Questions {
  private static final int CONTENDERS = 8;
  private static final int MOST = 3;

  /** A first cause that is as likely needs no question: a little is always left open. */
  private static final double SETTLED = 0.88;

  /** Bits that an answer must be worth. */
  private static final double WORTH_ASKING = 0.01;

  private final FactCatalog catalog;
  private final Conditions conditions;

  Questions(FactCatalog catalog, Conditions conditions) {
    this.catalog = catalog;
    this.conditions = conditions;
  }

  /** The most telling questions first; none if the first cause is all but certain. */
  List<Ask> ask(List<RankedCause> ranked, Facts facts) {
    if (ranked.isEmpty() || ranked.get(0).likelihood() > SETTLED) {
      return List.of();
    }
    int contenders = Math.min(CONTENDERS, ranked.size());
    Expectation expectation = new Expectation(ranked.subList(0, contenders));
    for (int i = 0; i < contenders; i++) {
      for (Evidence evidence : ranked.get(i).cause().evidence()) {
        if (conditions.couldHold(evidence.when(), facts)) {
          expectation.add(i, evidence, facts);
        }
      }
    }
    Map<String, Double> telling = new LinkedHashMap<>();
    for (String fact : expectation.facts()) {
      Optional<Fact> declared = catalog.get(fact);
      double gain = expectation.gain(fact, declared.map(Fact::values).orElse(Map.of()).keySet());
      declared
          .filter(known -> gain >= WORTH_ASKING)
          .flatMap(known -> askable(known, facts))
          .ifPresent(askable -> telling.merge(askable.name(), gain, Math::max));
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
