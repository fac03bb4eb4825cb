package dev.whyvoy.core.explain;

import static dev.whyvoy.core.fact.FactNames.LOCAL_CLOSE_REASON;
import static dev.whyvoy.core.fact.FactNames.RESET_REASON;
import static dev.whyvoy.core.fact.FactNames.TRANSPORT_FAILURE_REASON;

import dev.whyvoy.core.diagnose.Kind;
import dev.whyvoy.core.fact.Fact;
import dev.whyvoy.core.knowledge.Dialect;
import dev.whyvoy.core.knowledge.Knowledge;
import dev.whyvoy.core.knowledge.Message;
import dev.whyvoy.grammar.Decoded;
import dev.whyvoy.grammar.Piece;
import java.util.List;

/** Reads a message that was found in a text, with the grammar of its dialect. */
final class MessageReaders {
  private static final String BRACKETS = "{[(<:";

  private final Knowledge knowledge;
  private final FieldFacts fields;

  MessageReaders(Knowledge knowledge, FieldFacts fields) {
    this.knowledge = knowledge;
    this.fields = fields;
  }

  /**
   * Reads the message.
   *
   * @param alike messages of other dialects with the same text
   */
  void read(Match match, List<Message> alike, Decoded text, Reading reading) {
    Message message = match.message();
    Decoded slice = text.slice(match.from(), match.to());
    switch (message.dialect()) {
      case RESPONSE_CODE_DETAILS -> {
        fields.details(slice, reading);
        if (alike.stream().anyMatch(other -> other.dialect() == Dialect.LOCAL_CLOSE_REASON)) {
          reading.facts().infer(LOCAL_CLOSE_REASON, detailsName(message.template()));
        }
      }
      case RESPONSE_BODY -> fields.body(slice, match.ties(), reading);
      case TRANSPORT_FAILURE_REASON, TLS_ERROR -> {
        fields.transport(slice, reading);
        reading.messages(match.ties());
      }
      case CONNECTION_TERMINATION_DETAILS -> fields.termination(slice, reading);
      case LOCAL_CLOSE_REASON -> fields.localClose(slice, reading);
      case RESET_REASON -> {
        fields.resets().read(whole(slice, slice.text().replace(' ', '_')), reading);
        reading.messages(match.ties());
        reading.read(Kind.RESPONSE_BODY, slice.span(0, slice.text().length()));
      }
      case CODEC_ERROR, RESPONSE_FLAGS -> {
        reading.messages(match.ties());
        reading.label(slice.span(0, slice.text().length()), "error of Envoy's HTTP codec");
        reading.read(Kind.RESPONSE_CODE_DETAILS, slice.span(0, slice.text().length()));
      }
      case APPLICATION_LOG -> log(match, text, slice, reading);
    }
    reading.alike(alike);
  }

  private void log(Match match, Decoded text, Decoded slice, Reading reading) {
    reading.messages(match.ties());
    if (!isContext(match.message()) || !match.message().note().isEmpty()) {
      reading.label(slice.span(0, slice.text().length()), label(match.message()));
    }
    reading.read(Kind.APPLICATION_LOG, slice.span(0, slice.text().length()));
    for (Match.Capture capture : match.captures()) {
      Decoded value = text.slice(capture.from(), capture.to());
      String name = capture.name().replace(' ', '_').replace('-', '_');
      String plain = value.text().strip();
      if (plain.isEmpty()) {
        continue;
      }
      switch (name) {
        case RESET_REASON -> fields.resets().read(whole(value, plain.replace(' ', '_')), reading);
        case TRANSPORT_FAILURE_REASON -> fields.transport(value, reading);
        case LOCAL_CLOSE_REASON -> fields.localClose(value, reading);
        case "details" -> fields.details(value, reading);
        default -> {
          if (knowledge.facts().get(name).map(fact -> accepts(fact, plain)).orElse(false)) {
            reading.facts().set(name, plain);
          }
        }
      }
    }
  }

  private static boolean accepts(Fact fact, String value) {
    return (fact.values().isEmpty() || fact.values().containsKey(value))
        && (!fact.number() || value.matches("-?[0-9]{1,18}"));
  }

  /** Whether it is a word of everyday, not a message of a part of Envoy. */
  private static boolean isContext(Message message) {
    return message.component().startsWith("context");
  }

  private static String label(Message message) {
    return message.note().isEmpty()
        ? "message of " + message.component().replace('_', ' ')
        : message.note();
  }

  private static Piece whole(Decoded slice, String text) {
    return new Piece(slice.span(0, slice.text().length()), text);
  }

  /** What the details of a template are called: up to a bracket, blanks as underscores. */
  static String detailsName(String template) {
    int end = 0;
    while (end < template.length() && BRACKETS.indexOf(template.charAt(end)) < 0) {
      end++;
    }
    String name = template.substring(0, end).strip().replace(' ', '_');
    return name.endsWith("_") ? name.substring(0, name.length() - 1) : name;
  }
}
