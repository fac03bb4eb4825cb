package dev.whyvoy.core.knowledge;

import dev.whyvoy.core.fact.Fact;
import dev.whyvoy.core.fact.FactCatalog;
import dev.whyvoy.core.fact.Facts;
import dev.whyvoy.core.fact.Settles;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Finds the rules that facts may fulfil. Each alternative of a rule stands under one value of one
 * fact that it requires, its anchor; the few without one are always candidates.
 */
final class RuleIndex {
  private static final String ALWAYS = "";

  private final Map<String, Map<String, int[]>> byFact;
  private final int rules;

  private RuleIndex(Map<String, Map<String, int[]>> byFact, int rules) {
    this.byFact = byFact;
    this.rules = rules;
  }

  /** Positions of the rules that may hold, in order. */
  int[] candidates(Facts facts) {
    BitSet found = new BitSet(rules);
    add(found, ALWAYS, ALWAYS);
    for (String name : facts.names()) {
      if (byFact.containsKey(name)) {
        facts.all(name).forEach(value -> add(found, name, value));
      }
    }
    return found.stream().toArray();
  }

  private void add(BitSet found, String fact, String value) {
    for (int rule : byFact.getOrDefault(fact, Map.of()).getOrDefault(value, new int[0])) {
      found.set(rule);
    }
  }

  static void write(BinaryOut out, List<Rule> rules, FactCatalog facts) {
    Map<String, Integer> uses = uses(rules);
    Map<String, Map<String, TreeSet<Integer>>> byFact = new TreeMap<>();
    for (int i = 0; i < rules.size(); i++) {
      for (Condition.AllOf allOf : rules.get(i).when().anyOf()) {
        FactTest.AnyOf anchor = anchor(allOf, facts, uses);
        String fact = anchor == null ? ALWAYS : anchor.fact();
        for (String value : anchor == null ? List.of(ALWAYS) : anchor.values()) {
          byFact
              .computeIfAbsent(fact, key -> new TreeMap<>())
              .computeIfAbsent(value, key -> new TreeSet<>())
              .add(i);
        }
      }
    }
    out.number(rules.size());
    out.map(byFact, values -> out.map(values, out::numbers));
  }

  static RuleIndex read(BinaryIn in) {
    int rules = in.number();
    return new RuleIndex(in.map(() -> in.map(in::numbers)), rules);
  }

  /** The rarest required value among the facts that settle most. */
  private static FactTest.@Nullable AnyOf anchor(
      Condition.AllOf allOf, FactCatalog facts, Map<String, Integer> uses) {
    FactTest.AnyOf best = null;
    int least = Integer.MAX_VALUE;
    for (FactTest test : allOf.tests()) {
      if (test instanceof FactTest.AnyOf anyOf) {
        int cost =
            anyOf.values().stream()
                .mapToInt(value -> uses.getOrDefault(key(anyOf.fact(), value), 0))
                .sum();
        Settles settles = facts.get(anyOf.fact()).map(Fact::settles).orElse(Settles.CONTEXT);
        cost += settles.compareTo(Settles.HINT) >= 0 ? 1_000_000 : 0;
        if (cost < least) {
          least = cost;
          best = anyOf;
        }
      }
    }
    return best;
  }

  private static Map<String, Integer> uses(List<Rule> rules) {
    Map<String, Integer> uses = new HashMap<>();
    for (Rule rule : rules) {
      for (Condition.AllOf allOf : rule.when().anyOf()) {
        for (FactTest test : allOf.tests()) {
          if (test instanceof FactTest.AnyOf anyOf) {
            anyOf.values().forEach(value -> uses.merge(key(anyOf.fact(), value), 1, Integer::sum));
          }
        }
      }
    }
    return uses;
  }

  private static String key(String fact, String value) {
    return fact + "=" + value;
  }
}
