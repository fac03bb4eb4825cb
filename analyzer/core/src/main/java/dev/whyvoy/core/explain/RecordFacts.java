package dev.whyvoy.core.explain;

import dev.whyvoy.core.fact.DerivedFacts;
import dev.whyvoy.core.fact.FactNames;
import dev.whyvoy.core.fact.Facts;
import dev.whyvoy.core.knowledge.Knowledge;
import dev.whyvoy.core.record.AccessRecord;
import dev.whyvoy.core.record.Field;
import dev.whyvoy.grammar.Decoded;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Turns the fields of an access record into facts. Safe for many threads. */
public final class RecordFacts {
  private final Knowledge knowledge;
  private final FieldFacts fields;
  private final TextReader text;
  private final UnaryOperator<Facts> known;

  /** Whether what is known may depend on when a record was written. */
  private final boolean timed;

  public RecordFacts(Knowledge knowledge) {
    this(knowledge, UnaryOperator.identity(), false);
  }

  /**
   * Facts of records, and what else is known.
   *
   * @param known adds what is known about the places that a record's facts name
   */
  public RecordFacts(Knowledge knowledge, UnaryOperator<Facts> known) {
    this(knowledge, known, true);
  }

  private RecordFacts(Knowledge knowledge, UnaryOperator<Facts> known, boolean timed) {
    this.timed = timed;
    this.knowledge = knowledge;
    this.known = known;
    this.fields = new FieldFacts(knowledge, new MessageFinder(knowledge));
    this.text = new TextReader(knowledge, List.of());
  }

  /**
   * Everything a record says, with what follows from it.
   *
   * @param record field name to the text logged. A name is a fact of the record or a command
   *     operator in lower snake case; the text {@code -} says that Envoy had nothing for it. Fields
   *     that no fact comes from are passed over.
   */
  public Facts of(Map<String, String> record) {
    Reading reading = new Reading();
    boolean tunnel = record.containsKey(Field.TUNNEL_DIRECTION.fact());
    record.forEach(
        (key, value) ->
            fields
                .name(key)
                .filter(name -> !(tunnel && name.equals(FieldNames.TRANSPORT)))
                .ifPresent(name -> fields.field(name, Decoded.of(value), reading)));
    if (tunnel) {
      tunnel(record, reading);
    }
    if (timed) {
      time(AccessRecord.time(record.getOrDefault(Field.START_TIME.fact(), "-")), reading);
    }
    TextReader.inferDetails(knowledge, reading);
    reading.finish();
    return known.apply(DerivedFacts.of(reading.facts().build(), knowledge.timers()));
  }

  static void time(long time, Reading reading) {
    if (time != AccessRecord.NO_TIME) {
      reading.facts().set(FactNames.START_TIME_MS, time);
    }
  }

  /** What ztunnel says of a connection: it has its own words, which are read as in a paste. */
  private void tunnel(Map<String, String> record, Reading reading) {
    String error = record.getOrDefault(Field.UPSTREAM_TRANSPORT_FAILURE_REASON.fact(), "-");
    reading.facts().add(FactNames.CLUE, "ztunnel_log");
    if (!error.equals("-")) {
      String direction = record.getOrDefault(Field.TUNNEL_DIRECTION.fact(), "-");
      for (Reading read : text.read("direction=\"" + direction + "\" error=\"" + error + '"')) {
        Facts said = read.facts().build();
        said.all(FactNames.CLUE).forEach(clue -> reading.facts().add(FactNames.CLUE, clue));
        said.all(FactNames.MESSAGE).forEach(id -> reading.facts().add(FactNames.MESSAGE, id));
      }
    }
  }
}
