package dev.whyvoy.grammar.body;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whyvoy.grammar.Decoded;
import dev.whyvoy.grammar.Golden;
import dev.whyvoy.grammar.Piece;
import dev.whyvoy.grammar.Span;
import dev.whyvoy.grammar.Unparsed;
import dev.whyvoy.grammar.body.ResponseBody.PlainBody;
import dev.whyvoy.grammar.body.ResponseBody.UpstreamConnectError;
import dev.whyvoy.grammar.transport.TransportPart.CodecError;
import dev.whyvoy.grammar.transport.TransportPart.ConnectError;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ResponseBodyReaderTest {
  private static final String OPENING = "upstream connect error or disconnect/reset before headers";

  private static UpstreamConnectError error(String text) {
    return error(ResponseBodyReader.parse(text));
  }

  private static UpstreamConnectError error(ResponseBody body) {
    assertThat(body).isInstanceOf(UpstreamConnectError.class);
    return (UpstreamConnectError) body;
  }

  @Test
  void goldenTrees() {
    Golden.check("body", ResponseBodyReader::parse);
  }

  @Test
  void accessLogTrap37ThreeOptionalParts() {
    UpstreamConnectError all =
        error(
            OPENING
                + ". retried and the latest reset reason: remote connection failure, "
                + "transport failure reason: delayed connect error: Connection refused");
    assertThat(all.opening()).isEqualTo(new Span(0, 57));
    assertThat(all.retried()).isEqualTo(new Span(59, 81));
    assertThat(all.resetReason())
        .isEqualTo(new Piece(new Span(96, 121), "remote_connection_failure"));
    assertThat(all.transport().parts()).singleElement().isInstanceOf(ConnectError.class);
    assertThat(all.unparsed()).isEmpty();
    UpstreamConnectError none = error(OPENING);
    assertThat(none.retried()).isNull();
    assertThat(none.resetReason()).isNull();
    assertThat(none.transport()).isNull();
  }

  @Test
  void trap22TransportReasonMayBeAbsent() {
    UpstreamConnectError error = error(OPENING + ". reset reason: connection termination");
    assertThat(error.resetReason().text()).isEqualTo("connection_termination");
    assertThat(error.transport()).isNull();
  }

  @Test
  void trap4TransportReasonOfACodecError() {
    UpstreamConnectError error =
        error(OPENING + ". reset reason: local reset, transport failure reason: |codec_error");
    assertThat(error.transport().parts()).singleElement().isInstanceOf(CodecError.class);
  }

  @Test
  void trap6BodyQuotedInDetailsHasUnderscores() {
    String body =
        OPENING
            + ". reset reason: connection failure, transport failure reason: delayed connect error: 111";
    UpstreamConnectError blanks = error(body);
    UpstreamConnectError underscores = error(body.replace(' ', '_'));
    assertThat(underscores.resetReason()).isEqualTo(blanks.resetReason());
    assertThat(underscores.transport().parts()).isEqualTo(blanks.transport().parts());
  }

  @Test
  void trap23EmptyBody() {
    assertThat(ResponseBodyReader.parse(""))
        .isEqualTo(new PlainBody(new Span(0, 0), new Piece(new Span(0, 0), "")));
  }

  @Test
  void trap21GrpcMessageIsPercentEncoded() {
    String message = OPENING + ". reset reason: remote reset (no error%29";
    UpstreamConnectError error =
        error(ResponseBodyReader.parse(Decoded.of(message.replace(" ", "%20")).percent()));
    assertThat(error.resetReason().text()).isEqualTo("remote_reset_(no_error)");
    assertThat(error.resetReason().span().from())
        .isEqualTo(message.replace(" ", "%20").indexOf("remote"));
  }

  @Test
  void accessLogTrap38ClientTextAround() {
    UpstreamConnectError error =
        error("Unavailable desc = " + OPENING + ". reset reason: overflow; trailers: x");
    assertThat(error.resetReason().text()).isEqualTo("overflow");
    assertThat(error.unparsed())
        .containsExactly(
            new Unparsed(new Span(0, 18), "Unavailable desc ="),
            new Unparsed(new Span(100, 113), "; trailers: x"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "local reset",
        "local refused stream reset",
        "connection failure",
        "local connection failure",
        "remote connection failure",
        "connection timeout",
        "connection termination",
        "overflow",
        "remote reset",
        "remote refused stream reset",
        "remote error with CONNECT request",
        "protocol error",
        "overload manager reset",
        "HTTP/1 premature upstream half close",
        "remote reset (no error)",
        "some reason of a module"
      })
  void accessLogTrap39EveryResetReasonOldAndNew(String reason) {
    UpstreamConnectError error = error(OPENING + ". reset reason: " + reason);
    assertThat(error.resetReason().text()).isEqualTo(reason.replace(' ', '_'));
    assertThat(error.unparsed()).isEmpty();
  }

  @Test
  void wordsAfterAKnownReasonAreNotPartOfIt() {
    UpstreamConnectError error = error(OPENING + ". reset reason: connection termination at 10:31");
    assertThat(error.resetReason().text()).isEqualTo("connection_termination");
    assertThat(error.unparsed()).extracting(Unparsed::text).containsExactly("at 10:31");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Upstream connect error or disconnect/reset before headers. Reset reason: Connection termination",
        "upstream connect error or disconnect\\/reset before headers. reset reason: connection termination",
        "disconnect/reset before headers. reset reason: connection termination",
        "\"upstream connect error or disconnect/reset before headers. reset reason: connection termination\"",
        "upstream connect error or disconnect/reset before\nheaders. reset reason: connection\ntermination",
        "reset reason: connection termination"
      })
  void pastedVariants(String text) {
    UpstreamConnectError error = error(text);
    assertThat(error.resetReason().text()).isEqualTo("connection_termination");
    assertThat(error.unparsed()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"no healthy upstream", "upstream request timeout", "RBAC: access denied"})
  void otherBodiesArePlain(String text) {
    assertThat(ResponseBodyReader.parse(" \"" + text + "\"\n"))
        .isInstanceOfSatisfying(
            PlainBody.class,
            body ->
                assertThat(body.text()).isEqualTo(new Piece(new Span(2, 2 + text.length()), text)));
  }
}
