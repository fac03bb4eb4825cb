package dev.whyvoy.core.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whyvoy.core.knowledge.Evidence.Bearing;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every cause that comes with whyvoy has all its parts; overlays may leave some out. */
class CompleteCausesTest {
  @TestFactory
  Stream<DynamicTest> everyCauseIsComplete() {
    return Knowledge.load().causes().stream()
        .map(
            cause ->
                DynamicTest.dynamicTest(cause.id(), () -> assertThat(missing(cause)).isEmpty()));
  }

  private static List<String> missing(Cause cause) {
    List<String> missing = new ArrayList<>();
    need(missing, "evidence for it", has(cause, Bearing.FOR));
    need(
        missing,
        "evidence against it",
        has(cause, Bearing.AGAINST) || has(cause, Bearing.RULES_OUT));
    need(missing, "check", !cause.check().isEmpty());
    need(missing, "retry_safe", !cause.retrySafe().isEmpty());
    need(missing, "wrong_turns", !cause.wrongTurns().isEmpty());
    need(missing, "examples", !cause.examples().isEmpty());
    need(missing, "counterexamples", !cause.counterexamples().isEmpty());
    return missing;
  }

  private static boolean has(Cause cause, Bearing bearing) {
    return cause.evidence().stream().anyMatch(evidence -> evidence.bearing() == bearing);
  }

  private static void need(List<String> missing, String part, boolean there) {
    if (!there) {
      missing.add(part);
    }
  }
}
