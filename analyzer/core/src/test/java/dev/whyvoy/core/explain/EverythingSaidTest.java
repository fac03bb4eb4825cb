package dev.whyvoy.core.explain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whyvoy.core.diagnose.CodeStep;
import dev.whyvoy.core.diagnose.Finding;
import dev.whyvoy.core.fact.Facts;
import dev.whyvoy.core.knowledge.Dialect;
import dev.whyvoy.core.knowledge.EnvoyVersion;
import dev.whyvoy.core.knowledge.Knowledge;
import dev.whyvoy.core.knowledge.Message;
import dev.whyvoy.core.knowledge.Template;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every text that Envoy can write is understood, and its code path names who writes it. */
class EverythingSaidTest {
  private static final Knowledge KNOWLEDGE = Knowledge.load();
  private static final Map<EnvoyVersion, Explainer> EXPLAINERS = new HashMap<>();

  @Test
  void isUnderstood() {
    List<String> unknown =
        said()
            .filter(message -> diagnosed(message).isEmpty())
            .map(EverythingSaidTest::name)
            .toList();
    assertThat(unknown).isEmpty();
  }

  @Test
  void hasTheFunctionThatWritesItInItsCodePath() {
    List<String> without =
        said()
            .filter(message -> !message.function().isEmpty())
            .filter(message -> !diagnosed(message).isEmpty())
            .filter(message -> steps(message).noneMatch(message.function()::equals))
            .map(EverythingSaidTest::name)
            .toList();
    assertThat(without).isEmpty();
  }

  private static Stream<Message> said() {
    return KNOWLEDGE.messages().stream()
        .filter(message -> message.dialect() != Dialect.APPLICATION_LOG)
        .filter(message -> Template.parse(message.template()).hasText());
  }

  private static List<Finding> diagnosed(Message message) {
    return EXPLAINERS
        .computeIfAbsent(message.until(), version -> new Explainer(KNOWLEDGE, version))
        .explain(SampleTexts.of(message), Facts.NONE)
        .findings()
        .stream()
        .filter(finding -> finding.diagnosis() != null)
        .toList();
  }

  private static Stream<String> steps(Message message) {
    return diagnosed(message).stream()
        .flatMap(finding -> finding.codePath().stream())
        .map(CodeStep::function);
  }

  private static String name(Message message) {
    String paths =
        diagnosed(message).stream()
            .map(f -> f.diagnosis().code() + "/" + f.diagnosis().path())
            .toList()
            .toString();
    return message.id()
        + ": "
        + SampleTexts.of(message)
        + "   # "
        + message.dialect().word()
        + " "
        + paths
        + " "
        + message.path()
        + " "
        + message.function();
  }
}
