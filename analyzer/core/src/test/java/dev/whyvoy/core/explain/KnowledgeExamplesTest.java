package dev.whyvoy.core.explain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whyvoy.core.diagnose.Finding;
import dev.whyvoy.core.fact.Facts;
import dev.whyvoy.core.knowledge.Cause;
import dev.whyvoy.core.knowledge.Diagnosis;
import dev.whyvoy.core.knowledge.EnvoyVersion;
import dev.whyvoy.core.knowledge.Example;
import dev.whyvoy.core.knowledge.Knowledge;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every example and counterexample of the knowledge holds. */
class KnowledgeExamplesTest {
  private static final Knowledge KNOWLEDGE = Knowledge.load();
  private static final Explainer EXPLAINER = new Explainer(KNOWLEDGE, EnvoyVersion.RELEASED);

  @TestFactory
  Stream<DynamicTest> examplesOfDiagnosesYieldThem() {
    return KNOWLEDGE.diagnoses().stream()
        .flatMap(
            diagnosis ->
                diagnosis.examples().stream()
                    .map(
                        text ->
                            DynamicTest.dynamicTest(
                                diagnosis.code() + " " + text,
                                () -> assertThat(code(text)).isEqualTo(diagnosis.code()))));
  }

  @TestFactory
  Stream<DynamicTest> counterexamplesOfDiagnosesYieldOthers() {
    return KNOWLEDGE.diagnoses().stream()
        .flatMap(
            diagnosis ->
                diagnosis.counterexamples().stream()
                    .map(
                        other ->
                            DynamicTest.dynamicTest(
                                "not " + diagnosis.code() + " " + other.input(),
                                () -> assertThat(code(other.input())).isEqualTo(other.gives()))));
  }

  @TestFactory
  Stream<DynamicTest> examplesOfCausesRankThemFirst() {
    return KNOWLEDGE.causes().stream()
        .flatMap(
            cause ->
                cause.examples().stream()
                    .map(
                        example ->
                            DynamicTest.dynamicTest(
                                cause.id() + " " + example,
                                () -> assertThat(causes(example)).startsWith(cause.id()))));
  }

  @TestFactory
  Stream<DynamicTest> counterexamplesOfCausesDoNot() {
    return KNOWLEDGE.causes().stream()
        .flatMap(
            cause ->
                cause.counterexamples().stream()
                    .map(
                        example ->
                            DynamicTest.dynamicTest(
                                "not " + cause.id() + " " + example,
                                () ->
                                    assertThat(first(causes(example))).isNotEqualTo(cause.id()))));
  }

  private static String code(String text) {
    Diagnosis diagnosis = main(new Example(text, Facts.NONE)).diagnosis();
    return diagnosis == null ? "unknown" : diagnosis.code();
  }

  private static List<String> causes(Example example) {
    return main(example).causes().stream().map(ranked -> ranked.cause()).map(Cause::id).toList();
  }

  private static String first(List<String> causes) {
    return causes.isEmpty() ? "" : causes.get(0);
  }

  private static Finding main(Example example) {
    return EXPLAINER.explain(example.input(), example.given()).main();
  }
}
