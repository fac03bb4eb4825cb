package dev.whyvoy.core.diagnose;

import dev.whyvoy.core.fact.Facts;
import dev.whyvoy.core.knowledge.Condition;
import dev.whyvoy.core.knowledge.Evidence;
import dev.whyvoy.core.knowledge.FactTest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What learning a fact would do to the likelihoods of some causes, and of something else. */
final class Expectation {
  /** Log-odds that count at most: what settles or rules out must not drown all else. */
  private static final double CAP = 4;

  /** A condition with more than one unknown fact holds only if the others do, too. */
  private static final double UNSURE = 0.4;

  private final double[] prior;
  private final Map<String, List<Push>> pushes = new LinkedHashMap<>();

  /** Evidence about a cause that holds for some values of a fact. */
  private record Push(int cause, double weight, FactTest test) {}

  Expectation(List<RankedCause> causes) {
    prior = new double[causes.size() + 1];
    double rest = 1;
    for (int i = 0; i < causes.size(); i++) {
      prior[i] = causes.get(i).likelihood();
      rest -= prior[i];
    }
    prior[causes.size()] = Math.max(1e-6, rest);
  }

  /** Adds evidence that does not hold yet but could. */
  void add(int cause, Evidence evidence, Facts facts) {
    double weight = Math.max(-CAP, Math.min(CAP, CauseRanking.weight(evidence)));
    for (Condition.AllOf allOf : evidence.when().anyOf()) {
      List<FactTest> unknown =
          allOf.tests().stream()
              .filter(test -> !facts.has(test.fact()) && !facts.lacks(test.fact()))
              .toList();
      double share = weight * Math.pow(UNSURE, Math.max(0, unknown.size() - 1));
      for (FactTest test : unknown) {
        pushes
            .computeIfAbsent(test.fact(), key -> new ArrayList<>())
            .add(new Push(cause, share, test));
      }
    }
  }

  /** The facts that could tell something. */
  Set<String> facts() {
    return pushes.keySet();
  }

  /**
   * Bits of uncertainty about the cause that knowing the fact is expected to take away.
   *
   * @param declared values that it may have; none if they are open
   */
  double gain(String fact, Set<String> declared) {
    List<Push> all = pushes.getOrDefault(fact, List.of());
    Set<String> values = new LinkedHashSet<>(declared);
    all.forEach(push -> values.addAll(named(push.test())));
    values.add("");
    double[][] joint = new double[values.size()][prior.length];
    for (int cause = 0; cause < prior.length; cause++) {
      double sum = 0;
      int row = 0;
      for (String value : values) {
        joint[row][cause] = Math.exp(shift(all, cause, value));
        sum += joint[row++][cause];
      }
      for (double[] byCause : joint) {
        byCause[cause] *= prior[cause] / sum;
      }
    }
    double expected = 0;
    for (double[] byCause : joint) {
      expected += sum(byCause) * entropy(byCause);
    }
    return entropy(prior) - expected;
  }

  private static double shift(List<Push> pushes, int cause, String value) {
    double shift = 0;
    for (Push push : pushes) {
      if (push.cause() == cause && holds(push.test(), value)) {
        shift += push.weight();
      }
    }
    return Math.max(-CAP, Math.min(CAP, shift));
  }

  /** Values that the test speaks of; a test of numbers counts as one. */
  private static List<String> named(FactTest test) {
    if (test instanceof FactTest.AnyOf anyOf) {
      return anyOf.values();
    }
    if (test instanceof FactTest.NoneOf noneOf) {
      return noneOf.values();
    }
    return List.of(test.toString());
  }

  private static boolean holds(FactTest test, String value) {
    if (test instanceof FactTest.AnyOf anyOf) {
      return anyOf.values().contains(value);
    }
    if (test instanceof FactTest.NoneOf noneOf) {
      return !value.isEmpty() && !noneOf.values().contains(value);
    }
    return test.toString().equals(value);
  }

  private static double sum(double[] weights) {
    double sum = 0;
    for (double weight : weights) {
      sum += weight;
    }
    return sum;
  }

  /** Of weights that need not add up to 1, in bits. */
  private static double entropy(double[] weights) {
    double sum = sum(weights);
    double entropy = 0;
    for (double weight : weights) {
      if (weight > 0) {
        entropy -= weight / sum * Math.log(weight / sum);
      }
    }
    return entropy / Math.log(2);
  }
}
