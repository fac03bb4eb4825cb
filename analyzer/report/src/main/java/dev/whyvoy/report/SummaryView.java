package dev.whyvoy.report;

import dev.whyvoy.core.diagnose.Diagnoser;
import dev.whyvoy.core.explain.RecordFacts;
import dev.whyvoy.core.fact.Facts;
import dev.whyvoy.core.incident.Diagnosed;
import dev.whyvoy.core.incident.Incident;
import dev.whyvoy.core.incident.Incidents;
import dev.whyvoy.core.incident.Judge;
import dev.whyvoy.core.incident.Witnesses;
import dev.whyvoy.core.knowledge.EnvoyVersion;
import dev.whyvoy.core.knowledge.Knowledge;
import dev.whyvoy.core.knowledge.Level;
import dev.whyvoy.core.record.LineReader;
import dev.whyvoy.core.summary.Accounting;
import dev.whyvoy.core.summary.Detail;
import dev.whyvoy.core.summary.Grain;
import dev.whyvoy.core.summary.Group;
import dev.whyvoy.core.summary.Summary;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** A summary with its failures diagnosed: what every report of it is laid out from. */
public final class SummaryView {
  private final Summary summary;
  private final List<Outcome> outcomes;
  private final List<Incident> incidents;
  private final List<ComponentFinding> components;
  private final OptionalLong first;
  private final OptionalLong last;

  private SummaryView(
      Summary summary,
      List<Outcome> outcomes,
      List<Incident> incidents,
      List<ComponentFinding> components) {
    this.components = components;
    this.summary = summary;
    this.outcomes = outcomes;
    this.incidents = incidents;
    Collection<Group> groups = summary.groups();
    this.first = groups.stream().flatMap(g -> g.first().stream()).mapToLong(t -> t).min();
    this.last = groups.stream().flatMap(g -> g.last().stream()).mapToLong(t -> t).max();
  }

  /**
   * Diagnoses what failed.
   *
   * @param readers make what reads the sample lines of {@code summary}
   */
  public static SummaryView of(
      Summary summary, Knowledge knowledge, EnvoyVersion version, Supplier<LineReader> readers) {
    return of(summary, knowledge, version, readers, UnaryOperator.identity());
  }

  /**
   * Diagnoses what failed.
   *
   * @param readers make what reads the sample lines of {@code summary}
   * @param known adds what is known about the places that a failure's facts name
   */
  public static SummaryView of(
      Summary summary,
      Knowledge knowledge,
      EnvoyVersion version,
      Supplier<LineReader> readers,
      UnaryOperator<Facts> known) {
    LineReader reader = readers.get();
    RecordFacts facts = new RecordFacts(knowledge, known);
    Diagnoser diagnoser = new Diagnoser(knowledge, version);
    Witnesses witnesses = Witnesses.of(summary, reader);
    ThreadLocal<LineReader> ofThread = ThreadLocal.withInitial(readers);
    List<DiagnosedGroup> failing =
        diagnosed(summary, () -> new GroupDiagnoser(facts, diagnoser, witnesses, ofThread.get()));
    List<Incident> incidents =
        Incidents.of(
            summary,
            failing.stream().map(one -> new Diagnosed(one.group(), one.finding())).toList(),
            new Judge(facts, diagnoser),
            knowledge.timers(),
            witnesses,
            reader);
    Map<String, List<DiagnosedGroup>> byOutcome = new LinkedHashMap<>();
    for (DiagnosedGroup one : failing) {
      byOutcome.computeIfAbsent(key(one), key -> new ArrayList<>()).add(one.judgedIn(incidents));
    }
    List<Outcome> outcomes =
        byOutcome.values().parallelStream()
            .map(Outcome::of)
            .sorted(
                Comparator.comparing((Outcome outcome) -> outcome.level() == Level.INFO)
                    .thenComparing(Comparator.comparingLong(Outcome::count).reversed()))
            .toList();
    return new SummaryView(
        summary, outcomes, incidents, ComponentFinding.of(summary.components(), facts, diagnoser));
  }

  /** The failing groups in their order. Messages are diagnosed side by side: none needs another. */
  private static List<DiagnosedGroup> diagnosed(
      Summary summary, Supplier<GroupDiagnoser> diagnosers) {
    List<Group> failing = summary.groups().stream().filter(group -> !group.healthy()).toList();
    Map<Optional<Detail>, List<Group>> byMessage =
        failing.stream().collect(Collectors.groupingBy(Group::detail));
    Map<Group, DiagnosedGroup> diagnosed =
        byMessage.values().parallelStream()
            .flatMap(groups -> groups.stream().map(diagnosers.get()::of))
            .collect(Collectors.toConcurrentMap(DiagnosedGroup::group, one -> one));
    return failing.stream().map(diagnosed::get).map(Objects::requireNonNull).toList();
  }

  private static String key(DiagnosedGroup group) {
    String meaning =
        group.finding() == null || group.finding().diagnosis() == null
            ? "? " + group.said()
            : group.finding().diagnosis().code();
    return String.join("\0", meaning, String.join("\0", group.group().signature().by()));
  }

  /** What was read. */
  public Summary summary() {
    return summary;
  }

  /** What was not kept apart because there was too much of it, a sentence each; usually nothing. */
  public List<String> folded() {
    List<String> texts = new ArrayList<>();
    Grain grain = summary.grain();
    if (grain != Grain.FULL) {
      texts.add(
          "There were too many kinds of messages: all were told apart only by "
              + switch (grain) {
                case NO_ARGUMENTS -> "status, flags, name of the details and cluster";
                case KINDS -> "status, flags and name of the details";
                case CODE_AND_FLAGS -> "status and flags";
                default -> "class of the status";
              }
              + ".");
    }
    long folded = summary.foldedFamilies();
    if (folded > 0) {
      texts.add(
          Html.count(folded, "kind")
              + " of failure had too many messages or clusters to keep them apart.");
    }
    return texts;
  }

  Accounting accounting() {
    return summary.accounting();
  }

  /** What failed: the most frequent first, but what is not a failure in earnest last. */
  List<Outcome> outcomes() {
    return outcomes;
  }

  /** What went wrong, in a few incidents: the most important first; none on a healthy log. */
  public List<Incident> incidents() {
    return incidents;
  }

  /** What Envoy's own log says about failures, the most frequent first. */
  List<ComponentFinding> components() {
    return components;
  }

  /** Access records that count. */
  long requests() {
    return accounting().healthy() + accounting().failed();
  }

  /** Time of the earliest record in ms since 1970. */
  public OptionalLong first() {
    return first;
  }

  /** Time of the latest record in ms since 1970. */
  public OptionalLong last() {
    return last;
  }

  /** How many records have a diagnosis of this level or one that is worse. */
  public long atLeast(Level level) {
    return outcomes.stream()
        .filter(outcome -> outcome.level().compareTo(level) <= 0)
        .mapToLong(Outcome::count)
        .sum();
  }

  /** How many records have this diagnosis, by code or slug in any case. */
  public long with(String codeOrSlug) {
    return outcomes.stream()
        .filter(
            outcome ->
                outcome.diagnosis() != null
                    && (outcome.diagnosis().code().equalsIgnoreCase(codeOrSlug)
                        || outcome.diagnosis().slug().equalsIgnoreCase(codeOrSlug)))
        .mapToLong(Outcome::count)
        .sum();
  }
}
