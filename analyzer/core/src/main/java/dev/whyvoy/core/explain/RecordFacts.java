package dev.whyvoy.core.explain;

import dev.whyvoy.core.fact.DerivedFacts;
import dev.whyvoy.core.fact.Fact;
import dev.whyvoy.core.fact.Facts;
import dev.whyvoy.core.knowledge.Knowledge;
import dev.whyvoy.grammar.Decoded;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Turns the fields of an access record into facts. Safe for many threads. */
public final class RecordFacts {
  private final Knowledge knowledge;
  private final FieldFacts fields;
  private final UnaryOperator<Facts> known;

  public RecordFacts(Knowledge knowledge) {
    this(knowledge, UnaryOperator.identity());
  }

  /**
   * Facts of records, and what else is known.
   *
   * @param known adds what is known about the places that a record's facts name
   */
  public RecordFacts(Knowledge knowledge, UnaryOperator<Facts> known) {
    this.knowledge = knowledge;
    this.known = known;
    this.fields = new FieldFacts(knowledge, new MessageFinder(knowledge));
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
    record.forEach(
        (key, value) ->
            FieldNames.of(key, this::isRecorded)
                .ifPresent(name -> fields.field(name, Decoded.of(value), reading)));
    TextReader.inferDetails(knowledge, reading);
    reading.finish();
    return known.apply(DerivedFacts.of(reading.facts().build(), knowledge.timers()));
  }

  private boolean isRecorded(String name) {
    return knowledge.facts().get(name).map(Fact::recorded).orElse(false);
  }
}
