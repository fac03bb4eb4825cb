package dev.whyvoy.core.diagnose;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whyvoy.core.fact.Facts;
import dev.whyvoy.core.knowledge.EnvoyVersion;
import dev.whyvoy.core.knowledge.Knowledge;
import dev.whyvoy.core.knowledge.MiniKnowledge;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class DiagnoserTest {
  private static final Knowledge KNOWLEDGE = MiniKnowledge.load();
  private static final Diagnoser DIAGNOSER = new Diagnoser(KNOWLEDGE, EnvoyVersion.RELEASED);

  private static Facts.Builder reset(String reason) {
    return Facts.builder()
        .add("response_flags", "UC")
        .set("details_name", "upstream_reset_before_response_started")
        .set("response_started", "false")
        .set("reset_reason", reason);
  }

  @Test
  void theDeepestHoldingDiagnosisWins() {
    Facts halfClose = reset("connection_termination").set("transport_kind", "half_close").build();
    assertThat(codes(DIAGNOSER.diagnose(halfClose))).containsExactly("EV411");
    assertThat(codes(DIAGNOSER.diagnose(reset("connection_termination").build())))
        .containsExactly("EV410");
    assertThat(codes(DIAGNOSER.diagnose(Facts.of("response_flags", "UC"))))
        .containsExactly("EV400");
  }

  @Test
  void unrelatedWinnersAreBothReported() {
    Facts facts =
        Facts.builder()
            .set("reset_reason", "connection_termination")
            .set("errno", "ECONNREFUSED")
            .build();
    assertThat(codes(DIAGNOSER.diagnose(facts))).containsExactlyInAnyOrder("EV301", "EV410");
  }

  @Test
  void aLastResortYieldsToWhateverElseHolds() {
    Facts bare = Facts.of("response_code", "503");
    assertThat(codes(DIAGNOSER.diagnose(bare))).containsExactly("EV490");
    Facts refused = bare.toBuilder().set("errno", "ECONNREFUSED").build();
    assertThat(codes(DIAGNOSER.diagnose(refused))).containsExactly("EV301");
  }

  @Test
  void aConditionMayAskForSeveralValuesAndForNoneOfOthers() {
    Facts.Builder both = Facts.builder().add("response_flags", "UO").add("response_flags", "URX");
    assertThat(codes(DIAGNOSER.diagnose(both.build()))).containsExactly("EV850");
    assertThat(DIAGNOSER.diagnose(Facts.of("response_flags", "URX"))).isEmpty();
    assertThat(DIAGNOSER.diagnose(both.add("response_flags", "DC").build())).isEmpty();
  }

  @Test
  void nothingKnownGivesNothing() {
    assertThat(DIAGNOSER.diagnose(Facts.NONE)).isEmpty();
    assertThat(DIAGNOSER.diagnose(Facts.of("path", "/"))).isEmpty();
  }

  @Test
  void certaintyFollowsFromWhatWasSaid() {
    assertThat(only(reset("connection_termination").build()).certainty())
        .isEqualTo(Certainty.CERTAIN);
    assertThat(only(Facts.of("response_flags", "UF")).certainty()).isEqualTo(Certainty.CANT_TELL);
  }

  @Test
  void theLineSaysWhoWhereAndWhat() {
    Facts facts =
        Facts.builder()
            .set("errno", "ECONNREFUSED")
            .set("retried", "true")
            .set("response_code", "503")
            .build();
    assertThat(only(facts).line())
        .isEqualTo(
            "the upstream host refused the TCP connection, also on retry; Envoy answered 503");
    Facts inbound = facts.toBuilder().set("cluster_direction", "inbound").build();
    assertThat(only(inbound).line()).startsWith("the app in the same pod refused");
    Facts known =
        facts.toBuilder()
            .set("upstream_host", "10.0.0.1:80")
            .set("upstream_kind", "private")
            .build();
    assertThat(only(known).line()).startsWith("upstream host 10.0.0.1:80 refused");
  }

  @Test
  void evidenceMovesCausesAndSaysWhy() {
    Facts quick =
        reset("connection_termination")
            .set("duration_ms", 3)
            .set("duration_class", "instant")
            .build();
    RankedCause first = only(quick).causes().get(0);
    assertThat(first.cause().id()).isEqualTo("upstream-keepalive-race");
    assertThat(first.because()).anyMatch(sentence -> sentence.contains("3 ms"));
    Facts slow =
        reset("connection_termination")
            .set("duration_ms", 60003)
            .set("duration_timer_ms", 60000)
            .set("duration_class", "timer")
            .build();
    assertThat(only(slow).causes().get(0).cause().id()).isEqualTo("local-app-closes-slow-request");
  }

  @Test
  void likelihoodsLeaveRoomForSomethingElse() {
    List<RankedCause> causes = only(reset("connection_termination").build()).causes();
    double sum = causes.stream().mapToDouble(RankedCause::likelihood).sum();
    assertThat(sum).isBetween(0.5, 0.9999);
    assertThat(causes)
        .isSortedAccordingTo((a, b) -> Double.compare(b.likelihood(), a.likelihood()));
  }

  @Test
  void absenceInARecordRulesOutButAPasteWithoutRecordDoesNot() {
    Facts.Builder paste = reset("connection_termination");
    assertThat(causes(paste.build())).contains("upstream-keepalive-race");
    assertThat(causes(paste.lacks("upstream_host").build()))
        .doesNotContain("upstream-keepalive-race");
  }

  @Test
  void asksForWhatTellsTheContendersApart() {
    Finding finding = only(reset("connection_termination").build());
    assertThat(finding.ask()).hasSizeBetween(1, 3);
    assertThat(finding.ask()).extracting(Ask::question).contains("log %DURATION%");
  }

  @Test
  void theCodePathFollowsTheReleaseAndTheFacts() {
    Facts halfClose = reset("connection_termination").set("transport_kind", "half_close").build();
    assertThat(only(halfClose).codePath())
        .extracting(CodeStep::function)
        .containsSubsequence(
            "Envoy::Extensions::Upstreams::Http::Tcp::TcpUpstream::onUpstreamData",
            "Envoy::Router::UpstreamRequest::onResetStream",
            "Envoy::Router::Filter::onUpstreamReset",
            "Envoy::Router::Filter::onUpstreamAbort",
            "Envoy::Http::ActiveStreamDecoderFilter::sendLocalReply",
            "Envoy::Http::DownstreamFilterManager::sendLocalReply");
    Diagnoser old = new Diagnoser(KNOWLEDGE, EnvoyVersion.parse("1.22").orElseThrow());
    List<CodeStep> before = old.diagnose(reset("connection_termination").build()).get(0).codePath();
    assertThat(before)
        .extracting(CodeStep::function)
        .doesNotContain("Envoy::Router::UpstreamCodecFilter::CodecBridge::onResetStream");
    assertThat(before.get(0).url())
        .startsWith("https://github.com/envoyproxy/envoy/blob/v1.22.0/source/");
    assertThat(before.get(0).line()).isNotEqualTo(OptionalInt.of(0));
  }

  private static Finding only(Facts facts) {
    List<Finding> findings = DIAGNOSER.diagnose(facts);
    assertThat(findings).hasSize(1);
    return findings.get(0);
  }

  private static List<String> causes(Facts facts) {
    return only(facts).causes().stream().map(ranked -> ranked.cause().id()).toList();
  }

  private static List<String> codes(List<Finding> findings) {
    return findings.stream().map(finding -> finding.diagnosis().code()).toList();
  }
}
