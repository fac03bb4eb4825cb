package dev.whyvoy.core.explain;

import static dev.whyvoy.core.fact.FactNames.CLUE;
import static dev.whyvoy.core.fact.FactNames.COMPONENT;
import static dev.whyvoy.core.fact.FactNames.MESSAGE;
import static dev.whyvoy.core.fact.FactNames.RESPONSE_CODE;
import static dev.whyvoy.core.fact.FactNames.RESPONSE_FLAGS;
import static dev.whyvoy.core.fact.FactNames.TLS_LIBRARY;
import static dev.whyvoy.core.fact.FactNames.WORDING_RELEASE;
import static java.util.Comparator.naturalOrder;

import dev.whyvoy.core.diagnose.Kind;
import dev.whyvoy.core.diagnose.Label;
import dev.whyvoy.core.fact.Facts;
import dev.whyvoy.core.hop.Hop;
import dev.whyvoy.core.knowledge.Dialect;
import dev.whyvoy.core.knowledge.EnvoyVersion;
import dev.whyvoy.core.knowledge.Message;
import dev.whyvoy.grammar.Span;
import dev.whyvoy.grammar.Unparsed;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What has been read of one event: facts, and what each piece of the text is. */
final class Reading {
  private static final Set<String> MANY = Set.of(RESPONSE_FLAGS, MESSAGE, CLUE, TLS_LIBRARY);

  private final Facts.Builder facts = Facts.builder();
  private final Map<Span, Label> labels = new LinkedHashMap<>();
  private final List<Unparsed> unparsed = new ArrayList<>();
  private final List<Texts> texts = new ArrayList<>();
  private Kind kind = Kind.UNKNOWN;

  /**
   * A recognised text.
   *
   * @param ties the messages with this text in the dialect that it is most likely in
   * @param alike those with this text in other dialects
   */
  private record Texts(List<Message> ties, List<Message> alike) {}

  private @Nullable Span bytesSent;
  private @Nullable Hop hop;
  private int from = Integer.MAX_VALUE;
  private int to = -1;

  Facts.Builder facts() {
    return facts;
  }

  /** Notes the record that the event is. */
  void hop(Hop of) {
    hop = of;
  }

  /** The record that the event is, or null. */
  @Nullable Hop hop() {
    return hop;
  }

  /**
   * Notes that the event was read, also, from this place in this way; the most telling way stays.
   */
  void read(Kind how, Span span) {
    if (kind == Kind.UNKNOWN || rank(how) < rank(kind)) {
      kind = how;
    }
    from = Math.min(from, span.from());
    to = Math.max(to, span.to());
  }

  void label(Span span, String text) {
    if (span.length() > 0) {
      labels.putIfAbsent(span, new Label(span, text));
    }
  }

  void unparsed(List<Unparsed> more) {
    unparsed.addAll(more);
  }

  /** Where the number of bytes sent stands. */
  void bytesSent(Span span) {
    bytesSent = span;
  }

  /** Labels the number of bytes sent with the bodies that are as long. */
  void bodyOfThatLength(Set<String> bodies) {
    if (bytesSent != null && !bodies.isEmpty()) {
      label(bytesSent, "as long as the body `" + String.join("` or `", bodies) + "`");
    }
  }

  /** Notes a recognised text, and the messages it may be. */
  void messages(List<Message> ties) {
    texts.add(new Texts(ties, List.of()));
  }

  /** Notes that the text recognised last may also be one of these, of other dialects. */
  void alike(List<Message> others) {
    if (!texts.isEmpty()) {
      Texts last = texts.remove(texts.size() - 1);
      texts.add(new Texts(last.ties(), others));
    }
  }

