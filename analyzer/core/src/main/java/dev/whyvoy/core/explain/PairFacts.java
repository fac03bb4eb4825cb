package dev.whyvoy.core.explain;

import static dev.whyvoy.core.fact.FactNames.RESET_REASON;
import static dev.whyvoy.core.fact.FactNames.RESPONSE_CODE;
import static dev.whyvoy.core.fact.FactNames.RESPONSE_FLAGS;

import dev.whyvoy.core.fact.Fact;
import dev.whyvoy.core.knowledge.Knowledge;
import dev.whyvoy.grammar.Decoded;
import dev.whyvoy.grammar.Span;
import java.util.List;
import java.util.Set;

/** Reads {@code key=value} pairs of a text whose keys name fields of access records. */
final class PairFacts {
  /** Fields whose names are words of everyday, so that they count only with a value that fits. */
  private static final Set<String> VALUES_THAT_SAY =
      Set.of(
          RESPONSE_FLAGS,
          FieldNames.DETAILS,
          FieldNames.TRANSPORT,
          FieldNames.LOCAL_CLOSE,
          RESET_REASON);

  private final Knowledge knowledge;
  private final FieldFacts fields;

  PairFacts(Knowledge knowledge, FieldFacts fields) {
    this.knowledge = knowledge;
    this.fields = fields;
  }

  /** Adds what the pairs outside of {@code taken} say, a reading each. */
  void read(Decoded text, Events events, Taken taken) {
    List<KeyValues.Pair> pairs = KeyValues.of(text, this::isField);
    if (KeyValues.isFull(pairs)) {
      events.unreadFrom(pairs.get(pairs.size() - 1).value().origin(0));
    }
    for (KeyValues.Pair pair : pairs) {
      String name = fields.name(pair.key()).orElse("");
      Span span = pair.value().span(0, pair.value().text().length());
      if (!taken.isFree(span)) {
        continue;
      }
      Reading reading = new Reading();
      boolean says = VALUES_THAT_SAY.contains(name) && fits(name, pair);
      if (says || name.equals(FieldNames.BODY) || isPlainField(name, pair)) {
        boolean read = fields.field(name, pair.value(), reading);
        if (read && says) {
          taken.add(span);
        }
        events.add(reading);
      }
    }
  }

  private boolean fits(String name, KeyValues.Pair pair) {
    String value = pair.value().text();
    return switch (name) {
      case RESPONSE_FLAGS ->
          !value.isEmpty()
              && (value.equals("-")
                  || List.of(value.split(",")).stream()
                      .allMatch(flag -> fields.flags().shortName(flag.strip()).isPresent()));
      case RESET_REASON -> fields.resets().knows(value.replace(' ', '_'));
      case FieldNames.DETAILS -> pair.key().length() > "details".length() || value.indexOf('_') > 0;
      default -> pair.sign() == '=' || pair.quoted();
    };
  }

  private boolean isPlainField(String name, KeyValues.Pair pair) {
    String value = pair.value().text();
    boolean number = knowledge.facts().get(name).map(Fact::number).orElse(false);
    if (name.equals(RESPONSE_CODE)) {
      return value.matches("[1-5][0-9][0-9]|0");
    }
    return !VALUES_THAT_SAY.contains(name)
        && (pair.quoted() || pair.sign() == '=')
        && (!number || value.matches("[0-9]{1,15}(\\.[0-9]+)?(ms)?|-"));
  }

  private boolean isField(String key) {
    return fields.name(key).isPresent();
  }
}
