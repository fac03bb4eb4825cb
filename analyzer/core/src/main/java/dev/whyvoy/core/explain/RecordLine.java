package dev.whyvoy.core.explain;

import static dev.whyvoy.core.fact.FactNames.AUTHORITY;
import static dev.whyvoy.core.fact.FactNames.DOWNSTREAM_LOCAL_ADDRESS;
import static dev.whyvoy.core.fact.FactNames.DOWNSTREAM_REMOTE_ADDRESS;
import static dev.whyvoy.core.fact.FactNames.DURATION_MS;
import static dev.whyvoy.core.fact.FactNames.METHOD;
import static dev.whyvoy.core.fact.FactNames.PATH;
import static dev.whyvoy.core.fact.FactNames.PROTOCOL;
import static dev.whyvoy.core.fact.FactNames.TRANSPORT_KIND;
import static dev.whyvoy.core.fact.FactNames.UPSTREAM_CLUSTER;
import static dev.whyvoy.core.fact.FactNames.UPSTREAM_HOST;

import dev.whyvoy.core.diagnose.Kind;
import dev.whyvoy.core.hop.Hop;
import dev.whyvoy.core.knowledge.Dialect;
import dev.whyvoy.core.record.AccessRecord;
import dev.whyvoy.core.record.Field;
import dev.whyvoy.core.record.RecordReader;
import dev.whyvoy.grammar.Decoded;
import dev.whyvoy.grammar.Span;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads a line of a pasted text as an access record, if it is one. */
final class RecordLine {
  /** Fields of which an access record has at least one. */
  private static final Set<String> EXCHANGE =
      Set.of(
          METHOD,
          PATH,
          PROTOCOL,
          DURATION_MS,
          AUTHORITY,
          UPSTREAM_HOST,
          UPSTREAM_CLUSTER,
          DOWNSTREAM_LOCAL_ADDRESS,
          DOWNSTREAM_REMOTE_ADDRESS);

  /** Longer records are not searched for what their fields do not hold, in UTF-16 units. */
  private static final int LONGEST_STRAY = 2000;

  private final List<RecordReader> readers;
  private final MessageFinder finder;
  private final FieldFacts fields;
  private final MessageReaders messages;

  RecordLine(
      List<RecordReader> readers,
      MessageFinder finder,
      FieldFacts fields,
      MessageReaders messages) {
    this.readers = readers;
    this.finder = finder;
    this.fields = fields;
    this.messages = messages;
  }

  /** What a line says as an access record; null if it is none. */
  @Nullable Reading read(Decoded line) {
    for (RecordReader reader : readers) {
      Optional<List<RecordReader.Value>> values = reader.read(line.text());
      if (values.isPresent() && isExchange(values.get())) {
        Reading reading = new Reading();
        values.get().forEach(value -> value(value, line, reading));
        strayTransport(line, reading);
        reading.read(Kind.ACCESS_LOG, line.span(0, line.text().length()));
        reading.hop(hop(values.get()));
        return reading;
      }
    }
    return null;
  }

  private static Hop hop(List<RecordReader.Value> values) {
    Map<Field, String> fields = new EnumMap<>(Field.class);
    for (RecordReader.Value value : values) {
      Field field = Field.ofFact(value.name());
      if (field != null) {
        fields.putIfAbsent(field, value.value());
      }
    }
    long time = AccessRecord.time(fields.getOrDefault(Field.START_TIME, "-"));
    return new Hop(
        fields,
        time == AccessRecord.NO_TIME
            ? AccessRecord.time(fields.getOrDefault(Field.LOG_TIME, "-"))
            : time);
  }

  /** A transport failure reason in a record that has no field for it where the format says. */
  private void strayTransport(Decoded line, Reading reading) {
    if (reading.facts().has(TRANSPORT_KIND) || line.text().length() > LONGEST_STRAY) {
      return;
    }
    finder.find(line.text()).stream()
        .filter(
            match ->
                match.message().dialect() == Dialect.TRANSPORT_FAILURE_REASON
                    || match.message().dialect() == Dialect.TLS_ERROR)
        .filter(match -> Plainness.isTelling(match, line.text()))
        .findFirst()
        .ifPresent(match -> messages.read(match, match.ties(), line, reading));
  }

  /** Whether a record tells of a request or connection, not only what became of it. */
  private boolean isExchange(List<RecordReader.Value> values) {
    return values.stream()
        .flatMap(value -> fields.name(value.name()).stream())
        .anyMatch(EXCHANGE::contains);
  }

  private void value(RecordReader.Value value, Decoded line, Reading reading) {
    Span span = value.span();
    String name = fields.name(value.name()).orElse("");
    if (!name.isEmpty()) {
      boolean placed = span.length() > 0;
      Decoded text =
          placed
              ? line.slice(span.from(), span.to())
              : Decoded.of(value.value()).slice(0, value.value().length());
      fields.field(name, name.equals(FieldNames.BODY) ? text.percent() : text, reading);
    }
  }
}
