package dev.whyvoy.core.knowledge;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Makes messages of the bodies that messages of response code details name, so that those bodies
 * are found in texts as well: one for each function. A body that has a message of its own in the
 * same component needs none; there the functions that write the details have the body written.
 */
final class BodyMessages {
  private BodyMessages() {}

  /** Where a body is written. */
  private record Body(String component, String text) {}

  private record Place(Body body, String function) {}

  /** {@code messages} and those of their bodies. */
  static List<Message> with(List<Message> messages) {
    Map<Body, Set<Caller>> known = new LinkedHashMap<>();
    messages.stream()
        .filter(message -> message.dialect() == Dialect.RESPONSE_BODY)
        .forEach(message -> known.put(own(message), new LinkedHashSet<>()));
    Map<Place, Message> made = new LinkedHashMap<>();
    for (Message message : messages) {
      String text = message.body();
      if (message.dialect() == Dialect.RESPONSE_CODE_DETAILS && text != null && !text.isBlank()) {
        Body body = new Body(message.component(), text);
        Set<Caller> callers = known.get(body);
        if (callers != null) {
          callers.add(caller(message));
        } else {
          made.merge(
              new Place(body, message.function()), body(message, text), BodyMessages::joined);
        }
      }
    }
    List<Message> all = new ArrayList<>();
    messages.forEach(
        message -> all.add(called(message, known.getOrDefault(own(message), Set.of()))));
    all.addAll(made.values());
    return all;
  }

  private static Body own(Message message) {
    return new Body(message.component(), message.template());
  }

  private static Caller caller(Message details) {
    return new Caller(
        details.function(),
        details.file(),
        details.at(),
        details.since(),
        details.until(),
        details.lines());
  }

  /** A message of a body with the callers that the details tell of. */
  private static Message called(Message message, Set<Caller> more) {
    if (message.dialect() != Dialect.RESPONSE_BODY || more.isEmpty()) {
      return message;
    }
    Set<Caller> callers = new LinkedHashSet<>(message.callers());
    more.stream()
        .filter(caller -> !caller.function().isEmpty())
        .filter(caller -> !caller.function().equals(message.function()))
        .forEach(callers::add);
    return message.with(message.since(), message.until(), List.copyOf(callers));
  }

  /** One message for two details of the same function. */
  private static Message joined(Message one, Message other) {
    return one.with(
        one.since().compareTo(other.since()) < 0 ? one.since() : other.since(),
        one.until().compareTo(other.until()) > 0 ? one.until() : other.until(),
        one.callers());
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
        details.lines(),
        details.callers());
  }
}
