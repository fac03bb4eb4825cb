package dev.whyvoy.core.diagnose;

import dev.whyvoy.core.fact.Facts;
import dev.whyvoy.core.knowledge.Cause;
import dev.whyvoy.core.knowledge.Commonness;
import dev.whyvoy.core.knowledge.Evidence;
import dev.whyvoy.core.knowledge.Evidence.Bearing;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Ranks causes: log-odds from how common each is and from the evidence that holds, made into
 * likelihoods that leave room for something else. Rare causes that nothing speaks for weigh
 * together no more than that something else, however many are known.
 */
final class CauseRanking {
  /** Log-odds of a cause that is not known here. */
  private static final double SOMETHING_ELSE = 0;

  private final Conditions conditions;

  CauseRanking(Conditions conditions) {
    this.conditions = conditions;
  }

  /** A cause that is not ruled out, while it is weighed, with the evidence that holds. */
  private record Candidate(Cause cause, List<Evidence> evidence, double odds, boolean marginal) {}

  /** The causes that are not ruled out, the most likely first; of equals the more common first. */
  List<RankedCause> rank(String code, List<Cause> causes, Facts facts) {
    List<Candidate> candidates = new ArrayList<>();
    for (Cause cause : causes) {
      Candidate candidate = weigh(code, cause, facts);
      if (candidate.odds() > 0) {
        candidates.add(candidate);
      }
    }
    double marginal = sum(candidates, true);
    double scale = Math.min(1, Math.exp(SOMETHING_ELSE) / Math.max(marginal, 1e-9));
    double total = Math.exp(SOMETHING_ELSE) + sum(candidates, false) + marginal * scale;
    List<RankedCause> ranked = new ArrayList<>();
    for (Candidate candidate : candidates) {
      double likelihood = candidate.odds() * (candidate.marginal() ? scale : 1) / total;
      ranked.add(
          new RankedCause(
              candidate.cause(),
              likelihood,
              sentences(candidate.evidence(), Bearing.FOR, facts),
              sentences(candidate.evidence(), Bearing.AGAINST, facts)));
    }
    ranked.sort(Comparator.comparingDouble(RankedCause::likelihood).reversed());
    return List.copyOf(ranked);
  }

  /** Weighs a cause; its odds are 0 if it is ruled out. */
  private Candidate weigh(String code, Cause cause, Facts facts) {
    Commonness commonness = cause.explains().getOrDefault(code, Commonness.RARE);
    List<Evidence> holding = new ArrayList<>();
    double sum = weight(commonness);
    boolean supported = false;
    for (Evidence evidence : cause.evidence()) {
      if (conditions.holds(evidence.when(), facts)) {
        holding.add(evidence);
        sum += weight(evidence);
        supported |= evidence.bearing() == Bearing.FOR;
      }
    }
    holding.sort(Comparator.comparing(Evidence::strength));
    boolean marginal = commonness == Commonness.RARE && !supported;
    return new Candidate(cause, holding, Math.exp(sum), marginal);
  }

  private static double sum(List<Candidate> candidates, boolean marginal) {
    double sum = 0;
    for (Candidate candidate : candidates) {
      sum += candidate.marginal() == marginal ? candidate.odds() : 0;
    }
    return sum;
  }

  private static List<String> sentences(List<Evidence> holding, Bearing bearing, Facts facts) {
    Set<String> sentences = new LinkedHashSet<>();
    for (Evidence evidence : holding) {
      if (evidence.bearing() == bearing) {
        sentences.add(OneLiner.of(evidence.because(), facts));
      }
    }
    return List.copyOf(sentences);
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
