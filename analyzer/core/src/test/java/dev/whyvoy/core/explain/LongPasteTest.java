package dev.whyvoy.core.explain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whyvoy.core.diagnose.Explanation;
import dev.whyvoy.core.fact.Facts;
import dev.whyvoy.core.knowledge.EnvoyVersion;
import dev.whyvoy.core.knowledge.Knowledge;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Long and hostile pastes: what they cost is bounded, and what is not read of them is said. */
class LongPasteTest {
  private static final Explainer EXPLAINER = new Explainer(Knowledge.load(), EnvoyVersion.RELEASED);
  private static final String RECORD =
      "[2026-03-04T09:00:00.000Z] \"GET / HTTP/1.1\" 503 UF - - \"-\" 0 91 3 - \"-\" \"curl\" \"id\""
          + " \"orders\" \"10.0.0.1:80\"\n";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "reset reason: connection failure and more\n",
        "upstream_reset_before_response_started{connection_failure} ",
        "upstream_cluster=a ",
        "TLS_error:|268435581:SSL routines:OPENSSL_internal:CERTIFICATE_VERIFY_FAILED\n"
      })
  void tooManyMessagesAreReadUpToAPlaceThatIsTold(String message) {
    String paste = message.repeat(2000);
    Explanation explanation = EXPLAINER.explain(paste, Facts.NONE);
    assertThat(explanation.unreadFrom()).isPresent();
    assertThat(explanation.unreadFrom().getAsInt()).isBetween(1000, paste.length() - 1);
    assertThat(EXPLAINER.explain(message, Facts.NONE).unreadFrom()).isEmpty();
  }

  @Test
  void ofManyRecordsTheFirstAreExplained() {
    Explanation explanation = EXPLAINER.explain(RECORD.repeat(3000), Facts.NONE);
    assertThat(explanation.findings()).hasSizeBetween(Events.MOST, 2 * Events.MOST);
    assertThat(explanation.unreadFrom()).hasValue(RECORD.length() * Events.MOST);
    Explanation all = EXPLAINER.explain(RECORD.repeat(Events.MOST), Facts.NONE);
    assertThat(all.unreadFrom()).isEmpty();
    assertThat(all.findings()).hasSameSizeAs(explanation.findings());
  }

  @Test
  void aLongTextIsReadUpToAQuarterOfAMebi() {
    String text = "x".repeat((1 << 18) + 5);
    assertThat(EXPLAINER.explain(text, Facts.NONE).unreadFrom()).hasValue(1 << 18);
  }

  /**
   * Shapes that once took memory, stack or time without a bound: nested pairs, a list of flags
   * without end, what may start a message everywhere and ends nowhere. None may take more than
   * memory for a few copies of the text.
   */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "a=",
        "path=",
        "path=(",
        "path=}",
        "UF,",
        "AB_",
        "error:",
        "TLS error: ",
        "QUIC_A|FROM_PEER",
        "upstream_reset_before_response_started{",
        "immediate connection error: 1",
        "{",
        "\"a\":\"",
        "\u001b[31m"
      })
  void aTextOfOneShapeIsReadToItsEndOrToWhereIsTold(String piece) {
    String paste = piece.repeat((1 << 19) / piece.length());
    Explanation explanation = EXPLAINER.explain(paste, Facts.NONE);
    assertThat(explanation.findings()).isNotEmpty();
    assertThat(explanation.unreadFrom()).isPresent();
    assertThat(explanation.unreadFrom().getAsInt()).isLessThanOrEqualTo(1 << 18);
  }
}
