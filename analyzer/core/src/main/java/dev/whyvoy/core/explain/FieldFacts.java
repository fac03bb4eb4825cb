package dev.whyvoy.core.explain;

import static dev.whyvoy.core.fact.FactNames.BYTES_SENT;
import static dev.whyvoy.core.fact.FactNames.CONNECTION_TERMINATION_DETAILS;
import static dev.whyvoy.core.fact.FactNames.DETAILS_NAME;
import static dev.whyvoy.core.fact.FactNames.GRPC_STATUS;
import static dev.whyvoy.core.fact.FactNames.REPLY_BODY;
import static dev.whyvoy.core.fact.FactNames.RESET_REASON;
import static dev.whyvoy.core.fact.FactNames.RESPONSE_FLAGS;

import dev.whyvoy.core.fact.Fact;
import dev.whyvoy.core.knowledge.Dialect;
import dev.whyvoy.core.knowledge.Knowledge;
import dev.whyvoy.core.knowledge.Message;
import dev.whyvoy.grammar.Decoded;
import dev.whyvoy.grammar.Piece;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads texts whose dialect is known, because they are a named field or a found message. */
final class FieldFacts {
  private final Knowledge knowledge;
  private final MessageFinder finder;
  private final FlagFacts flags;
  private final ResetFacts resets;
  private final TransportFacts transports;
  private final DetailFacts details;
  private final BodyFacts bodies;
  private final CloseFacts closes = new CloseFacts();

  FieldFacts(Knowledge knowledge, MessageFinder finder) {
    this.knowledge = knowledge;
    this.finder = finder;
    this.flags = new FlagFacts(knowledge);
    this.resets = new ResetFacts(knowledge);
    this.transports = new TransportFacts(knowledge.tables(), knowledge::terms);
    this.details = new DetailFacts(resets, transports);
    this.bodies = new BodyFacts(resets, transports);
  }

  FlagFacts flags() {
    return flags;
  }

  ResetFacts resets() {
    return resets;
  }

  /**
   * Reads the value of a field.
   *
   * @param name a fact of the record, or one of {@link FieldNames}' fields
   * @return whether the value was of use
   */
  boolean field(String name, Decoded value, Reading reading) {
    String text = value.text().strip();
    if (text.isEmpty()) {
      return false;
    }
    boolean none = text.equals("-") || text.equals("null");
    switch (name) {
      case RESPONSE_FLAGS -> flags.read(value, reading);
      case FieldNames.DETAILS -> {
        if (none) {
          reading.facts().lacks(DETAILS_NAME);
        } else {
          details(value, reading);
        }
      }
      case FieldNames.TRANSPORT -> {
        if (!none) {
          transport(value, reading);
        }
      }
      case CONNECTION_TERMINATION_DETAILS -> {
        if (!none) {
          closes.termination(value, reading);
          note(text, EnumSet.of(Dialect.CONNECTION_TERMINATION_DETAILS), reading);
        } else {
          reading.facts().lacks(name);
        }
      }
      case FieldNames.LOCAL_CLOSE -> {
        if (!none) {
          localClose(value, reading);
        }
      }
      case FieldNames.BODY -> {
        return !none && body(value, reading);
      }
      case RESET_REASON ->
          resets.read(
              new Piece(value.span(0, value.text().length()), text.replace(' ', '_')), reading);
      case GRPC_STATUS -> {
        GrpcStatus.code(text).ifPresent(code -> reading.facts().set(GRPC_STATUS, code));
        reading.label(value.span(0, value.text().length()), GrpcStatus.wordsOfReply(text));
      }
      default -> {
        plain(name, text, none, reading);
        if (name.equals(BYTES_SENT)) {
          reading.bytesSent(value.span(0, value.text().length()));
        }
      }
    }
    return true;
  }

  private void plain(String name, String text, boolean none, Reading reading) {
    boolean number = knowledge.facts().get(name).map(Fact::number).orElse(false);
    if (none) {
      reading.facts().lacks(name);
    } else if (!number) {
      reading.facts().set(name, text);
    } else {
      String whole = whole(text);
      if (!whole.isEmpty()) {
        reading.facts().set(name, whole);
      }
    }
  }

  /** Reads the bare text of a system error; says whether it is one. */
  boolean errno(Decoded text, Reading reading) {
    return transports.errno(text, reading);
  }

