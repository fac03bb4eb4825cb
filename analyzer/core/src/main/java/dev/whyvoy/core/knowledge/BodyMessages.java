package dev.whyvoy.core.knowledge;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Makes messages of the bodies that messages of response code details name, so that those bodies
 * are found in texts as well. A body that has a message of its own in the same component is left
 * alone.
 */
final class BodyMessages {
  private BodyMessages() {}

  /** {@code messages} and those of their bodies. */
  static List<Message> with(List<Message> messages) {
    Set<String> known = new HashSet<>();
    messages.stream()
        .filter(message -> message.dialect() == Dialect.RESPONSE_BODY)
        .forEach(message -> known.add(key(message.component(), message.template())));
    List<Message> all = new ArrayList<>(messages);
    for (Message message : messages) {
      String body = message.body();
      if (message.dialect() == Dialect.RESPONSE_CODE_DETAILS
          && body != null
          && !body.isBlank()
          && known.add(key(message.component(), body))) {
        all.add(body(message, body));
      }
    }
    return all;
  }

  private static String key(String component, String body) {
    return component + ' ' + body;
  }

  private static Message body(Message details, String body) {
    return new Message(
        details.id() + ".body",
        details.component(),
        Dialect.RESPONSE_BODY,
        body,
        details.function(),
        details.file(),
        details.at(),
        details.since(),
        details.until(),
        details.code(),
        details.flags(),
        null,
        details.path(),
        details.emitted(),
        details.note(),
        "",
        Map.of(),
        details.lines());
  }
}
