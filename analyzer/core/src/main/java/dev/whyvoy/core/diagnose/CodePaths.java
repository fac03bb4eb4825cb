package dev.whyvoy.core.diagnose;

import dev.whyvoy.core.fact.Facts;
import dev.whyvoy.core.knowledge.CodePath;
import dev.whyvoy.core.knowledge.Diagnosis;
import dev.whyvoy.core.knowledge.EnvoyVersion;
import dev.whyvoy.core.knowledge.Knowledge;
import dev.whyvoy.core.knowledge.Message;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Composes the code path of a finding: the chain that the diagnosis names if it leads to the
 * function that wrote the message, else the one that the message names; and in it the functions
 * that wrote what was read.
 */
final class CodePaths {
  private static final String NETWORK_FILTERS = "/filters/network/";

  private final Knowledge knowledge;
  private final EnvoyVersion version;
  private final Conditions conditions;
  private final Writers writers;

  CodePaths(Knowledge knowledge, EnvoyVersion version, Conditions conditions) {
    this.knowledge = knowledge;
    this.version = version;
    this.conditions = conditions;
    this.writers = new Writers(knowledge);
  }

  /**
   * The path in the release asked for, or the nearest one that can have written the message.
   *
   * @param said what tells which message it is
   * @param known all facts: they decide which steps were taken
   * @param main whether the diagnosis is the main one of what was read; others tell of something
   *     that goes with it
   */
  List<CodeStep> of(Diagnosis diagnosis, Facts said, Facts known, boolean main) {
    EnvoyVersion release = Wording.of(said).nearest(version);
    Chain own = chain(diagnosis.path(), known, release);
    if (!main && !own.steps().isEmpty()) {
      return own.steps();
    }
    List<Message> wrote = writers.of(said, release);
    Chain chain =
        wrote.isEmpty() || wrote.stream().anyMatch(message -> isOne(message, wrote, own))
            ? own
            : ofMessage(wrote.get(0), own, known, release);
    wrote.forEach(message -> chain.add(message, wrote));
    wrote.forEach(message -> chain.addCallers(message, wrote));
    return chain.steps();
  }

  /** Whether a path leads to what the message is about, which is the first that was read. */
  private static boolean isOne(Message message, List<Message> wrote, Chain chain) {
    return message.template().equals(wrote.get(0).template()) && chain.passes(message);
  }

  /** The path that the message itself names; a network filter's texts have none of the router's. */
  private Chain ofMessage(Message message, Chain own, Facts known, EnvoyVersion release) {
    String path = message.path();
    return path == null && !message.file().contains(NETWORK_FILTERS)
        ? own
        : chain(path, known, release);
  }

  private Chain chain(@Nullable String path, Facts known, EnvoyVersion release) {
    Chain chain = new Chain(release);
    Optional.ofNullable(path)
        .flatMap(knowledge::path)
        .ifPresent(found -> found.parts().forEach(part -> add(part, known, chain)));
    return chain;
  }

  private void add(CodePath.Part part, Facts known, Chain chain) {
    part.steps().stream()
        .filter(step -> conditions.holds(step.when(), known))
        .forEach(step -> chain.add(part.id(), step));
  }
}
