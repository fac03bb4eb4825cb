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

  private static final String MCP = "Envoy::Extensions::HttpFilters::McpRouter::McpRouterFilter::";

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

  @Test
  void whatOnlyTheDevelopmentLineWritesLeadsToACommitOfIt() {
    assertThat(path("Failed to obtain client credential: no key"))
        .isNotEmpty()
        .allMatch(step -> step.url().contains("/blob/6806efb84e9fb7ee40b675a5804e41cadd472987/"))
        .anyMatch(step -> step.line().isPresent());
  }

  @Test
  void thoseWhoHaveATextWrittenStandBeforeTheOneThatWritesIt() {
    assertThat(functions("Upgrade Required"))
        .containsSubsequence(
            "Envoy::Http::Http1::ServerConnectionImpl::checkProtocolVersion",
            "Envoy::Http::Http1::ServerConnectionImpl::sendProtocolError");
    List<CodeStep> steps = path("mcp_router");
    int writer = functions("mcp_router").indexOf(MCP + "sendHttpError");
    assertThat(steps.subList(0, writer))
        .extracting(CodeStep::function)
        .contains(MCP + "handlePing");
    assertThat(steps.get(0).says()).matches("One of [0-9]+ places that have this written\\.");
    assertThat(steps.get(0).alternative()).isFalse();
    assertThat(steps.get(1).alternative()).isTrue();
  }

  @Test
  void aTextOfItsOwnTellsWhichOfThemItWas() {
    assertThat(functions("mcp_router\nInvalid session ID"))
        .contains(MCP + "decodeAndParseSession")
        .doesNotContain(MCP + "handlePing");
  }

  @Test
  void theVerifierThatDeniedMayBeOneOfThree() {
    assertThat(path("jwt_authn_access_denied{Jwt_is_expired}"))
        .extracting(CodeStep::alternative)
        .startsWith(false, false, true, true, false);
  }
}
