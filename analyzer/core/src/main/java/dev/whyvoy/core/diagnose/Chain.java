package dev.whyvoy.core.diagnose;

import dev.whyvoy.core.knowledge.Caller;
import dev.whyvoy.core.knowledge.CodePath;
import dev.whyvoy.core.knowledge.EnvoyVersion;
import dev.whyvoy.core.knowledge.Message;
import dev.whyvoy.core.knowledge.Template;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * A code path under construction, for one release. What writes a message has its place in it: texts
 * of the transport and the codecs where the event is, at the start; details and bodies before the
 * local reply is asked for; reasons for a close before the connection is closed.
 */
final class Chain {
  private static final String REPOSITORY = "https://github.com/envoyproxy/envoy/blob/";
  private static final String ROUTER_RESET = "Envoy::Router::Filter::onUpstreamReset";

  /** What stands for a part where a message's own function was put in. */
  private static final String WRITER = "";

  private static final Set<String> REPLY =
      Set.of("tail-reply", "tail-hcm-reply", "tail-timeout", "local-reply");
  private static final Set<String> CLOSE = Set.of("tail-dclose", "tail-tcp-init", "codec-close");

  /** Where codecs and header validators live: what they say is the event itself. */
  private static final List<String> CODECS =
      List.of(
          "source/common/http/http1/",
          "source/common/http/http2/",
          "source/common/quic/",
          "source/extensions/http/header_validators/");

  private final EnvoyVersion release;
  private final List<CodeStep> steps = new ArrayList<>();

  /** The part that each step belongs to. */
  private final List<String> parts = new ArrayList<>();

  Chain(EnvoyVersion release) {
    this.release = release;
  }

  List<CodeStep> steps() {
    return List.copyOf(steps);
  }

  /** Appends a step, if the release has it. */
  void add(String part, CodePath.Step step) {
    if (release.within(step.since(), step.until())) {
      boolean alternative =
          step.alternative() && !parts.isEmpty() && parts.get(parts.size() - 1).equals(part);
      parts.add(part);
      steps.add(step(step.function(), step.file(), step.says(), step.lines(), alternative));
    }
  }

  /** Whether the function that writes the message is on the path. */
  boolean passes(Message message) {
    return steps.stream().anyMatch(step -> step.function().equals(message.function()));
  }

  /**
   * Puts the function that writes a message where it belongs, unless it is there: beside another
   * that writes the same text, if one of those is on the path.
   *
   * @param wrote all messages that were read: those with the same text may each be the one
   */
  void add(Message message, List<Message> wrote) {
    if (passes(message)) {
      return;
    }
    List<String> same = functions(message, wrote);
    int beside = last(same);
    int at = beside < 0 ? place(message) : beside + 1;
    parts.add(at, WRITER);
    steps.add(
        at,
        step(
            message.function(),
            message.file(),
            says(message, same.size()),
            message.lines(),
            beside >= 0));
  }

  /**
   * Puts the functions that have a text written before those that write it. None is needed if one
   * of them wrote another of the texts that were read: then it was that one.
   */
  void addCallers(Message message, List<Message> wrote) {
    List<Message> same = sameText(message, wrote);
    List<Caller> callers =
        same.stream()
            .flatMap(one -> one.callers().stream())
            .filter(caller -> release.within(caller.since(), caller.until()))
            .toList();
    List<String> names = callers.stream().map(Caller::function).distinct().toList();
    if (wrote.stream().anyMatch(one -> !same.contains(one) && names.contains(one.function()))) {
      return;
    }
    int beside = last(names);
    int at = beside < 0 ? first(functions(message, wrote)) : beside + 1;
    for (Caller caller : callers) {
      if (at >= 0 && last(List.of(caller.function())) < 0) {
        String says =
            names.size() > 1
                ? "One of " + names.size() + " places that have this written."
                : "Has this written.";
        parts.add(at, WRITER);
        steps.add(at, step(caller.function(), caller.file(), says, caller.lines(), beside >= 0));
        beside = at;
        at++;
      }
    }
  }

  /** The functions that may each have written the text. */
  private static List<String> functions(Message message, List<Message> wrote) {
    return sameText(message, wrote).stream().map(Message::function).distinct().toList();
  }

  private static List<Message> sameText(Message message, List<Message> wrote) {
    String text = String.join("<>", Template.parse(message.template()).literals());
    return wrote.stream()
        .filter(
            other -> text.equals(String.join("<>", Template.parse(other.template()).literals())))
        .toList();
  }

  /** The first step that is one of these functions; -1 if none is. */
  private int first(List<String> functions) {
    for (int i = 0; i < steps.size(); i++) {
      if (functions.contains(steps.get(i).function())) {
        return i;
      }
    }
    return -1;
  }

  /** The last step that is one of these functions; -1 if none is. */
  private int last(List<String> functions) {
    for (int i = steps.size() - 1; i >= 0; i--) {
      if (functions.contains(steps.get(i).function())) {
        return i;
      }
    }
    return -1;
  }

  private int place(Message message) {
    return switch (message.dialect()) {
      case TRANSPORT_FAILURE_REASON, TLS_ERROR, CODEC_ERROR, LOCAL_CLOSE_REASON -> 0;
      case RESET_REASON -> {
        int reset = last(List.of(ROUTER_RESET));
        yield reset < 0 ? first(REPLY).orElse(steps.size()) : reset + 1;
      }
      case RESPONSE_CODE_DETAILS,
          RESPONSE_BODY,
          RESPONSE_FLAGS,
          CONNECTION_TERMINATION_DETAILS,
          APPLICATION_LOG ->
          first(REPLY).orElseGet(() -> isOfCodec(message) ? 0 : first(CLOSE).orElse(steps.size()));
    };
  }

  private Optional<Integer> first(Set<String> wanted) {
    for (int i = 0; i < parts.size(); i++) {
      if (wanted.contains(parts.get(i))) {
        return Optional.of(i);
      }
    }
    return Optional.empty();
  }

  private static boolean isOfCodec(Message message) {
    return CODECS.stream().anyMatch(message.file()::startsWith);
  }

  private static String says(Message message, int places) {
    String writes = places > 1 ? "One of " + places + " places that write this" : "Writes this";
    return message.note().isEmpty() ? writes + "." : writes + ": " + sentence(message.note());
  }

  private static String sentence(String note) {
    return note.endsWith(".") ? note : note + ".";
  }

  private CodeStep step(
      String function, String file, String says, List<Integer> lines, boolean alternative) {
    int line = lines.isEmpty() ? 0 : lines.get(release.ordinal());
    String url = REPOSITORY + release.gitRef() + "/" + file;
    return line == 0
        ? new CodeStep(function, file, OptionalInt.empty(), says, url, alternative)
        : new CodeStep(function, file, OptionalInt.of(line), says, url + "#L" + line, alternative);
  }
}
