package dev.whyvoy.grammar.details;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whyvoy.grammar.Golden;
import dev.whyvoy.grammar.Piece;
import dev.whyvoy.grammar.Span;
import dev.whyvoy.grammar.Unparsed;
import dev.whyvoy.grammar.details.ResponseDetails.Bracket;
import dev.whyvoy.grammar.details.ResponseDetails.Reset;
import dev.whyvoy.grammar.transport.TransportPart.CodecError;
import dev.whyvoy.grammar.transport.TransportPart.ConnectError;
import dev.whyvoy.grammar.transport.TransportPart.GridFailure;
import dev.whyvoy.grammar.transport.TransportPart.HalfClose;
import dev.whyvoy.grammar.transport.TransportPart.QuicReset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ResponseDetailsReaderTest {
  private static Reset reset(String text) {
    ResponseDetails details = ResponseDetailsReader.parse(text);
    assertThat(details.unparsed()).isEmpty();
    assertThat(details.reset()).isNotNull();
    return details.reset();
  }

  @Test
  void goldenTrees() {
    Golden.check("details", ResponseDetailsReader::parse);
  }

  @ParameterizedTest
  @CsvSource({
    "jwt_authn_access_denied{Jwt_is_missing}, jwt_authn_access_denied, BRACE, Jwt_is_missing",
    "rbac_access_denied_matched_policy[none], rbac_access_denied_matched_policy, SQUARE, none",
    "downstream_local_disconnect(on_idle_timeout), downstream_local_disconnect, ROUND, on_idle_timeout",
    "codec_error:http/1.1_protocol_error, codec_error, COLON, http/1.1_protocol_error",
    "overload_error:onData_codec_creation_overload, overload_error, COLON, onData_codec_creation_overload",
    "grpc_json_transcode_failure{NOT_FOUND}, grpc_json_transcode_failure, BRACE, NOT_FOUND",
    "absolute_path_rejected, absolute_path_rejected, NONE,"
  })
  void trap1BracketShapes(String text, String name, Bracket bracket, String argument) {
    ResponseDetails details = ResponseDetailsReader.parse(text);
    assertThat(details.name().text()).isEqualTo(name);
    assertThat(details.bracket()).isEqualTo(bracket);
    assertThat(details.argument() == null ? null : details.argument().text()).isEqualTo(argument);
    assertThat(details.closed()).isTrue();
    assertThat(details.unparsed()).isEmpty();
  }

  @Test
  void trap2FirstSeparatorSplitsAndLastBraceCloses() {
    Reset reset =
        reset(
            "upstream_reset_before_response_started{remote_reset|QUIC_NO_ERROR|FROM_PEER|a,{b}:[c].d}");
    assertThat(reset.reason().text()).isEqualTo("remote_reset");
    assertThat(reset.transport().parts())
        .singleElement()
        .isInstanceOfSatisfying(
            QuicReset.class, quic -> assertThat(quic.details().text()).isEqualTo("a,{b}:[c].d"));
  }

  @Test
  void trap3CommaUpTo130PipeSince() {
    assertThat(
            reset(
                "upstream_reset_before_response_started{connection_failure,delayed_connect_error:_111}"))
        .satisfies(reset -> assertThat(reset.separator().text()).isEqualTo(","))
        .satisfies(reset -> assertThat(reset.transport().parts()).hasSize(1));
    assertThat(reset("upstream_reset_before_response_started{overflow}").separator()).isNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "HTTP/1_premature_upstream_half_close",
        "remote_error_with_CONNECT_request",
        "remote_reset_(no_error)"
      })
  void trap3ReasonsWithUnusualUnits(String reason) {
    assertThat(reset("upstream_reset_after_response_started{" + reason + "}").reason().text())
        .isEqualTo(reason);
    assertThat(
            reset("upstream_reset_after_response_started{" + reason.replace('_', ' ') + "}")
                .reason()
                .text())
        .isEqualTo(reason);
  }

  @Test
  void trap4EmptyReasonBeforeCodecError() {
    Reset reset = reset("upstream_reset_before_response_started{local_reset||codec_error}");
    assertThat(reset.reason().text()).isEqualTo("local_reset");
    assertThat(reset.transport().parts()).singleElement().isInstanceOf(CodecError.class);
  }

  @Test
  void trap5SameNameWithoutBraces() {
    ResponseDetails details = ResponseDetailsReader.parse("upstream_reset_before_response_started");
    assertThat(details.bracket()).isEqualTo(Bracket.NONE);
    assertThat(details.reset()).isNull();
  }

  @Test
  void trap5BracesWithoutATransportReason() {
    Reset reset = reset("upstream_reset_before_response_started{overload_manager_reset}");
    assertThat(reset.separator()).isNull();
    assertThat(reset.transport()).isNull();
  }

  @Test
  void trap6BlanksAndUnderscoresGiveTheSameTree() {
    String underscored =
        "upstream_reset_before_response_started{remote_connection_failure|delayed_connect_error:_Connection_refused}";
    ResponseDetails a = ResponseDetailsReader.parse(underscored);
    ResponseDetails b = ResponseDetailsReader.parse(underscored.replace('_', ' '));
    assertThat(b.name()).isEqualTo(a.name());
    assertThat(b.reset()).isEqualTo(a.reset());
  }

  @Test
  void trap7SentencesWithColons() {
    ResponseDetails details =
        ResponseDetailsReader.parse(
            "Unauthorized, and redirecting to OAuth server is not allowed: /a:b?c={d}");
    assertThat(details.name().text())
        .isEqualTo("Unauthorized,_and_redirecting_to_OAuth_server_is_not_allowed");
    assertThat(details.argument().text()).isEqualTo("/a:b?c={d}");
  }

  @Test
  void trap8EmptyDetails() {
    ResponseDetails details = ResponseDetailsReader.parse("");
    assertThat(details.name()).isEqualTo(new Piece(new Span(0, 0), ""));
    assertThat(details.unparsed()).isEmpty();
  }

  @Test
  void trap10ResponseHadStarted() {
    assertThat(reset("upstream_reset_after_response_started{remote_reset}").responseStarted())
        .isTrue();
    assertThat(reset("upstream_reset_before_response_started{remote_reset}").responseStarted())
        .isFalse();
  }

  @Test
  void trap20ReasonsOfTheHalfCloseGuard() {
    Reset reset =
        reset(
            "upstream_reset_after_response_started{connection_termination|half_close_initiated_full_close}");
    assertThat(reset.transport().parts()).singleElement().isInstanceOf(HalfClose.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "unkonwn_api_key",
        "uhv.path_noramlization_redirect",
        "http2.remote_refuse",
        "http2.invalid.header.field",
        "http2.too_many_headers"
      })
  void trap15MisspellingsAndDotsStay(String name) {
    assertThat(ResponseDetailsReader.parse(name).name().text()).isEqualTo(name);
  }

  @Test
  void trap15MisspeltTcpFailureHasANumber() {
    ResponseDetails details = ResponseDetailsReader.parse("tcp_initializion_failure:2");
    assertThat(details.name().text()).isEqualTo("tcp_initializion_failure");
    assertThat(details.number()).isEqualTo(new Piece(new Span(25, 26), "2"));
  }

  @Test
  void trap24NestedReasonInsideDetails() {
    Reset reset =
        reset(
            "upstream_reset_before_response_started{remote_connection_failure|delayed_connect_error:"
                + "_Connection_refused_(with_earlier_attempt_failure_reason_2,_QUIC:_QUIC_NO_ERROR_with_details:_x)}");
    assertThat(reset.transport().parts())
        .singleElement()
        .isInstanceOfSatisfying(
            GridFailure.class,
            grid -> assertThat(grid.latest().parts()).hasOnlyElementsOfType(ConnectError.class));
  }

  @Test
  void trap28EmptyRoundBracket() {
    ResponseDetails details = ResponseDetailsReader.parse("downstream_local_disconnect()");
    assertThat(details.bracket()).isEqualTo(Bracket.ROUND);
    assertThat(details.argument().text()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "upstream_reset_before_response_started{remote_reset}",
        "upstream_reset_before_response_started<remote_reset>",
        "upstream_reset_before_response_started&lt;remote_reset&gt;",
        "upstream_reset_before_response_started\\{remote_reset\\}",
        "upstream\\_reset\\_before\\_response\\_started{remote\\_reset}",
        "\"upstream_reset_before_response_started{remote_reset}\"",
        "\u201cupstream_reset_before_response_started{remote_reset}\u201d",
        "`upstream_reset_before_response_started{remote reset}`",
        "upstream reset before response started { remote reset }",
        "Upstream_reset_before_response_started{remote_reset}\n"
      })
  void pastedVariants(String text) {
    ResponseDetails details = ResponseDetailsReader.parse(text);
    assertThat(details.name().text()).isEqualTo("upstream_reset_before_response_started");
    assertThat(details.reset().reason().text()).isEqualTo("remote_reset");
    assertThat(details.closed()).isTrue();
    assertThat(details.unparsed()).isEmpty();
  }

  @Test
  void numberThatEndsTheName() {
    ResponseDetails details = ResponseDetailsReader.parse("ext_proc_error_gRPC_error_14{a b}");
    assertThat(details.name()).isEqualTo(new Piece(new Span(0, 25), "ext_proc_error_gRPC_error"));
    assertThat(details.number()).isEqualTo(new Piece(new Span(26, 28), "14"));
    assertThat(details.argument().text()).isEqualTo("a b");
  }

  @Test
  void policyWithBrackets() {
    ResponseDetails details =
        ResponseDetailsReader.parse(
            "rbac_access_denied_matched_policy[ns[shop]-policy[deny]-rule[0]]");
    assertThat(details.argument().text()).isEqualTo("ns[shop]-policy[deny]-rule[0]");
    assertThat(details.policy().namespace()).isEqualTo(new Piece(new Span(37, 41), "shop"));
    assertThat(details.policy().name()).isEqualTo(new Piece(new Span(50, 54), "deny"));
    assertThat(details.policy().rule()).isEqualTo(new Piece(new Span(61, 62), "0"));
    assertThat(ResponseDetailsReader.parse("rbac_access_denied_matched_policy[none]").policy())
        .isNull();
  }

  @Test
  void cutOffAndTrailingText() {
    assertThat(
            ResponseDetailsReader.parse("upstream_reset_before_response_started{remote_re")
                .closed())
        .isFalse();
    assertThat(ResponseDetailsReader.parse("dns_resolution_failure{x}, see log").unparsed())
        .containsExactly(new Unparsed(new Span(25, 34), ", see log"));
    assertThat(
            ResponseDetailsReader.parse("upstream_reset_before_response_started by {x}").unparsed())
        .containsExactly(new Unparsed(new Span(39, 41), "by"));
  }

  @Test
  void reasonEndsAtTheFirstBraceForItHoldsNone() {
    ResponseDetails details =
        ResponseDetailsReader.parse(
            "upstream_reset_after_response_started{remote_reset}\",\"a\":{\"b\":1}}");
    assertThat(details.reset().reason().text()).isEqualTo("remote_reset");
    assertThat(details.reset().separator()).isNull();
    assertThat(details.argument().text()).isEqualTo("remote_reset");
    assertThat(details.unparsed()).extracting(Unparsed::text).containsExactly(",\"a\":{\"b\":1}}");
  }
}
