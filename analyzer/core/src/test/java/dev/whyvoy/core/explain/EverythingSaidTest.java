package dev.whyvoy.core.explain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whyvoy.core.diagnose.CodeStep;
import dev.whyvoy.core.diagnose.Finding;
import dev.whyvoy.core.fact.Facts;
import dev.whyvoy.core.knowledge.Caller;
import dev.whyvoy.core.knowledge.Dialect;
import dev.whyvoy.core.knowledge.EnvoyVersion;
import dev.whyvoy.core.knowledge.Knowledge;
import dev.whyvoy.core.knowledge.Message;
import dev.whyvoy.core.knowledge.Template;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Every text that Envoy can write is understood when it is pasted alone, and its code path, in the
 * last release that has it, names the function that writes it.
 */
class EverythingSaidTest {
  private static final Knowledge KNOWLEDGE = Knowledge.load();

  private static final List<Message> SAID =
      KNOWLEDGE.messages().stream()
          .filter(message -> message.dialect() != Dialect.APPLICATION_LOG)
          .filter(EverythingSaidTest::hasWords)
          .toList();

  private static final Map<Message, List<Finding>> DIAGNOSED = new HashMap<>();

  @BeforeAll
  static void explainAll() {
    Map<EnvoyVersion, Explainer> explainers = new HashMap<>();
    for (Message message : SAID) {
      Explainer explainer =
          explainers.computeIfAbsent(message.until(), v -> new Explainer(KNOWLEDGE, v));
      List<Finding> findings =
          explainer.explain(SampleTexts.of(message), Facts.NONE).findings().stream()
              .filter(finding -> finding.diagnosis() != null)
              .toList();
      DIAGNOSED.put(message, findings);
    }
  }

  @Test
  void thereIsMuchToSay() {
    assertThat(SAID).hasSizeGreaterThan(1000);
  }

  @Test
  void isUnderstood() {
    List<String> unknown =
        SAID.stream()
            .filter(message -> findings(message).isEmpty())
            .map(EverythingSaidTest::name)
            .toList();
    assertThat(unknown).isEmpty();
  }

  @Test
  void hasTheFunctionThatWritesItInItsCodePath() {
    List<String> without =
        SAID.stream()
            .filter(message -> !message.function().isEmpty())
            .filter(message -> !passes(findings(message), message.function()))
            .map(EverythingSaidTest::name)
            .toList();
    assertThat(without).isEmpty();
  }

  @Test
  void hasEveryFunctionThatHasItWrittenInItsCodePath() {
    List<String> without = new ArrayList<>();
    for (Message message : SAID) {
      for (Caller caller : message.callers()) {
        if (message.until().within(caller.since(), caller.until())
            && !passes(findings(message), caller.function())) {
          without.add(name(message) + " " + caller.function());
        }
      }
    }
    assertThat(without).isEmpty();
  }

  @Test
  void namesAllPlacesThatWriteTheSameText() {
    Map<String, List<Message>> byText =
        SAID.stream()
            .filter(message -> !message.function().isEmpty())
            .collect(
                Collectors.groupingBy(message -> message.dialect() + " " + message.template()));
    List<String> without = new ArrayList<>();
    for (Message message : SAID) {
      for (Message other :
          byText.getOrDefault(message.dialect() + " " + message.template(), List.of())) {
        if (message.until().within(other.since(), other.until())
            && !passes(findings(message), other.function())) {
          without.add(name(message) + " " + other.function());
        }
      }
    }
    assertThat(without).isEmpty();
  }

  /** Whether it holds a word of Envoy's own: `<reason>: <details>` does not. */
  private static boolean hasWords(Message message) {
    return Template.parse(message.template()).literals().stream()
        .anyMatch(literal -> literal.chars().anyMatch(Character::isLetterOrDigit));
  }

  private static List<Finding> findings(Message message) {
    return DIAGNOSED.getOrDefault(message, List.of());
  }

  private static boolean passes(List<Finding> findings, String function) {
    return findings.stream()
        .flatMap(finding -> finding.codePath().stream())
        .map(CodeStep::function)
        .anyMatch(function::equals);
  }

  private static String name(Message message) {
    return message.id() + ": " + SampleTexts.of(message);
  }
}