  /** Reads the bare name of a TLS reason; says whether it is one. */
  boolean tlsReason(Decoded name, Reading reading) {
    return transports.tlsReason(name, reading);
  }

  /** The name of the fact that a field of an access record sets, however it is spelt. */
  Optional<String> name(String key) {
    return FieldNames.of(
        key, name -> knowledge.facts().get(name).map(Fact::recorded).orElse(false));
  }

  /** The whole part of a number, perhaps of milliseconds; empty if it is none. */
  private static String whole(String text) {
    String plain = text.endsWith("ms") ? text.substring(0, text.length() - 2) : text;
    int from = plain.startsWith("-") ? 1 : 0;
    int end = digits(plain, from);
    boolean fraction = end < plain.length() && plain.charAt(end) == '.';
    int last = fraction ? digits(plain, end + 1) : end;
    boolean sound = end > from && end - from <= 18 && last == plain.length();
    return sound && !(fraction && last == end + 1) ? plain.substring(0, end) : "";
  }

  private static int digits(String text, int from) {
    int end = from;
    while (end < text.length() && text.charAt(end) >= '0' && text.charAt(end) <= '9') {
      end++;
    }
    return end;
  }

  void details(Decoded value, Reading reading) {
    details.read(value, reading);
    note(value.text(), EnumSet.of(Dialect.RESPONSE_CODE_DETAILS), reading);
    noteInner(value.text(), reading);
  }

  void transport(Decoded value, Reading reading) {
    transports.read(value, reading);
    noteInner(value.text(), reading);
  }

  void localClose(Decoded value, Reading reading) {
    closes.localClose(value, reading);
    note(value.text(), EnumSet.of(Dialect.LOCAL_CLOSE_REASON), reading);
  }

  void termination(Decoded value, Reading reading) {
    closes.termination(value, reading);
    note(value.text(), EnumSet.of(Dialect.CONNECTION_TERMINATION_DETAILS), reading);
  }

  /** Reads a body if it is one that Envoy is known to write. */
  boolean body(Decoded value, Reading reading) {
    String text = value.text().strip();
    List<Match> known =
        finder.whole(text).stream()
            .filter(match -> match.message().dialect() == Dialect.RESPONSE_BODY)
            .toList();
    if (known.isEmpty()) {
      return false;
    }
    body(value, known.get(0).ties(), reading);
    return true;
  }

  /** Reads the end of a body whose beginning was cut off. */
  void cutBody(Decoded value, Reading reading) {
    bodies.read(value, reading);
    noteInner(value.text(), reading);
  }

  /** Reads a body in which one of these messages was recognised. */
  void body(Decoded value, List<Message> ties, Reading reading) {
    bodies.read(value, reading);
    reading.facts().set(REPLY_BODY, bodyName(ties.get(0)));
    reading.messages(ties);
    noteInner(value.text(), reading);
  }

  /** The literal part of a body's template; the router's reset body has one name for all forms. */
  private static String bodyName(Message message) {
    String template = message.template();
    if (template.startsWith(BodyFacts.UPSTREAM_CONNECT_ERROR)) {
      return BodyFacts.UPSTREAM_CONNECT_ERROR;
    }
    int variable = template.indexOf('<');
    String name = variable > 0 ? template.substring(0, variable) : template;
    return name.strip();
  }

  /** Notes the message that the whole of a text is, if it is one. */
  private void note(String text, Set<Dialect> dialects, Reading reading) {
    finder.whole(text.strip()).stream()
        .filter(match -> dialects.contains(match.message().dialect()))
        .limit(1)
        .forEach(match -> reading.messages(match.ties()));
  }

  /** Notes the messages of the transport and the codec within a text. */
  private void noteInner(String text, Reading reading) {
    Set<Dialect> inner =
        EnumSet.of(Dialect.TRANSPORT_FAILURE_REASON, Dialect.TLS_ERROR, Dialect.CODEC_ERROR);
    Match last = null;
    for (Match match : finder.find(text)) {
      boolean within = last != null && last.overlaps(match);
      if (inner.contains(match.message().dialect())
          && !within
          && Plainness.isTelling(match, text)) {
        reading.messages(match.ties());
        last = match;
      }
    }
  }
}
