package dev.whyvoy.report;

import dev.whyvoy.core.diagnose.Certainty;
import dev.whyvoy.core.diagnose.CodeStep;
import dev.whyvoy.core.diagnose.Explanation;
import dev.whyvoy.core.diagnose.Finding;
import dev.whyvoy.core.diagnose.RankedCause;
import dev.whyvoy.core.incident.Incident;
import dev.whyvoy.core.incident.OutcomeShare;
import dev.whyvoy.core.knowledge.Diagnosis;
import dev.whyvoy.core.knowledge.Knowledge;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What a report tells about one outcome.
 *
 * @param id names the section within a report: {@code EV301}
 * @param finding about the largest group; null when nothing known fits
 * @param causes those worth naming, the most likely first
 * @param checks what to run or look up, the first one first
 * @param see related diagnoses
 * @param breakdowns where, when, who
 * @param samples real lines in pieces; none where a report keeps itself short
 */
record Section(
    String id,
    Outcome outcome,
    @Nullable Finding finding,
    List<RankedCause> causes,
    List<String> checks,
    List<Diagnosis> see,
    List<Breakdown> breakdowns,
    List<LabelledSample> samples) {
  private static final int MOST_CAUSES = 4;
  private static final int MOST_CHECKS = 4;
  private static final int MOST_SAMPLES = 3;
  private static final double WORTH_NAMING = 0.03;

  /** A cause less likely than this is no news. */
  private static final double LIKELY = 0.2;

  @Nullable Diagnosis diagnosis() {
    return outcome.diagnosis();
  }

  List<CodeStep> codePath() {
    return finding == null ? List.of() : finding.codePath();
  }

  /** How likely none of {@link #causes} is behind it. */
  double elseShare() {
    return Math.max(0, 1 - causes.stream().mapToDouble(RankedCause::likelihood).sum());
  }

  Certainty certainty() {
    return finding == null ? Certainty.CANT_TELL : finding.certainty();
  }

  /** The likeliest cause with its likelihood; empty if none is likely. */
  String likely() {
    return causes.isEmpty() || causes.get(0).likelihood() < LIKELY
        ? ""
        : causes.get(0).cause().title() + " (" + Words.percent(causes.get(0).likelihood()) + ")";
  }

  static Section of(
      String id, Outcome outcome, Shares shares, Knowledge knowledge, List<Incident> incidents) {
    Finding finding = outcome.groups().get(0).finding();
    Diagnosis diagnosis = outcome.diagnosis();
    List<RankedCause> judged = judged(outcome, incidents);
    List<RankedCause> causes = judged.isEmpty() ? causes(outcome) : judged;
    return new Section(
        id,
        outcome,
        finding,
        causes,
        checks(diagnosis, causes),
        diagnosis == null
            ? List.of()
            : diagnosis.see().stream().flatMap(code -> knowledge.diagnosis(code).stream()).toList(),
        Breakdown.of(outcome, shares),
        List.of());
  }

  /** A few real lines as they were read. */
  List<String> lines() {
    return outcome.groups().stream()
        .flatMap(group -> group.samples().stream())
        .distinct()
        .limit(MOST_SAMPLES)
        .toList();
  }

  /**
   * The same with its lines in pieces.
   *
   * @param explained what is to be seen of a line
   */
  Section withSamples(Function<String, Explanation> explained) {
    List<LabelledSample> samples =
        lines().stream().map(line -> LabelledSample.of(explained.apply(line))).toList();
    return new Section(id, outcome, finding, causes, checks, see, breakdowns, samples);
  }

  /**
   * As judged from all of an incident, where most of the outcome is one: that says more than single
   * records. Only causes that can be behind this outcome.
   */
  private static List<RankedCause> judged(Outcome outcome, List<Incident> incidents) {
    for (Incident incident : incidents) {
      for (OutcomeShare share : incident.outcomes()) {
        if (share.diagnosis() != null
            && share.diagnosis().code().equals(outcome.code())
            && 2 * share.count() > outcome.count()) {
          return incident.causes().stream()
              .filter(ranked -> ranked.cause().explains().containsKey(outcome.code()))
              .filter(ranked -> ranked.likelihood() >= WORTH_NAMING)
              .limit(MOST_CAUSES)
              .toList();
        }
      }
    }
    return List.of();
  }

  /** With the likelihood over all records, and the reasons given for the largest group. */
  private static List<RankedCause> causes(Outcome outcome) {
    List<RankedCause> causes = new ArrayList<>();
    for (Outcome.LikelyCause likely : outcome.causes()) {
      if (likely.likelihood() < WORTH_NAMING || causes.size() == MOST_CAUSES) {
        break;
      }
      outcome.groups().stream()
          .flatMap(group -> group.causes().stream())
          .filter(ranked -> ranked.cause().id().equals(likely.cause().id()))
          .findFirst()
          .ifPresent(
              ranked ->
                  causes.add(
                      new RankedCause(
                          likely.cause(),
                          likely.likelihood(),
                          ranked.because(),
                          ranked.against())));
    }
    return causes;
  }

  private static List<String> checks(@Nullable Diagnosis diagnosis, List<RankedCause> causes) {
    Set<String> checks = new LinkedHashSet<>();
    if (diagnosis != null) {
      checks.addAll(diagnosis.check());
    }
    if (!causes.isEmpty()) {
      checks.addAll(causes.get(0).cause().check());
    }
    return checks.stream().limit(MOST_CHECKS).toList();
  }
}
