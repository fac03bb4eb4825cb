package dev.whyvoy.grammar.transport;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whyvoy.grammar.Golden;
import dev.whyvoy.grammar.Piece;
import dev.whyvoy.grammar.Span;
import dev.whyvoy.grammar.transport.TlsError.Packing;
import dev.whyvoy.grammar.transport.TransportPart.CertificateError;
import dev.whyvoy.grammar.transport.TransportPart.CodecError;
import dev.whyvoy.grammar.transport.TransportPart.ConnectError;
import dev.whyvoy.grammar.transport.TransportPart.GridFailure;
import dev.whyvoy.grammar.transport.TransportPart.Other;
import dev.whyvoy.grammar.transport.TransportPart.Phase;
import dev.whyvoy.grammar.transport.TransportPart.QuicClose;
import dev.whyvoy.grammar.transport.TransportPart.QuicReset;
import dev.whyvoy.grammar.transport.TransportPart.SecretNotSupplied;
import dev.whyvoy.grammar.transport.TransportPart.TlsErrors;
import dev.whyvoy.grammar.transport.TransportPart.TlsErrors.Form;
import dev.whyvoy.grammar.transport.TransportPart.TlsSetup;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TransportFailureReaderTest {
  private static List<TransportPart> parts(String text) {
    return TransportFailureReader.parse(text).parts();
  }

  private static <T extends TransportPart> T only(Class<T> kind, String text) {
    TransportFailure failure = TransportFailureReader.parse(text);
    assertThat(failure.parts()).singleElement().isInstanceOf(kind);
    assertThat(failure.unparsed()).isEmpty();
    return kind.cast(failure.parts().get(0));
  }

  @Test
  void goldenTrees() {
    Golden.check("transport", TransportFailureReader::parse);
  }

  @ParameterizedTest
  @CsvSource({
    "delayed connect error: 111, 111",
    "immediate_connect_error:_99, 99",
    "delayed connect error: Connection refused,",
    "delayed connect error: 113 (No route to host), 113",
    "delayed connect error: 12345678901,"
  })
  void accessLogTrap40ErrnoAsNumberOrText(String text, Integer number) {
    assertThat(only(ConnectError.class, text).number()).isEqualTo(number);
  }

  @Test
  void trap2AddressAfterPipeBelongsToTheConnectError() {
    ConnectError error =
        only(
            ConnectError.class,
            "immediate connect error: Invalid argument|remote address:10.9.8.7:65");
    assertThat(error.phase()).isEqualTo(Phase.IMMEDIATE);
    assertThat(error.error()).isEqualTo(new Piece(new Span(25, 41), "Invalid argument"));
    assertThat(error.remoteAddress()).isEqualTo(new Piece(new Span(57, 68), "10.9.8.7:65"));
  }

  @Test
  void trap6UnderscoresOfPathsStay() {
    ConnectError error =
        only(
            ConnectError.class,
            "immediate_connect_error:_Connection_refused|remote_address:/run/a_b/my_app.sock");
    assertThat(error.error().text()).isEqualTo("Connection refused");
    assertThat(error.remoteAddress()).extracting(Piece::text).isEqualTo("/run/a_b/my_app.sock");
  }

  @Test
  void trap17QueueWithTextBeforeTheEndMark() {
    TlsErrors errors =
        only(
            TlsErrors.class,
            "TLS_error:|268435581:SSL routines:OPENSSL_internal:CERTIFICATE_VERIFY_FAILED:"
                + "verify cert failed: SAN matcher, certificate SANs are [a.b, c_d]:TLS_error_end");
    assertThat(errors.form()).isEqualTo(Form.MARKED);
    assertThat(errors.verify()).extracting(e -> e.reason().text()).isEqualTo("SAN matcher");
    assertThat(errors.verify().certificateNames())
        .extracting(Piece::text)
        .containsExactly("a.b", "c_d");
  }

  @Test
  void trap17SecretKeepsTheOldSpelling() {
    only(SecretNotSupplied.class, "TLS error: Secret is not supplied by SDS");
    only(SecretNotSupplied.class, "TLS_error:_Secret_is_not_supplied_by_SDS");
  }

  @Test
  void trap17InspectorHasNoColonAndAHexCode() {
    TlsErrors errors =
        only(
            TlsErrors.class,
            "TLS_error|error:100000f7:SSL_routines:OPENSSL_internal:WRONG_VERSION_NUMBER:TLS_error_end");
    assertThat(errors.form()).isEqualTo(Form.INSPECTOR);
    assertThat(errors.errors())
        .singleElement()
        .satisfies(e -> assertThat(e.number()).isEqualTo(0x100000f7L));
  }

  @Test
  void trap24GridNestsTwoReasons() {
    GridFailure grid =
        only(
            GridFailure.class,
            "delayed connect error: Connection refused (with earlier attempt failure reason 2, "
                + "QUIC: QUIC_HANDSHAKE_FAILED with details: (a, b) :c)");
    assertThat(grid.latest().parts()).singleElement().isInstanceOf(ConnectError.class);
    assertThat(grid.earlierReason().text()).isEqualTo("2");
    assertThat(grid.earlierProtocol().text()).isEqualTo("QUIC");
    assertThat(grid.earlier().parts())
        .singleElement()
        .isInstanceOfSatisfying(
            QuicClose.class, q -> assertThat(q.details().text()).isEqualTo("(a, b) :c"));
  }

  @Test
  void trap4CodecErrorAloneAndBehindAText() {
    assertThat(parts("|codec_error")).singleElement().isInstanceOf(CodecError.class);
    assertThat(parts("codec_error")).singleElement().isInstanceOf(CodecError.class);
    assertThat(parts("QUIC_STREAM_CANCELLED|FROM_SELF|codec_error"))
        .extracting(Object::getClass)
        .asList()
        .containsExactly(QuicReset.class, CodecError.class);
  }

  @Test
  void quicDetailsMayHoldWordsOfOtherParts() {
    QuicClose close =
        only(QuicClose.class, "QUIC_NO_ERROR with details: peer said connect timeout. Timeout:4s");
    assertThat(close.details().text()).isEqualTo("peer said connect timeout. Timeout:4s");
    assertThat(close.inner()).isEmpty();
  }

  @Test
  void quicDetailsShowTheRefusedCertificate() {
    QuicClose close =
        only(
            QuicClose.class,
            "QUIC_TLS_CERTIFICATE_UNKNOWN_with_details:_Leaf_certificate_doesn't_match_hostname:_a_b.c");
    assertThat(close.inner())
        .singleElement()
        .isInstanceOfSatisfying(
            CertificateError.class,
            e -> assertThat(e.expectedNames()).extracting(Piece::text).containsExactly("a_b.c"));
  }

  @ParameterizedTest
  @CsvSource({
    "268435581:SSL routines:OPENSSL_internal:CERTIFICATE_VERIFY_FAILED, BORINGSSL",
    "336151574:SSL routines:ssl3_read_bytes:sslv3 alert certificate unknown, OPENSSL_1",
    "167772294:SSL routines::certificate verify failed, OPENSSL_3",
    "error:0A000086:SSL routines::certificate verify failed, OPENSSL_3"
  })
  void accessLogTrap42PackingsOfOtherLibraries(String text, Packing packing) {
    TlsErrors errors = only(TlsErrors.class, text);
    assertThat(errors.form()).isEqualTo(Form.BARE);
    assertThat(errors.errors()).singleElement().extracting(TlsError::packing).isEqualTo(packing);
  }

  @Test
  void absentReasonHasNoParts() {
    assertThat(parts("-")).isEmpty();
    assertThat(parts("")).isEmpty();
  }

  @Test
  void joinedReasonsAreTwoParts() {
    assertThat(parts("delayed_connect_error:_Connection_refused._Key_is_locked"))
        .satisfiesExactly(
            first -> assertThat(first).isInstanceOf(ConnectError.class),
            second ->
                assertThat(second)
                    .isInstanceOfSatisfying(
                        Other.class, o -> assertThat(o.text()).isEqualTo("Key is locked")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "delayed connect error: 111}",
        "delayed_connect_error:_111\",\"method\":\"GET\"}",
        "delayed connect error: 111',",
        "delayed connect error: 111|"
      })
  void whatStandsAroundAnErrorIsNotPartOfIt(String text) {
    ConnectError error = (ConnectError) parts(text).get(0);
    assertThat(error.error()).isEqualTo(new Piece(new Span(23, 26), "111"));
    assertThat(error.number()).isEqualTo(111);
    assertThat(error.span()).isEqualTo(new Span(0, 26));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "TLS error: 268435703:SSL routines:OPENSSL_internal:WRONG_VERSION_NUMBER}",
        "TLS_error:_268435703:SSL_routines:OPENSSL_internal:WRONG_VERSION_NUMBER\",\"x\":1}",
        "TLS error: 268435703:SSL routines:OPENSSL_internal:WRONG_VERSION_NUMBER)."
      })
  void whatStandsAroundATlsErrorIsNotPartOfItsReason(String text) {
    TlsErrors errors = (TlsErrors) parts(text).get(0);
    assertThat(errors.errors())
        .singleElement()
        .satisfies(e -> assertThat(e.reason().text()).isEqualTo("WRONG_VERSION_NUMBER"));
  }

  @Test
  void sniErrorMayBeAnErrorOfTheLibrary() {
    TlsSetup setup =
        only(
            TlsSetup.class,
            "Failed to create upstream TLS due to failure setting SNI: "
                + "error:100000d9:SSL routines:OPENSSL_internal:SSL3_EXT_INVALID_SERVERNAME");
    assertThat(setup.cause().reason().text()).isEqualTo("SSL3_EXT_INVALID_SERVERNAME");
    assertThat(setup.error().span()).isEqualTo(new Span(58, 130));
  }

  @ParameterizedTest
  @ValueSource(strings = {"x.x.x.x:443", "<redacted>", "***:80", "10.0.0.\u2026"})
  void accessLogTrap36AnonymisedAddresses(String address) {
    ConnectError error =
        only(
            ConnectError.class,
            "immediate connect error: Connection refused|remote address:" + address);
    assertThat(error.remoteAddress().text()).isEqualTo(address);
  }
}
