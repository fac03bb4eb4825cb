package dev.whyvoy.core.explain;

import dev.whyvoy.core.fact.Facts;
import dev.whyvoy.core.knowledge.Knowledge;
import java.util.Map;

/** Turns the fields of an access record into facts. Safe for many threads. */
public final class RecordFacts {
  private final Knowledge knowledge;

  public RecordFacts(Knowledge knowledge) {
    this.knowledge = knowledge;
  }

  /**
   * Everything a record says, with what follows from it.
   *
   * @param fields field name (a fact of the record, or {@code response_code_details}, {@code
   *     upstream_transport_failure_reason}, {@code connection_termination_details} ...) to the text
   *     logged; {@code -} counts as absent
   */
  public Facts of(Map<String, String> fields) {
    Facts.Builder facts = Facts.builder();
    fields.forEach(
        (name, value) -> {
          if (!value.equals("-") && knowledge.facts().declares(name)) {
            facts.set(name, value);
          }
        });
    return facts.build();
  }
}
