package dev.whyvoy.core.explain;

import static dev.whyvoy.core.fact.FactNames.RESET_REASON;

import dev.whyvoy.core.fact.Fact;
import dev.whyvoy.core.knowledge.Knowledge;
import dev.whyvoy.grammar.Piece;
import java.util.Map;

/** Reset reasons to facts. */
final class ResetFacts {
  private final Map<String, String> meanings;

  ResetFacts(Knowledge knowledge) {
    this.meanings = knowledge.facts().get(RESET_REASON).map(Fact::values).orElse(Map.of());
  }

  /** Takes a reset reason in the spelling of details. */
  void read(Piece reason, Reading reading) {
    reading.facts().set(RESET_REASON, reason.text());
    String meaning = meanings.getOrDefault(reason.text(), "");
    reading.label(reason.span(), meaning.isEmpty() ? "reset reason" : "reset reason: " + meaning);
  }

  /** Whether this is a reset reason in the spelling of details. */
  boolean knows(String reason) {
    return meanings.containsKey(reason);
  }
}
