package dev.whyvoy.core.explain;

import static dev.whyvoy.core.fact.FactNames.RESET_REASON;

import dev.whyvoy.core.fact.Fact;
import dev.whyvoy.core.knowledge.Knowledge;
import dev.whyvoy.grammar.Piece;
import java.util.List;
import java.util.Map;

/** Reset reasons to facts. */
final class ResetFacts {
  private static final int SHORTEST_CUT = 8;

  private final Map<String, String> meanings;

  ResetFacts(Knowledge knowledge) {
    this.meanings = knowledge.facts().get(RESET_REASON).map(Fact::values).orElse(Map.of());
  }

  /** Takes a reset reason in the spelling of details; one that Envoy does not write is no fact. */
  void read(Piece reason, Reading reading) {
    String name = complete(reason.text());
    if (!knows(name)) {
      reading.label(reason.span(), "a reset reason that no known release of Envoy writes");
      return;
    }
    reading.facts().set(RESET_REASON, name);
    String meaning = meanings.getOrDefault(name, "");
    reading.label(reason.span(), meaning.isEmpty() ? "reset reason" : "reset reason: " + meaning);
  }

  /** A reason that was cut short, made whole if only one begins like it. */
  private String complete(String reason) {
    List<String> like =
        meanings.keySet().stream()
            .filter(known -> reason.length() >= SHORTEST_CUT && known.startsWith(reason))
            .toList();
    return like.size() == 1 ? like.get(0) : reason;
  }

  /** Whether this is a reset reason in the spelling of details. */
  boolean knows(String reason) {
    return meanings.containsKey(reason);
  }
}
