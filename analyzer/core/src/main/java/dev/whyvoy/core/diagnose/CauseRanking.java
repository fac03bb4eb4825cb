package dev.whyvoy.core.diagnose;

import static dev.whyvoy.core.fact.FactNames.DESCRIBED;
import static dev.whyvoy.core.fact.FactNames.DESCRIBED_WELL;

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

  /**
   * However strong the evidence, a text may stand beside another failure than the one asked about:
   * the share that is left to something else when a single record or paste is judged.
   */
  private static final double LEFT_OPEN = 0.08;

  /** Evidence that fewer of the records give is no evidence. */
  private static final double LEAST_SUPPORT = 0.1;

  /** What rules a cause out for as many of the records rules it out for all. */
  private static final double RULED_OUT = 0.5;

  private static final double DESCRIBED_WELL_WEIGHT = 1;

  private static final double DESCRIBED_WEIGHT = 0.5;

  private final Conditions conditions;

  CauseRanking(Conditions conditions) {
    this.conditions = conditions;
  }

  /**
   * Evidence that holds.
   *
   * @param share of the records that give it, from 0 to 1
   * @param facts one of those records
   */
  private record Held(Evidence evidence, double share, Facts facts) {}

  /** A cause that is not ruled out, while it is weighed, with the evidence that holds. */
  private record Candidate(Cause cause, List<Held> evidence, double odds, boolean marginal) {}

  /** The causes that are not ruled out, the most likely first; of equals the more common first. */
  List<RankedCause> rank(String code, List<Cause> causes, Facts facts) {
    return rank(code, causes, List.of(facts));
  }

  /**
   * The causes of several records together: evidence weighs by the share of the records that give
   * it.
   */
  List<RankedCause> rank(String code, List<Cause> causes, List<Facts> records) {
    List<Candidate> candidates = new ArrayList<>();
    for (Cause cause : causes) {
      Candidate candidate = weigh(code, cause, records);
      if (candidate.odds() > 0) {
        candidates.add(candidate);
      }
    }
    double marginal = sum(candidates, true);
    double scale = Math.min(1, Math.exp(SOMETHING_ELSE) / Math.max(marginal, 1e-9));
    double known = sum(candidates, false) + marginal * scale;
    double total = known + Math.max(Math.exp(SOMETHING_ELSE), leftOpen(records.size()) * known);
    List<RankedCause> ranked = new ArrayList<>();
    for (Candidate candidate : candidates) {
      double likelihood = candidate.odds() * (candidate.marginal() ? scale : 1) / total;
      ranked.add(
          new RankedCause(
              candidate.cause(),
              likelihood,
              reasons(candidate, records),
              sentences(candidate.evidence(), Bearing.AGAINST)));
    }
    ranked.sort(Comparator.comparingDouble(RankedCause::likelihood).reversed());
    return List.copyOf(ranked);
  }

  /** Odds of something else to all that is known. */
  private static double leftOpen(int records) {
    return records > 1 ? 0 : LEFT_OPEN / (1 - LEFT_OPEN);
  }

  /** Weighs a cause; its odds are 0 if it is ruled out. */
  private Candidate weigh(String code, Cause cause, List<Facts> records) {
    Commonness commonness = cause.explains().getOrDefault(code, Commonness.RARE);
    List<Held> holding = new ArrayList<>();
    double sum = weight(commonness);
    boolean supported = false;
    for (Evidence evidence : cause.evidence()) {
      Held held = held(evidence, records);
      if (held.share() >= LEAST_SUPPORT) {
        holding.add(held);
        sum += weight(held);
        supported |= evidence.bearing() == Bearing.FOR;
      }
    }
    double described = described(cause, records);
    sum += described;
    supported |= described > 0;
    holding.sort(
        Comparator.comparing((Held held) -> held.evidence().strength())
            .thenComparing(held -> !isOfGroup(held.evidence())));
    boolean marginal = commonness == Commonness.RARE && !supported;
    return new Candidate(cause, holding, Math.exp(sum), marginal);
  }

  /** The weight of a paste's own words being those in which the cause is described. */
  private static double described(Cause cause, List<Facts> records) {
    Facts first = records.get(0);
    return first.holds(DESCRIBED_WELL, cause.id())
        ? DESCRIBED_WELL_WEIGHT
        : first.holds(DESCRIBED, cause.id()) ? DESCRIBED_WEIGHT : 0;
  }

  private static List<String> reasons(Candidate candidate, List<Facts> records) {
    List<String> reasons = new ArrayList<>(sentences(candidate.evidence(), Bearing.FOR));
    if (described(candidate.cause(), records) > 0) {
      reasons.add("the words beside the message are those in which this cause is described");
    }
    return reasons;
  }

  private Held held(Evidence evidence, List<Facts> records) {
    int n = 0;
    Facts example = Facts.NONE;
    for (Facts facts : records) {
      if (conditions.holds(evidence.when(), facts)) {
        example = n == 0 ? facts : example;
        n++;
      }
    }
    return new Held(evidence, n / (double) records.size(), example);
  }

  /** Whether it is about what many records show together, which is the more telling. */
  private static boolean isOfGroup(Evidence evidence) {
    return evidence.when().anyOf().stream()
        .flatMap(allOf -> allOf.tests().stream())
        .anyMatch(test -> test.fact().startsWith("group_"));
  }

  private static double weight(Held held) {
    if (held.evidence().bearing() != Bearing.RULES_OUT) {
      return held.share() * weight(held.evidence());
    }
    return held.share() >= RULED_OUT ? Double.NEGATIVE_INFINITY : -5 * held.share();
  }

  private static double sum(List<Candidate> candidates, boolean marginal) {
    double sum = 0;
    for (Candidate candidate : candidates) {
      sum += candidate.marginal() == marginal ? candidate.odds() : 0;
    }
    return sum;
  }

  private static List<String> sentences(List<Held> holding, Bearing bearing) {
    Set<String> sentences = new LinkedHashSet<>();
    for (Held held : holding) {
      if (held.evidence().bearing() == bearing) {
        String sentence = OneLiner.of(held.evidence().because(), held.facts());
        boolean all = held.share() > 1 - LEAST_SUPPORT;
        sentences.add(
            all ? sentence : sentence + " (" + Math.round(100 * held.share()) + " % of them)");
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
