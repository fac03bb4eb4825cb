package dev.whyvoy.core.explain;

import static dev.whyvoy.core.fact.FactNames.BODY_FINGERPRINT;
import static dev.whyvoy.core.fact.FactNames.CLUE;

import dev.whyvoy.core.diagnose.Certainty;
import dev.whyvoy.core.diagnose.Diagnoser;
import dev.whyvoy.core.diagnose.Explanation;
import dev.whyvoy.core.diagnose.Finding;
import dev.whyvoy.core.diagnose.Kind;
import dev.whyvoy.core.fact.DerivedFacts;
import dev.whyvoy.core.fact.FactNames;
import dev.whyvoy.core.fact.Facts;
import dev.whyvoy.core.hop.Hop;
import dev.whyvoy.core.knowledge.Diagnosis;
import dev.whyvoy.core.knowledge.EnvoyVersion;
import dev.whyvoy.core.knowledge.Knowledge;
import dev.whyvoy.core.knowledge.Level;
import dev.whyvoy.core.record.PastedRecords;
import dev.whyvoy.core.record.RecordReader;
import dev.whyvoy.grammar.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;

/** Explains a pasted text: finds every message in it, and says what each means. */
public final class Explainer {
  /** Longer pastes are read up to here, in UTF-16 units. */
  private static final int LONGEST = 1 << 18;

  private final Knowledge knowledge;
  private final EnvoyVersion version;
  private final Diagnoser diagnoser;
  private final TextReader reader;
  private final Prose prose;
  private final UnaryOperator<Facts> more;

  /** Whether what is known besides may depend on when something was logged. */
  private final boolean timed;

  public Explainer(Knowledge knowledge, EnvoyVersion version) {
    this(knowledge, version, List.of(new PastedRecords()));
  }

  /**
   * An explainer that also reads access log lines.
   *
   * @param recordReaders the first that reads a line is used for it
   */
  public Explainer(Knowledge knowledge, EnvoyVersion version, List<RecordReader> recordReaders) {
    this(knowledge, version, recordReaders, UnaryOperator.identity(), false);
  }

  /**
   * An explainer that knows more than the text says.
   *
   * @param more adds what is known about the places that an event's facts name
   */
  public Explainer(
      Knowledge knowledge,
      EnvoyVersion version,
      List<RecordReader> recordReaders,
      UnaryOperator<Facts> more) {
    this(knowledge, version, recordReaders, more, true);
  }

  private Explainer(
      Knowledge knowledge,
      EnvoyVersion version,
      List<RecordReader> recordReaders,
      UnaryOperator<Facts> more,
      boolean timed) {
    this.timed = timed;
    this.more = more;
    this.knowledge = knowledge;
    this.version = version;
    this.diagnoser = new Diagnoser(knowledge, version);
    this.reader = new TextReader(knowledge, recordReaders);
    this.prose = new Prose(knowledge);
  }

  /**
   * Explains {@code paste}. Never fails: what is not understood is a finding of kind unknown.
   *
   * @param given what the reader knows besides
   */
  public Explanation explain(String paste, Facts given) {
    Optional<Diagnosis> named = knowledge.diagnosis(paste.strip());
    if (named.isPresent()) {
      return new Explanation(paste, version, List.of(code(paste, named.get(), given)));
    }
    String text = paste.length() > LONGEST ? paste.substring(0, LONGEST) : paste;
    AtomicInteger end = new AtomicInteger(text.length());
    List<Reading> events = reader.read(text, end::set);
    Facts known = given.orElse(prose.of(text, events));
    List<Facts> said = withClues(events.stream().map(event -> said(event, known)).toList());
    Together together = Together.of(text, events);
    PooledFacts pool = new PooledFacts(events, said, together);
    List<List<Finding>> found = new ArrayList<>();
    for (int i = 0; i < events.size(); i++) {
      found.add(findings(events.get(i), said.get(i), pool.known(i)));
    }
    boolean settled = found.stream().anyMatch(event -> !event.isEmpty() && !isLastResort(event));
    List<Finding> findings =
        found.stream()
            .filter(event -> !event.isEmpty() && !(settled && isLastResort(event)))
            .sorted(Comparator.comparing(event -> event.get(0), mainFirst()))
            .flatMap(List::stream)
            .toList();
    if (findings.isEmpty()) {
      findings = inWords(text, known);
    }
    if (findings.isEmpty()) {
      findings = List.of(unknown(text, said.isEmpty() ? known : pool.known(0)));
    }
    OptionalInt unreadFrom =
        end.get() < paste.length() ? OptionalInt.of(end.get()) : OptionalInt.empty();
    return new Explanation(paste, version, findings, unreadFrom, together.sentences());
  }

