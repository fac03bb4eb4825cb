package dev.whyvoy.core.explain;

import static dev.whyvoy.core.fact.FactNames.RESPONSE_FLAGS;

import dev.whyvoy.core.diagnose.Kind;
import dev.whyvoy.core.fact.Fact;
import dev.whyvoy.core.knowledge.Knowledge;
import dev.whyvoy.grammar.Decoded;
import dev.whyvoy.grammar.flags.ResponseFlags;
import dev.whyvoy.grammar.flags.ResponseFlagsReader;
import java.util.Map;
import java.util.Optional;

/** Response flags to facts. */
final class FlagFacts {
  /** Short name to long name. */
  private final Map<String, String> names;

  FlagFacts(Knowledge knowledge) {
    this.names = knowledge.facts().get(RESPONSE_FLAGS).map(Fact::values).orElse(Map.of());
  }

  /** The short name of a flag that is written short or long; empty if it is not known. */
  Optional<String> shortName(String flag) {
    if (names.containsKey(flag)) {
      return Optional.of(flag);
    }
    return names.entrySet().stream()
        .filter(entry -> entry.getValue().equals(flag))
        .map(Map.Entry::getKey)
        .findFirst();
  }

  /** Reads a text that is known to be response flags. */
  void read(Decoded text, Reading reading) {
    ResponseFlags flags = ResponseFlagsReader.parse(text);
    if (flags.dash() != null) {
      reading.facts().lacks(RESPONSE_FLAGS);
      reading.label(flags.dash(), "no response flag");
    }
    for (ResponseFlags.Flag flag : flags.flags()) {
      String name = shortName(flag.text()).orElse(flag.text());
      reading.facts().add(RESPONSE_FLAGS, name);
      String meaning = names.getOrDefault(name, "not one of Envoy's own");
      reading.label(flag.span(), "response flag: " + meaning);
    }
    reading.unparsed(flags.unparsed());
    reading.read(Kind.RESPONSE_FLAGS, flags.span());
  }
}
