package dev.whyvoy.core.diagnose;

import dev.whyvoy.core.fact.FactNames;
import dev.whyvoy.core.fact.Facts;
import dev.whyvoy.core.fact.Settles;
import dev.whyvoy.core.knowledge.Cause;
import dev.whyvoy.core.knowledge.Diagnosis;
import dev.whyvoy.core.knowledge.EnvoyVersion;
import dev.whyvoy.core.knowledge.Knowledge;
import dev.whyvoy.core.knowledge.Rule;
import dev.whyvoy.grammar.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds the diagnoses that facts support. Safe for many threads. */
public final class Diagnoser {
  private final Knowledge knowledge;
  private final Conditions conditions;
  private final CauseRanking ranking;
  private final Questions questions;
  private final CodePaths codePaths;

  public Diagnoser(Knowledge knowledge, EnvoyVersion version) {
    this.knowledge = knowledge;
    this.conditions = Conditions.ofDiagnoses(knowledge.facts());
    Conditions evidence = Conditions.ofEvidence(knowledge.facts());
    this.ranking = new CauseRanking(evidence);
    this.questions = new Questions(knowledge.facts(), evidence);
    this.codePaths = new CodePaths(knowledge, version, conditions);
  }

  /** What the facts of one record mean, the main finding first; empty when nothing known fits. */
  public List<Finding> diagnose(Facts facts) {
    return diagnose(Kind.ACCESS_LOG, facts, facts);
  }

  /** The main finding alone of what {@link #diagnose(Facts)} finds. */
  public Optional<Finding> first(Facts facts) {
    for (Rule rule : winners(facts)) {
      Optional<Diagnosis> diagnosis = knowledge.diagnosis(rule.code());
      if (diagnosis.isPresent()) {
        Certainty certainty = certainty(rule, facts);
        return Optional.of(
            finding(Kind.ACCESS_LOG, diagnosis.get(), certainty, facts, facts, true));
      }
    }
    return Optional.empty();
  }

  /**
   * What facts mean, the main finding first; empty when nothing known fits.
   *
   * @param said the facts that decide on the diagnoses
   * @param known all facts, those {@code said} included: they decide on causes and wording
   */
  public List<Finding> diagnose(Kind kind, Facts said, Facts known) {
    List<Finding> findings = new ArrayList<>();
    for (Rule rule : winners(said)) {
      boolean main = findings.isEmpty();
      knowledge
          .diagnosis(rule.code())
          .map(diagnosis -> finding(kind, diagnosis, certainty(rule, said), said, known, main))
          .ifPresent(findings::add);
    }
    return findings;
  }

  /** The finding of a diagnosis that the reader named, whatever its condition. */
  public Finding describe(Diagnosis diagnosis, Facts known) {
    return finding(Kind.CODE, diagnosis, Certainty.CERTAIN, known, known, false);
  }

  /**
   * What may be behind a diagnosis that several records have, the most likely first: each piece of
   * evidence weighs by the share of the records that give it.
   *
   * @param records facts of each; not empty
   */
  public List<RankedCause> causes(Diagnosis diagnosis, List<Facts> records) {
    return ranking.rank(diagnosis.code(), knowledge.causes(diagnosis.code()), records);
  }

  /** What would tell causes apart, the most telling first. */
  public List<Ask> ask(List<RankedCause> causes, Facts known) {
    return questions.ask(causes, known);
  }

  /**
   * The rules that hold and that no other holding rule refines: the most certain first. A last
   * resort counts only when nothing else holds.
   */
  private List<Rule> winners(Facts said) {
    List<Rule> holding =
        knowledge.candidates(said).stream()
            .filter(rule -> conditions.holds(rule.when(), said))
            .toList();
    Set<String> refined = new HashSet<>();
    holding.forEach(rule -> addAncestors(rule, refined));
    boolean settled = holding.stream().anyMatch(rule -> !rule.lastResort());
    return holding.stream()
        .filter(rule -> !(settled && rule.lastResort()))
        .filter(rule -> !refined.contains(rule.code()))
        .sorted(
            Comparator.comparing((Rule rule) -> certainty(rule, said))
                .thenComparing(rule -> -depth(rule))
                .thenComparing(rule -> -conditions.required(rule.when(), said))
                .thenComparing(Rule::code))
        .toList();
  }

  private void addAncestors(Rule rule, Set<String> all) {
    Optional<Rule> parent = parent(rule);
    while (parent.isPresent() && all.add(parent.get().code())) {
      parent = parent(parent.get());
    }
  }

  private int depth(Rule rule) {
    Set<String> ancestors = new HashSet<>();
    addAncestors(rule, ancestors);
    return ancestors.size();
  }

  private Optional<Rule> parent(Rule rule) {
    return Optional.ofNullable(rule.refines()).flatMap(knowledge::rule);
  }

  /** Not certain, and something finer would fit if Envoy had said more: then it can't be told. */
  private Certainty certainty(Rule rule, Facts said) {
    Settles settles = conditions.settles(rule.when(), said);
    if (settles == Settles.CERTAIN) {
      return Certainty.CERTAIN;
    }
    return settles == Settles.LIKELY && !finerCouldHold(rule, said)
        ? Certainty.LIKELY
        : Certainty.CANT_TELL;
  }

  private boolean finerCouldHold(Rule rule, Facts said) {
    return knowledge.refinements(rule.code()).stream()
        .anyMatch(
            finer -> conditions.couldBeSaid(finer.when(), said) || finerCouldHold(finer, said));
  }

  /** The causes of a diagnosis; where Envoy said next to nothing, also those that are described. */
  private List<Cause> candidates(Diagnosis diagnosis, Facts known) {
    List<Cause> causes = knowledge.causes(diagnosis.code());
    Set<String> described = known.all(FactNames.DESCRIBED_WELL);
    if (!diagnosis.lastResort() || described.isEmpty()) {
      return causes;
    }
    List<Cause> all = new ArrayList<>(causes);
    described.stream()
        .flatMap(id -> knowledge.cause(id).stream())
        .filter(cause -> causes.stream().noneMatch(one -> one.id().equals(cause.id())))
        .forEach(all::add);
    return all;
  }

  private Finding finding(
      Kind kind, Diagnosis diagnosis, Certainty certainty, Facts said, Facts known, boolean main) {
    List<RankedCause> causes = ranking.rank(diagnosis.code(), candidates(diagnosis, known), known);
    return new Finding(
        kind,
        new Span(0, 0),
        said,
        diagnosis,
        certainty,
        OneLiner.of(diagnosis.line(), known),
        causes,
        questions.ask(causes, known),
        codePaths.of(diagnosis, said, known, main),
        List.of(),
        List.of(),
        List.of());
  }
}
