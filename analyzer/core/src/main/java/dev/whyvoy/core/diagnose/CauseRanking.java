package dev.whyvoy.core.diagnose;

import dev.whyvoy.core.fact.Facts;
import dev.whyvoy.core.knowledge.Cause;
import dev.whyvoy.core.knowledge.Commonness;
import dev.whyvoy.core.knowledge.Evidence;
import dev.whyvoy.core.knowledge.Evidence.Bearing;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Ranks causes: log-odds from how common each is and from the evidence that holds, made into
 * likelihoods that leave room for something else.
 */
final class CauseRanking {
  /** Log-odds of a cause that is not known here. */
  private static final double SOMETHING_ELSE = 0;

  private final Conditions conditions;

  CauseRanking(Conditions conditions) {
    this.conditions = conditions;
  }

  /** The causes that are not ruled out, the most likely first; of equals the more common first. */
  List<RankedCause> rank(String code, List<Cause> causes, Facts facts) {
    List<Cause> possible =
        causes.stream()
            .filter(cause -> weigh(code, cause, facts) > Double.NEGATIVE_INFINITY)
            .toList();
    double total = Math.exp(SOMETHING_ELSE);
    for (Cause cause : possible) {
      total += Math.exp(weigh(code, cause, facts));
    }
    List<RankedCause> ranked = new ArrayList<>();
    for (Cause cause : possible) {
      double likelihood = Math.exp(weigh(code, cause, facts)) / total;
      ranked.add(
          new RankedCause(
              cause,
              likelihood,
              sentences(cause, Bearing.FOR, facts),
              sentences(cause, Bearing.AGAINST, facts)));
    }
    ranked.sort(Comparator.comparingDouble(RankedCause::likelihood).reversed());
    return List.copyOf(ranked);
  }

  /** Log-odds of a cause; negative infinity if it is ruled out. */
  private double weigh(String code, Cause cause, Facts facts) {
    double sum = weight(cause.explains().getOrDefault(code, Commonness.RARE));
    for (Evidence evidence : cause.evidence()) {
      if (conditions.holds(evidence.when(), facts)) {
        sum += weight(evidence);
      }
    }
    return sum;
  }

  private List<String> sentences(Cause cause, Bearing bearing, Facts facts) {
    return cause.evidence().stream()
        .filter(evidence -> evidence.bearing() == bearing)
        .filter(evidence -> conditions.holds(evidence.when(), facts))
        .sorted(Comparator.comparing(Evidence::strength))
        .map(evidence -> OneLiner.of(evidence.because(), facts))
        .distinct()
        .toList();
  }

  static double weight(Commonness commonness) {
    return switch (commonness) {
      case USUAL -> 1.5;
      case COMMON -> 0.5;
      case OCCASIONAL -> -0.7;
      case RARE -> -2;
    };
  }

  static double weight(Evidence evidence) {
    double weight =
        switch (evidence.strength()) {
          case SETTLES -> 5;
          case STRONG -> 2;
          case FAIR -> 1;
          case SLIGHT -> 0.5;
        };
    return switch (evidence.bearing()) {
      case FOR -> weight;
      case AGAINST -> -weight;
      case RULES_OUT -> Double.NEGATIVE_INFINITY;
    };
  }
}
