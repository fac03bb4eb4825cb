package dev.whyvoy.bench.maintain;

import dev.whyvoy.core.knowledge.KnowledgeModel;
import dev.whyvoy.core.knowledge.Message;
import dev.whyvoy.core.knowledge.Template;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Tells whether a text of Envoy's source is known to the messages. */
final class KnownTexts {
  private static final int SHORTEST = 4;

  /** Literals of a template, joined, blanks as underscores; to the message's id. */
  private final Map<String, String> ids = new LinkedHashMap<>();

  private KnownTexts() {}

  static KnownTexts of(KnowledgeModel model) {
    KnownTexts known = new KnownTexts();
    for (Message message : model.messages()) {
      List<String> literals = Template.parse(message.template()).literals();
      known.ids.putIfAbsent(plain(String.join("", literals)), message.id());
      literals.forEach(literal -> known.ids.putIfAbsent(plain(literal), message.id()));
    }
    return known;
  }

  /** The id of a message that holds {@code text}, or a word that says that none does. */
  String messageOf(String text) {
    String wanted = plain(text.replaceAll("\\{[^}]*}|%[a-z]", ""));
    String same = ids.get(wanted);
    if (same != null) {
      return same;
    }
    return ids.entrySet().stream()
        .filter(known -> wanted.length() >= SHORTEST && known.getKey().contains(wanted))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElse("not in the messages");
  }

  private static String plain(String text) {
    return text.strip().replaceAll("[ _]+", "_");
  }
}
