package dev.whyvoy.core.explain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whyvoy.core.diagnose.Explanation;
import dev.whyvoy.core.diagnose.Finding;
import dev.whyvoy.core.fact.Facts;
import dev.whyvoy.core.knowledge.EnvoyVersion;
import dev.whyvoy.core.knowledge.Knowledge;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Sentences around messages, and messages inside sentences. */
class ProseTest {
  private static final Explainer EXPLAINER = new Explainer(Knowledge.load(), EnvoyVersion.RELEASED);

  private static Explanation explain(String paste) {
    return EXPLAINER.explain(paste, Facts.NONE);
  }

  private static List<String> causes(String paste) {
    return explain(paste).findings().get(0).causes().stream()
        .map(cause -> cause.cause().id())
        .toList();
  }

  @Test
  void whatIsGivenComesBeforeWhatIsTold() {
    Facts given = Facts.of("frequency", "every-request");
    Finding finding =
        EXPLAINER.explain("503 UC, but only sometimes they say", given).findings().get(0);
    assertThat(finding.facts().get("frequency")).hasValue("every-request");
  }

  @Test
  void everyRequestIsNoRace() {
    assertThat(causes("503 UC")).startsWith("upstream-keepalive-race");
    assertThat(causes("503 UC\nthis happens on every request to that service").get(0))
        .isNotEqualTo("upstream-keepalive-race");
  }

  @Test
  void wordsOfADescriptionLiftTheCause() {
    String said = "no healthy upstream";
    String more = said + "\nthe labels of the subset select other pods than we thought";
    assertThat(causes(more).indexOf("subset-empty"))
        .isLessThan(causes(said).indexOf("subset-empty"));
  }

  @Test
  void aTextOfWordsAloneIsToldInWords() {
    Finding finding =
        explain("The tokens of the local bucket are refilled too slowly").findings().get(0);
    assertThat(finding.diagnosis()).isNotNull();
    assertThat(finding.diagnosis().code()).isEqualTo("EV991");
    assertThat(finding.causes().get(0).cause().id()).isEqualTo("local-rate-limit-token-bucket");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "long downloads result in UC at the gateway | response_flags | UC",
        "we are seeing UPE responses since then | response_flags | UPE",
        "the sidecar refuses it as \"NR no route\" with a 404 | response_flags | NR",
        "Intermittent 503's from the health page | response_code | 503",
        "an unexpected 403 Access denied page | response_code | 403",
        "the response code is `403` then | response_code | 403",
        "it ends with gRPC status code 8 | grpc_status | 8",
        "the image serves on port 3100, but the ingress targets port 80 | clue | ports_differ",
        "upstream connect error or disconnect/reset before headers. reset reason: remote connection failure, transport failure reason: TLS_error | transport_kind | tls_error",
      })
  void sentencesHoldFlagsAndStatuses(String text, String fact, String value) {
    assertThat(explain(text).findings())
        .anySatisfy(finding -> assertThat(finding.facts().all(fact)).contains(value));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "we moved to another DC last week | response_flags",
        "the container serves on port 3100 and the ingress targets port 3100 | clue",
      })
  void whatOnlyLooksAlikeIsNotRead(String text, String fact) {
    assertThat(explain(text).findings())
        .allSatisfy(
            finding -> assertThat(finding.facts().all(fact)).doesNotContain("DC", "ports_differ"));
  }
}
