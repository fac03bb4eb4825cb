package dev.whyvoy.report;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;

/** Names that stand for values: the same name for the same value, numbered as they come. */
final class Pseudonyms {
  /** Names of one kind; what comes later shares one. */
  private static final int MOST = 100_000;

  /** What a value is. */
  enum Kind {
    IP("ip"),
    HOST("host"),
    ID("id"),
    AGENT("agent"),
    QUERY("query"),
    TOKEN("token"),
    EMAIL("email"),
    SUBJECT("subject");

    private final String word;

    Kind(String word) {
      this.word = word;
    }
  }

  private final Map<Kind, Map<String, Integer>> numbers = new EnumMap<>(Kind.class);

  /** {@code ip-1}, {@code ip-2} ... */
  String of(Kind kind, String value) {
    Map<String, Integer> known = numbers.computeIfAbsent(kind, key -> new HashMap<>());
    Integer number = known.get(value);
    if (number == null) {
      if (known.size() >= MOST) {
        return kind.word + "-other";
      }
      number = known.size() + 1;
      known.put(value, number);
    }
    return kind.word + "-" + number;
  }

  /** Whether a text is one of these names already, perhaps with a port. */
  static boolean isOne(String text) {
    int dash = text.indexOf('-');
    if (dash < 0) {
      return false;
    }
    String word = text.substring(0, dash);
    for (Kind kind : Kind.values()) {
      if (kind.word.equals(word)) {
        return text.substring(dash + 1).matches("([0-9]{1,6}|other)(:[0-9]{1,5})?");
      }
    }
    return false;
  }
}