  /**
   * Adds what follows from the recognised messages, now that status and flags are known: which they
   * are, who wrote them, the facts they set, and the releases that have them.
   */
  void finish() {
    Facts known = facts.build();
    EnvoyVersion since = EnvoyVersion.OLDEST;
    EnvoyVersion until = EnvoyVersion.DEV;
    for (Texts text : texts) {
      List<Message> fitting = fitting(text.ties(), known);
      List<Message> all = new ArrayList<>(fitting);
      all.addAll(text.alike());
      since = max(since, all.stream().map(Message::since).min(naturalOrder()).orElse(since));
      until = min(until, all.stream().map(Message::until).max(naturalOrder()).orElse(until));
      all.stream()
          .sorted(Comparator.comparing(Reading::remoteness))
          .forEach(message -> facts.add(MESSAGE, message.id()));
      if (fitting.stream().map(Message::component).distinct().count() == 1) {
        recognised(fitting.get(0));
      }
    }
    boolean any = since.equals(EnvoyVersion.OLDEST) && until.equals(EnvoyVersion.DEV);
    if (!any && since.compareTo(until) <= 0) {
      facts.set(WORDING_RELEASE, since + ".." + until);
    }
  }

  /** Envoy's common code comes before extensions, and those before what is only in contrib. */
  private static int remoteness(Message message) {
    String file = message.file();
    return file.startsWith("contrib/") ? 2 : file.startsWith("source/extensions/") ? 1 : 0;
  }

  private void recognised(Message message) {
    if (!facts.has(COMPONENT) && message.dialect() != Dialect.APPLICATION_LOG) {
      facts.set(COMPONENT, message.component());
    }
    message.sets().forEach((name, values) -> values.forEach(value -> facts.add(name, value)));
  }

  /** The messages that go with the status, and of those the ones that go with the flags. */
  private static List<Message> fitting(List<Message> ties, Facts known) {
    if (ties.size() == 1) {
      return ties;
    }
    long code = known.number(RESPONSE_CODE).orElse(0);
    List<Message> emitted = orAll(ties, Message::emitted);
    List<Message> byCode = orAll(emitted, message -> code > 0 && message.code() == code);
    return orAll(
        byCode,
        message -> message.flags().stream().anyMatch(flag -> known.holds(RESPONSE_FLAGS, flag)));
  }

  private static List<Message> orAll(List<Message> messages, Predicate<Message> fits) {
    List<Message> fitting = messages.stream().filter(fits).toList();
    return fitting.isEmpty() ? messages : fitting;
  }

  private static EnvoyVersion max(EnvoyVersion a, EnvoyVersion b) {
    return a.compareTo(b) >= 0 ? a : b;
  }

  private static EnvoyVersion min(EnvoyVersion a, EnvoyVersion b) {
    return a.compareTo(b) <= 0 ? a : b;
  }

  /** Takes over all that {@code other} has read; what was read first stays. */
  void merge(Reading other) {
    Facts more = other.facts.build();
    for (String name : more.names()) {
      boolean many = MANY.contains(name);
      if (many || !facts.has(name)) {
        more.all(name).forEach(value -> facts.add(name, value));
      }
    }
    other.labels.forEach(labels::putIfAbsent);
    unparsed.addAll(other.unparsed);
    texts.addAll(other.texts);
    if (!other.isEmpty()) {
      read(other.kind, other.span());
    }
  }

  boolean isEmpty() {
    return to < 0;
  }

  /** Whether not even a fact was read. */
  boolean isBlank() {
    return isEmpty()
        && facts.isEmpty()
        && labels.isEmpty()
        && texts.isEmpty()
        && unparsed.isEmpty();
  }

  Kind kind() {
    return kind;
  }

  Span span() {
    return isEmpty() ? new Span(0, 0) : new Span(from, to);
  }

  List<Label> labels() {
    return labels.values().stream()
        .sorted(
            Comparator.comparingInt((Label label) -> label.span().from())
                .thenComparingInt(label -> -label.span().to()))
        .toList();
  }

  List<Unparsed> unparsed() {
    return List.copyOf(unparsed);
  }

  /** The most telling kind first. */
  private static int rank(Kind kind) {
    return switch (kind) {
      case CODE -> 0;
      case ACCESS_LOG -> 1;
      case RESPONSE_CODE_DETAILS -> 2;
      case RESPONSE_BODY -> 3;
      case TRANSPORT_FAILURE_REASON -> 4;
      case CONNECTION_TERMINATION_DETAILS -> 5;
      case LOCAL_CLOSE_REASON -> 6;
      case APPLICATION_LOG -> 7;
      case RESPONSE_FLAGS -> 8;
      case HTTP_RESPONSE -> 9;
      case UNKNOWN -> 10;
    };
  }
}
