package dev.whyvoy.core.explain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whyvoy.core.fact.Facts;
import dev.whyvoy.core.knowledge.EnvoyVersion;
import dev.whyvoy.core.knowledge.Knowledge;
import org.junit.jupiter.api.Test;

/** What is not read of a very long paste is said. */
class LongPasteTest {
  private static final Explainer EXPLAINER = new Explainer(Knowledge.load(), EnvoyVersion.RELEASED);

  @Test
  void tooManyMessagesAreReadUpToAPlaceThatIsTold() {
    String line = "reset reason: connection failure and more\n";
    var explanation = EXPLAINER.explain(line.repeat(2000), Facts.NONE);
    assertThat(explanation.unreadFrom()).isPresent();
    assertThat(explanation.unreadFrom().getAsInt()).isBetween(1000, line.length() * 2000 - 1);
    assertThat(EXPLAINER.explain(line, Facts.NONE).unreadFrom()).isEmpty();
  }

  @Test
  void aLongTextIsReadUpToOneMebi() {
    String text = "x".repeat((1 << 20) + 5);
    assertThat(EXPLAINER.explain(text, Facts.NONE).unreadFrom()).hasValue(1 << 20);
  }
}
