package dev.whyvoy.core.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whyvoy.core.fact.Fact;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * The messages are complete as far as the knowledge itself can tell, and every place has its lines.
 */
class MessagesTest {
  private static final Knowledge KNOWLEDGE = Knowledge.load();

  @Test
  void everyResponseFlagHasAMessage() {
    assertThat(templates(Dialect.RESPONSE_FLAGS)).containsAll(values("response_flags"));
  }

  @Test
  void everyResetReasonHasAMessage() {
    Set<String> reasons =
        templates(Dialect.RESET_REASON).stream()
            .map(reason -> reason.replace(' ', '_'))
            .collect(Collectors.toSet());
    assertThat(reasons).containsAll(values("reset_reason"));
  }

  @Test
  void idsBeginWithTheirComponent() {
    assertThat(KNOWLEDGE.messages())
        .allMatch(message -> message.id().startsWith(message.component() + "."));
  }

  @Test
  void theIndexHasALineForEveryReleaseAMessageClaims() {
    List<String> without =
        KNOWLEDGE.messages().stream()
            .filter(message -> !message.component().startsWith("context"))
            .filter(message -> !message.function().isEmpty())
            .filter(message -> lacks(message.lines(), message.since(), message.until()))
            .map(Message::id)
            .toList();
    assertThat(without).as("run the maintainer's index command").isEmpty();
  }

  @Test
  void theIndexHasALineForEveryReleaseAStepClaims() {
    List<String> without =
        KNOWLEDGE.model().paths().stream()
            .flatMap(path -> path.parts().stream())
            .flatMap(part -> part.steps().stream())
            .filter(step -> lacks(step.lines(), step.since(), step.until()))
            .map(CodePath.Step::function)
            .distinct()
            .toList();
    assertThat(without).as("run the maintainer's index command").isEmpty();
  }

  private static boolean lacks(List<Integer> lines, EnvoyVersion since, EnvoyVersion until) {
    return lines.isEmpty()
        || IntStream.rangeClosed(since.ordinal(), until.ordinal())
            .anyMatch(release -> lines.get(release) == 0);
  }

  private static Set<String> templates(Dialect dialect) {
    return KNOWLEDGE.messages().stream()
        .filter(message -> message.dialect() == dialect)
        .map(Message::template)
        .collect(Collectors.toSet());
  }

  private static Set<String> values(String fact) {
    return KNOWLEDGE.facts().get(fact).map(Fact::values).orElseThrow().keySet();
  }
}
