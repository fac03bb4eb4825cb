package dev.whyvoy.core.diagnose;

import static dev.whyvoy.core.fact.FactNames.MESSAGE;
import static dev.whyvoy.core.fact.FactNames.RESPONSE_FLAGS;

import dev.whyvoy.core.fact.Facts;
import dev.whyvoy.core.knowledge.Dialect;
import dev.whyvoy.core.knowledge.EnvoyVersion;
import dev.whyvoy.core.knowledge.Knowledge;
import dev.whyvoy.core.knowledge.Message;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Tells which messages were read, and so which functions wrote them. */
final class Writers {
  private static final String FLAGS = "response_flags.";

  /** No flag is set in more places. */
  private static final int MOST = 4;

  private final Knowledge knowledge;

  Writers(Knowledge knowledge) {
    this.knowledge = knowledge;
  }

  /**
   * The messages of Envoy's own code that were read, as the release writes them: what tells most
   * about the outcome first. Flags count only when nothing else was said.
   */
  List<Message> of(Facts said, EnvoyVersion release) {
    List<Message> messages =
        known(said.all(MESSAGE).stream().flatMap(id -> knowledge.message(id).stream()), release);
    return messages.isEmpty()
        ? known(said.all(RESPONSE_FLAGS).stream().flatMap(this::flag), release)
        : messages;
  }

  /** The messages of a flag: one, or numbered if it is set in several places. */
  private Stream<Message> flag(String name) {
    return Stream.concat(
        knowledge.message(FLAGS + name).stream(),
        IntStream.rangeClosed(1, MOST)
            .mapToObj(i -> knowledge.message(FLAGS + name + "." + i))
            .flatMap(Optional::stream));
  }

  private static List<Message> known(Stream<Message> messages, EnvoyVersion release) {
    return messages
        .filter(message -> message.dialect() != Dialect.APPLICATION_LOG)
        .filter(message -> !message.function().isEmpty())
        .filter(message -> release.within(message.since(), message.until()))
        .sorted(Comparator.comparing((Message message) -> isInner(message.dialect())))
        .toList();
  }

  /** Whether a text of this dialect is most often part of another text. */
  private static boolean isInner(Dialect dialect) {
    return switch (dialect) {
      case TRANSPORT_FAILURE_REASON, TLS_ERROR, CODEC_ERROR, RESET_REASON -> true;
      default -> false;
    };
  }
}
