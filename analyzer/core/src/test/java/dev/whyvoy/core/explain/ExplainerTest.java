package dev.whyvoy.core.explain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whyvoy.core.diagnose.Certainty;
import dev.whyvoy.core.diagnose.CodeStep;
import dev.whyvoy.core.diagnose.Explanation;
import dev.whyvoy.core.diagnose.Finding;
import dev.whyvoy.core.diagnose.Kind;
import dev.whyvoy.core.fact.Facts;
import dev.whyvoy.core.knowledge.Diagnosis;
import dev.whyvoy.core.knowledge.EnvoyVersion;
import dev.whyvoy.core.knowledge.Knowledge;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExplainerTest {
  private static final Knowledge KNOWLEDGE = Knowledge.load();
  private static final Explainer EXPLAINER = new Explainer(KNOWLEDGE, EnvoyVersion.RELEASED);
  private static final String HALF_CLOSE = "connection_termination|half_close_initiated_full_close";
  private static final String TERMINATION =
      "upstream connect error or disconnect/reset before headers. reset reason: connection termination";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "upstream_reset_before_response_started<" + HALF_CLOSE + ">",
        "upstream_reset_before_response_started{" + HALF_CLOSE + "}",
        "upstream_reset_before_response_started&lt;" + HALF_CLOSE + "&gt;"
      })
  void theHalfCloseExplainsItselfDownToTheCode(String paste) {
    Finding finding = explain(paste).main();
    assertThat(finding.codePath())
        .extracting(CodeStep::function)
        .containsSubsequence(
            "Envoy::Extensions::Upstreams::Http::Tcp::TcpUpstream::onUpstreamData",
            "Envoy::Router::UpstreamRequest::onResetStream",
            "Envoy::Router::Filter::onUpstreamReset",
            "Envoy::Router::Filter::onUpstreamAbort",
            "Envoy::Http::ActiveStreamDecoderFilter::sendLocalReply");
    Diagnosis diagnosis = finding.diagnosis();
    String says =
        String.join(
            " ",
            diagnosis.what(),
            diagnosis.not(),
            diagnosis.effect(),
            String.join(" ", diagnosis.versions()));
    assertThat(says)
        .contains("is_retry_")
        .contains("retried and the latest")
        .contains("retry_on")
        .contains("502")
        .contains("503")
        .contains("overflow")
        .contains("allow_multiplexed_upstream_half_close")
        .containsIgnoringCase("half-closed")
        .containsIgnoringCase("outlier detection");
    for (String flag : new String[] {"UF", "UC", "UR", "LR", "UO", "UPE", "OM"}) {
      assertThat(says).contains(flag);
    }
  }

  @Test
  void aRetriedTerminationSharesTheChain() {
    Finding finding =
        explain(TERMINATION.replace("reset reason", "retried and the latest reset reason")).main();
    assertThat(finding.facts().holds("retried", "true")).isTrue();
    assertThat(finding.line()).contains("also on retry");
    assertThat(finding.codePath())
        .extracting(CodeStep::function)
        .containsSubsequence(
            "Envoy::Router::UpstreamRequest::onResetStream",
            "Envoy::Router::Filter::onUpstreamReset",
            "Envoy::Router::Filter::onUpstreamAbort",
            "Envoy::Http::ActiveStreamDecoderFilter::sendLocalReply");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        TERMINATION,
        "\u001b[31m" + TERMINATION + "\u001b[0m",
        "\u201c" + TERMINATION + "\u201d",
        "> `" + TERMINATION + "`",
        "{\"message\":\"" + TERMINATION + "\",\"code\":503}",
        "{\"error\":\"{\\\"message\\\":\\\"" + TERMINATION + "\\\"}\"}",
        "java.io.IOException: 503 " + TERMINATION + "\n\tat com.example.A.b(A.java:1)",
        "rpc error: code = Unavailable desc = " + TERMINATION,
        "*   Trying 10.0.0.1:80...\n> GET / HTTP/1.1\n>\n< HTTP/1.1 503 Service Unavailable\n"
            + "< content-length: 95\n< server: envoy\n<\n* Connection #0 left intact\n"
            + TERMINATION,
        "HTTP/2 200\ngrpc-status: 14\ngrpc-message: upstream%20connect%20error%20or%20disconnect/reset"
            + "%20before%20headers.%20reset%20reason:%20connection%20termination",
        "response_code=503 response_code_details=upstream_reset_before_response_started{connection_termination}",
        "[2024-01-01T00:00:00.000Z] \"GET / HTTP/1.1\" 503 UC"
            + " upstream_reset_before_response_started{connection_termination} - \"-\" 0 95 3 -"
            + " \"-\" \"curl/8.0\" \"1b\" \"a.example\" \"10.0.0.1:80\" outbound|80||a.example"
            + " 10.0.0.2:1 10.0.0.3:80 10.0.0.4:2 - default"
      })
  void theSameMessageInAnyWrapper(String paste) {
    Finding finding = explain(paste).main();
    assertThat(finding.diagnosis()).isNotNull();
    assertThat(finding.facts().get("reset_reason")).contains("connection_termination");
    assertThat(finding.diagnosis().code()).startsWith("EV41");
  }

  @Test
  void piecesAreLabelledWhereTheyStand() {
    String paste = "see: upstream_reset_before_response_started{" + HALF_CLOSE + "}";
    Finding finding = explain(paste).main();
    assertThat(finding.labels())
        .extracting(label -> label.span().of(paste))
        .contains("connection_termination", "half_close_initiated_full_close");
  }

  @Test
  void aRecordSaysMoreThanItsMessage() {
    Finding finding =
        explain(
                "[2024-01-01T00:00:00.000Z] \"GET / HTTP/1.1\" 503 UC"
                    + " upstream_reset_before_response_started{connection_termination} - \"-\" 0 95 3"
                    + " - \"-\" \"curl/8.0\" \"1b\" \"a.example\" \"10.0.0.1:80\" inbound|80||"
                    + " 127.0.0.6:1 10.0.0.3:80 10.0.0.4:2 - default")
            .main();
    assertThat(finding.kind()).isEqualTo(Kind.ACCESS_LOG);
    assertThat(finding.facts().get("duration_class")).contains("instant");
    assertThat(finding.facts().get("cluster_direction")).contains("inbound");
    assertThat(finding.line()).contains("in the same pod");
  }

  @Test
  void twoFailuresInOnePasteAreTwoFindings() {
    Explanation explanation = explain("upstream request timeout\n\n" + TERMINATION + "\n");
    assertThat(explanation.findings()).hasSizeGreaterThanOrEqualTo(2);
  }

  @Test
  void aFixedBodyImpliesItsDetails() {
    Finding finding = explain("no healthy upstream").main();
    assertThat(finding.facts().get("reply_body")).contains("no healthy upstream");
    assertThat(finding.facts().get("details_name")).contains("no_healthy_upstream");
    assertThat(finding.facts().inferred("details_name")).isTrue();
    assertThat(finding.certainty()).isEqualTo(Certainty.LIKELY);
  }

  @Test
  void aCodeExplainsItself() {
    for (String code : new String[] {"EV411", " ev411 ", "tcp-upstream-half-close"}) {
      Finding finding = explain(code).main();
      assertThat(finding.kind()).isEqualTo(Kind.CODE);
      assertThat(finding.diagnosis().code()).isEqualTo("EV411");
    }
  }

  @Test
  void whatIsNotKnownGetsTheNearestKnownTexts() {
    Finding finding = explain("upstream_reset_befor_response").main();
    assertThat(finding.kind()).isEqualTo(Kind.UNKNOWN);
    assertThat(finding.nearest()).isNotEmpty();
    assertThat(explain("good morning").main().nearest()).isEmpty();
    assertThat(explain("").findings()).hasSize(1);
  }

  @Test
  void whatTheReaderKnowsCounts() {
    Facts given = Facts.of("frequency", "every-request");
    Finding without = explain(TERMINATION).main();
    Finding with = EXPLAINER.explain(TERMINATION, given).main();
    assertThat(with.causes().get(0).cause()).isNotEqualTo(without.causes().get(0).cause());
  }

  private static Explanation explain(String paste) {
    return EXPLAINER.explain(paste, Facts.NONE);
  }
}
