package dev.whyvoy.core.explain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whyvoy.core.diagnose.Diagnoser;
import dev.whyvoy.core.diagnose.Explanation;
import dev.whyvoy.core.diagnose.Finding;
import dev.whyvoy.core.fact.Facts;
import dev.whyvoy.core.knowledge.EnvoyVersion;
import dev.whyvoy.core.knowledge.Knowledge;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class TogetherTest {
  private static final Knowledge KNOWLEDGE = Knowledge.load();
  private static final Explainer EXPLAINER = new Explainer(KNOWLEDGE, EnvoyVersion.RELEASED);

  private static final String GATEWAY =
      "[2026-05-01T10:00:00.000Z] \"GET /slow HTTP/2\" 504 UT response_timeout - \"-\" 0 24 7000 -"
          + " \"203.0.113.9\" \"okhttp/4.9\" \"7b6c1c5e-3d0f-4a51-9d6e-0f2b1c3d4e5f\""
          + " \"a.example.com\" \"10.2.1.9:8080\" outbound|8080||a.shop.svc.cluster.local"
          + " 10.2.0.5:40112 10.2.0.5:8443 203.0.113.9:51234 a.example.com -";
  private static final String SIDECAR =
      "[2026-05-01T10:00:00.001Z] \"GET /slow HTTP/1.1\" 0 DC downstream_remote_disconnect - \"-\""
          + " 0 0 6998 - \"203.0.113.9\" \"okhttp/4.9\" \"7b6c1c5e-3d0f-4a51-9d6e-0f2b1c3d4e5f\""
          + " \"a.example.com\" \"10.2.1.9:8080\" inbound|8080|| 127.0.0.6:35001 10.2.1.9:8080"
          + " 10.2.0.5:40112 - default";

  @Test
  void theOtherProxysLineDecidesWhoEndedIt() {
    assertThat(first(explain(SIDECAR), "EV101")).isEqualTo("client-cancelled");
    for (String both : List.of(GATEWAY + "\n" + SIDECAR, SIDECAR + "\n" + GATEWAY)) {
      Explanation explanation = explain(both);
      assertThat(first(explanation, "EV101")).isEqualTo("client-or-lb-timeout");
      assertThat(explanation.together()).hasSize(1);
      assertThat(explanation.together().get(0))
          .contains("7b6c1c5e", "stopped waiting first", "504 UT", "0 DC");
    }
  }

  @Test
  void linesOfDifferentRequestsAreKeptApart() {
    String other = SIDECAR.replace("7b6c1c5e", "8b6c1c5e");
    Explanation explanation = explain(GATEWAY + "\n" + other);
    assertThat(explanation.together()).isEmpty();
    assertThat(first(explanation, "EV101")).isEqualTo("client-cancelled");
  }

  @Test
  void eachRecordLearnsFromItsOwnLinesOfEnvoysLog() {
    String paste =
        """
        [2026-05-01 10:00:00.015][21][debug][router] [source/common/router/router.cc:1332] [C12][S345] upstream reset: reset reason: remote connection failure, transport failure reason: delayed connect error: Connection refused
        [2026-05-01 10:00:02.015][21][debug][http] [source/common/http/filter_manager.cc:1084] [C14][S346] Sending local reply with details no_healthy_upstream
        [2026-05-01T10:00:00.010Z] "GET /a HTTP/1.1" 503 UF 0 153 5 - "-" "curl/8" "0b6c1c5e-3d0f-4a51-9d6e-0f2b1c3d4e5f" "a.example.com" "10.2.1.9:8080"
        [2026-05-01T10:00:02.014Z] "GET /b HTTP/1.1" 503 UH 0 19 1 - "-" "curl/8" "1b6c1c5e-3d0f-4a51-9d6e-0f2b1c3d4e5f" "b.example.com" "-"
        """;
    assertThat(explain(paste).together())
        .hasSize(2)
        .anyMatch(words -> words.contains("[C12][S345]") && words.contains("GET /a (503 UF)"))
        .anyMatch(words -> words.contains("[C14][S346]") && words.contains("GET /b (503 UH)"));
  }

  @Test
  void recordsOfZtunnelAreReadByItsOwnWords() {
    assertThat(tunnel("connection failed: Connection refused (os error 111)")).isEqualTo("EV973");
    assertThat(tunnel("no healthy upstream: 10.96.7.1:80")).isEqualTo("EV974");
    assertThat(tunnel("connection closed due to connection drain")).isEqualTo("EV975");
    assertThat(tunnel("http status: 401 Unauthorized")).isEqualTo("EV976");
    assertThat(tunnel("io error: Connection reset by peer (os error 104)")).isEqualTo("EV971");
    assertThat(tunnel("tls error: invalid peer certificate: Expired")).isEqualTo("EV972");
    assertThat(
            tunnel(
                "connection closed due to policy rejection: allow policies exist, but none"
                    + " allowed"))
        .isEqualTo("EV956");
    assertThat(tunnel("attempted recursive call to ourselves")).isEqualTo("EV944");
  }

  private static String tunnel(String error) {
    Facts facts =
        new RecordFacts(KNOWLEDGE)
            .of(
                Map.of(
                    "upstream_transport_failure_reason", error,
                    "upstream_host", "10.2.1.9:80",
                    "upstream_cluster", "orders",
                    "tunnel_direction", "outbound"));
    List<Finding> findings = new Diagnoser(KNOWLEDGE, EnvoyVersion.RELEASED).diagnose(facts);
    return Objects.requireNonNull(findings.get(0).diagnosis()).code();
  }

  private static Explanation explain(String paste) {
    return EXPLAINER.explain(paste, Facts.NONE);
  }

  private static String first(Explanation explanation, String code) {
    return explanation.findings().stream()
        .filter(f -> f.diagnosis() != null && f.diagnosis().code().equals(code))
        .findFirst()
        .orElseThrow()
        .causes()
        .get(0)
        .cause()
        .id();
  }
}
