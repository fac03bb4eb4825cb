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
 * likelihoods that leave room for something else. Rare causes that nothing speaks for weigh together
 * no more than that something else, however many are known.
 */
final class CauseRanking {
  /** Log-odds of a cause that is not known here. */
  private static final double SOMETHING_ELSE = 0;

  private final Conditions conditions;

  CauseRanking(Conditions conditions) {
    this.conditions = conditions;
  }

  /** A cause that is not ruled out, while it is weighed. */
  private record Candidate(Cause cause, double odds, boolean marginal) {}

  /** The causes that are not ruled out, the most likely first; of equals the more common first. */
  List<RankedCause> rank(String code, List<Cause> causes, Facts facts) {
    List<Candidate> candidates = new ArrayList<>();
    for (Cause cause : causes) {
      double weight = weigh(code, cause, facts);
      if (weight > Double.NEGATIVE_INFINITY) {
        boolean rare = cause.explains().get(code) == Commonness.RARE;
        boolean marginal = rare && sentences(cause, Bearing.FOR, facts).isEmpty();
        candidates.add(new Candidate(cause, Math.exp(weight), marginal));
      }
    }
    double marginal = sum(candidates, true);
    double scale = Math.min(1, Math.exp(SOMETHING_ELSE) / Math.max(marginal, 1e-9));
    double total = Math.exp(SOMETHING_ELSE) + sum(candidates, false) + marginal * scale;
    return candidates.stream()
        .map(candidate -> ranked(candidate, (candidate.marginal() ? scale : 1) / total, facts))
        .sorted(Comparator.comparingDouble(RankedCause::likelihood).reversed())
        .toList();
  }

  private static double sum(List<Candidate> candidates, boolean marginal) {
    return candidates.stream()
        .filter(candidate -> candidate.marginal() == marginal)
        .mapToDouble(Candidate::odds)
        .sum();
  }

  private RankedCause ranked(Candidate candidate, double scale, Facts facts) {
    Cause cause = candidate.cause();
    return new RankedCause(
        cause,
        candidate.odds() * scale,
        sentences(cause, Bearing.FOR, facts),
        sentences(cause, Bearing.AGAINST, facts));
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
