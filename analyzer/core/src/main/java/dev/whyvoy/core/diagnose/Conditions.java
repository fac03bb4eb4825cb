package dev.whyvoy.core.diagnose;

import dev.whyvoy.core.fact.Fact;
import dev.whyvoy.core.fact.FactCatalog;
import dev.whyvoy.core.fact.Facts;
import dev.whyvoy.core.fact.Settles;
import dev.whyvoy.core.fact.Timer;
import dev.whyvoy.core.knowledge.Condition;
import dev.whyvoy.core.knowledge.FactTest;
import java.util.List;
import java.util.OptionalLong;

/** Says whether conditions hold, could hold, and how far they settle what they stand for. */
final class Conditions {
  private final FactCatalog catalog;
  private final boolean strict;

  private Conditions(FactCatalog catalog, boolean strict) {
    this.catalog = catalog;
    this.strict = strict;
  }

  /** For diagnoses: what was not said counts as absent. */
  static Conditions ofDiagnoses(FactCatalog catalog) {
    return new Conditions(catalog, false);
  }

  /** For evidence: a field of a record is absent only if a record had room for it. */
  static Conditions ofEvidence(FactCatalog catalog) {
    return new Conditions(catalog, true);
  }

  boolean holds(Condition condition, Facts facts) {
    for (Condition.AllOf allOf : condition.anyOf()) {
      if (holds(allOf, facts)) {
        return true;
      }
    }
    return condition.anyOf().isEmpty();
  }

  /** How far the condition settles what it stands for: by its best alternative that holds. */
  Settles settles(Condition condition, Facts facts) {
    return condition.anyOf().stream()
        .filter(allOf -> holds(allOf, facts))
        .map(allOf -> settles(allOf, facts))
        .min(Settles::compareTo)
        .orElse(Settles.HINT);
  }

  /** Whether the condition would hold if more were known than {@code facts}; not if it holds. */
  boolean couldHold(Condition condition, Facts facts) {
    boolean could = false;
    for (Condition.AllOf allOf : condition.anyOf()) {
      if (holds(allOf, facts)) {
        return false;
      }
      could |= couldHold(allOf, facts);
    }
    return could;
  }

  private boolean couldHold(Condition.AllOf allOf, Facts facts) {
    for (FactTest test : allOf.tests()) {
      if (!unknown(test.fact(), facts) && !holds(test, facts)) {
        return false;
      }
    }
    return true;
  }

  /** Whether the condition could hold if Envoy had said more: a fact that settles is not known. */
  boolean couldBeSaid(Condition condition, Facts facts) {
    return couldHold(condition, facts)
        && condition.anyOf().stream()
            .filter(allOf -> couldHold(allOf, facts))
            .flatMap(allOf -> allOf.tests().stream())
            .anyMatch(test -> unknown(test.fact(), facts) && isSaid(test));
  }

  private boolean isSaid(FactTest test) {
    return requiresValue(test)
        && catalog.get(test.fact()).map(Fact::settles).orElse(Settles.HINT) == Settles.CERTAIN;
  }

  private boolean holds(Condition.AllOf allOf, Facts facts) {
    for (FactTest test : allOf.tests()) {
      if (!holds(test, facts)) {
        return false;
      }
    }
    return true;
  }

  boolean holds(FactTest test, Facts facts) {
    String name = test.fact();
    if (test instanceof FactTest.AnyOf anyOf) {
      return containsAny(facts, name, anyOf.values());
    }
    if (test instanceof FactTest.NoneOf noneOf) {
      return facts.has(name) && !containsAny(facts, name, noneOf.values());
    }
    if (test instanceof FactTest.Presence presence) {
      return presence.present() ? facts.has(name) : absent(name, facts);
    }
    OptionalLong number = facts.number(name);
    if (number.isEmpty()) {
      return false;
    }
    long value = number.getAsLong();
    if (test instanceof FactTest.Range range) {
      return range.min() <= value && value <= range.max();
    }
    return test instanceof FactTest.Near near
        && near.values().stream().anyMatch(ms -> new Timer(ms, "").fits(value));
  }

  private boolean absent(String name, Facts facts) {
    boolean recorded = strict && catalog.get(name).map(Fact::recorded).orElse(false);
    return recorded ? facts.lacks(name) : !facts.has(name);
  }

  private static boolean unknown(String name, Facts facts) {
    return !facts.has(name) && !facts.lacks(name);
  }

  private static boolean containsAny(Facts facts, String name, List<String> values) {
    for (String value : facts.all(name)) {
      if (values.contains(value)) {
        return true;
      }
    }
    return false;
  }

  /** How many values an alternative that holds requires, at most. */
  int required(Condition condition, Facts facts) {
    return condition.anyOf().stream()
        .filter(allOf -> holds(allOf, facts))
        .mapToInt(allOf -> (int) allOf.tests().stream().filter(Conditions::requiresValue).count())
        .max()
        .orElse(0);
  }

  /** The weakest of the facts whose value is required, circumstances aside. */
  private Settles settles(Condition.AllOf allOf, Facts facts) {
    return allOf.tests().stream()
        .filter(Conditions::requiresValue)
        .map(test -> settles(test.fact(), facts))
        .filter(settles -> settles != Settles.CONTEXT)
        .max(Settles::compareTo)
        .orElse(Settles.HINT);
  }

  private static boolean requiresValue(FactTest test) {
    return !(test instanceof FactTest.Presence || test instanceof FactTest.NoneOf);
  }

  private Settles settles(String fact, Facts facts) {
    Settles settles = catalog.get(fact).map(Fact::settles).orElse(Settles.CONTEXT);
    return settles == Settles.CERTAIN && facts.inferred(fact) ? Settles.LIKELY : settles;
  }
}
