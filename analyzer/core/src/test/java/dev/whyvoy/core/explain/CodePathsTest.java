package dev.whyvoy.core.explain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whyvoy.core.diagnose.CodeStep;
import dev.whyvoy.core.fact.Facts;
import dev.whyvoy.core.knowledge.EnvoyVersion;
import dev.whyvoy.core.knowledge.Knowledge;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Where in a code path the function that writes a message stands. */
class CodePathsTest {
  private static final Explainer EXPLAINER = new Explainer(Knowledge.load(), EnvoyVersion.RELEASED);
  private static final String ASKS_FOR_REPLY =
      "Envoy::Http::ActiveStreamDecoderFilter::sendLocalReply";

  private static List<CodeStep> path(String text) {
    return EXPLAINER.explain(text, Facts.NONE).main().codePath();
  }

  private static List<String> functions(String text) {
    return path(text).stream().map(CodeStep::function).toList();
  }

  @Test
  void detailsOfAFilterAreWrittenBeforeTheReplyIsAskedFor() {
    assertThat(functions("ext_proc_error_HTTP_ERROR"))
        .startsWith(
            "Envoy::Extensions::HttpFilters::ExternalProcessing::Filter::onError", ASKS_FOR_REPLY);
  }

  @Test
  void theTextOfTheTransportIsTheEvent() {
    assertThat(functions("verify cert failed: SAN matcher, certificate SANs are [a.example]"))
        .startsWith(
            "Envoy::Extensions::TransportSockets::Tls::DefaultCertValidator::verifyCertificate",
            "Envoy::Extensions::TransportSockets::Tls::SslSocket::doHandshake",
            "Envoy::Extensions::TransportSockets::Tls::SslSocket::drainErrorQueue");
  }

  @Test
  void theResetReasonIsPutInWordsByTheRoutersReset() {
    assertThat(functions("remote refused stream reset"))
        .containsSubsequence(
            "Envoy::Router::Filter::onUpstreamReset",
            "Envoy::Http::Utility::resetReasonToString",
            "Envoy::Router::Filter::onUpstreamAbort",
            ASKS_FOR_REPLY);
  }

  @Test
  void theOtherPlacesThatWriteTheSameTextStandBesideTheOneOnThePath() {
    List<CodeStep> steps = path("no_healthy_upstream");
    int at = steps.stream().map(CodeStep::alternative).toList().indexOf(true);
    assertThat(steps.get(at - 1).function())
        .isEqualTo("Envoy::Router::Filter::sendNoHealthyUpstreamResponse");
    assertThat(steps.get(at).function()).contains("GenericProxy");
    assertThat(steps.get(at).says()).startsWith("One of 2 places that write this");
    assertThat(steps.get(at + 1).function()).isEqualTo(ASKS_FOR_REPLY);
  }

  @Test
  void theMessagesOwnPathIsTakenIfTheDiagnosisLeadsElsewhere() {
    assertThat(functions("http2.unexpected_underscore"))
        .contains("Envoy::Http::Http2::ConnectionImpl::saveHeader")
        .noneMatch(function -> function.contains("Http1"));
  }

  @Test
  void aFlagAloneLeadsToWhereItIsSet() {
    assertThat(functions("RL"))
        .anyMatch(function -> function.contains("RateLimitFilter"))
        .anyMatch(function -> function.contains("LocalRateLimit"));
  }

  @Test
  void thePathIsThatOfTheReleaseThatCanHaveWrittenTheText() {
    assertThat(path("delayed connect error: 111"))
        .allMatch(step -> step.url().contains("/blob/v1.30.0/"))
        .anyMatch(step -> step.line().isPresent());
    assertThat(path("delayed connect error: Connection refused"))
        .allMatch(step -> step.url().contains("/blob/v1.38.0/"));
  }
}