  /** What a text of which nothing was recognised means, if its sentences describe a cause. */
  private List<Finding> inWords(String text, Facts told) {
    Reading all = new Reading();
    all.read(Kind.APPLICATION_LOG, new Span(0, text.length()));
    return told.has(FactNames.DESCRIBED) || told.has(FactNames.DESCRIBED_WELL)
        ? findings(all, told, told)
        : List.of();
  }

  /** Whether an event means nothing but what a bare status means. */
  private static boolean isLastResort(List<Finding> event) {
    Diagnosis first = event.get(0).diagnosis();
    return first != null && first.lastResort();
  }

  private Facts said(Reading event, Facts given) {
    Hop hop = event.hop();
    if (timed && hop != null) {
      RecordFacts.time(hop.time(), event);
    }
    TextReader.inferDetails(knowledge, event);
    Facts facts = event.facts().build().orElse(given);
    Facts derived = DerivedFacts.of(facts, knowledge.timers());
    event.bodyOfThatLength(derived.all(BODY_FINGERPRINT));
    return more.apply(derived);
  }

  private List<Finding> findings(Reading event, Facts said, Facts known) {
    return diagnoser.diagnose(event.kind(), said, known).stream()
        .map(
            finding ->
                new Finding(
                    finding.kind(),
                    event.span(),
                    said,
                    finding.diagnosis(),
                    finding.certainty(),
                    finding.line(),
                    finding.causes(),
                    finding.ask(),
                    finding.codePath(),
                    event.labels(),
                    event.unparsed(),
                    List.of()))
        .toList();
  }

  /** Clues belong to the paste as a whole. */
  private static List<Facts> withClues(List<Facts> all) {
    Set<String> clues = new LinkedHashSet<>();
    all.forEach(facts -> clues.addAll(facts.all(CLUE)));
    if (clues.isEmpty()) {
      return all;
    }
    List<Facts> with = new ArrayList<>();
    for (Facts facts : all) {
      Facts.Builder own = facts.toBuilder();
      clues.forEach(clue -> own.add(CLUE, clue));
      with.add(own.build());
    }
    return with;
  }

  private Finding code(String paste, Diagnosis diagnosis, Facts given) {
    Finding finding = diagnoser.describe(diagnosis, given);
    return new Finding(
        Kind.CODE,
        new Span(0, paste.length()),
        given,
        diagnosis,
        finding.certainty(),
        finding.line(),
        finding.causes(),
        finding.ask(),
        finding.codePath(),
        List.of(),
        List.of(),
        List.of());
  }

  private Finding unknown(String text, Facts known) {
    return new Finding(
        Kind.UNKNOWN,
        new Span(0, text.length()),
        known,
        null,
        Certainty.CANT_TELL,
        "no message that Envoy is known to write was found in this text",
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        Nearest.of(text, knowledge));
  }

  /**
   * Between events: what is wrong before what is only worth knowing, and a failure of Envoy's own
   * before one that was only passed on; then the surest, then the first in the text.
   */
  private static Comparator<Finding> mainFirst() {
    return Comparator.comparing((Finding finding) -> level(finding) == Level.INFO)
        .thenComparing(Explainer::passedOn)
        .thenComparing(Finding::certainty)
        .thenComparingInt(finding -> finding.span().from());
  }

  private static boolean passedOn(Finding finding) {
    return finding.facts().holds(FactNames.HOP_ANSWERED, "upstream");
  }

  private static Level level(Finding finding) {
    Diagnosis diagnosis = finding.diagnosis();
    return diagnosis == null ? Level.INFO : diagnosis.level();
  }
}
