package dev.whyvoy.grammar.transport;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whyvoy.grammar.TreeDump;
import dev.whyvoy.grammar.transport.TransportPart.CertificateError;
import dev.whyvoy.grammar.transport.TransportPart.GridFailure;
import dev.whyvoy.grammar.transport.TransportPart.QuicClose;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every text that Envoy 1.22 to 1.39 can give as a transport failure reason. */
class TransportTemplatesTest {
  private static final String TEMPLATES =
      """
      immediate connect error: Network is unreachable ~ ConnectError
      immediate connect error: 101 ~ ConnectError
      immediate connect error: Cannot assign requested address|remote address:172.16.4.9:8443 ~ ConnectError
      immediate connect error: No such file or directory|remote address:/var/run/app/envoy_in.sock ~ ConnectError
      immediate connect error: Connection refused|remote address:[fd00:10::5]:9090|remote address family:v6|local address family:v4 ~ ConnectError
      immediate connect error: Connection refused|remote address:envoy://inner/17|remote address family:|local address family: ~ ConnectError
      delayed connect error: 111 ~ ConnectError
      delayed connect error: No route to host ~ ConnectError
      connect timeout ~ ConnectTimeout
      socket creation failure ~ SocketFailure
      failed to bind to 172.16.4.2:0: Address already in use ~ BindError
      failed to bind to [fd00:10::2]:0: Cannot assign requested address ~ BindError
      failed to bind to 172.16.4.2:0: Permission denied. TLS error: Secret is not supplied by SDS ~ BindError+SecretNotSupplied
      delayed connect error: Connection refused. TLS error: Secret is not supplied by SDS ~ ConnectError+SecretNotSupplied
      delayed connect error: 110. Failed to create upstream TLS due to failure setting SNI: unknown ~ ConnectError+TlsSetup
      delayed connect error: Connection timed out (with earlier attempt failure reason 1, QUIC: QUIC_HANDSHAKE_FAILED with details: no idea) ~ GridFailure
      QUIC_PACKET_WRITE_ERROR with details: Write failed with error: 101 (with earlier attempt failure reason 2, TCP: connect timeout) ~ GridFailure
      (with earlier attempt failure reason 0, QUIC: ) ~ GridFailure
      TLS error: 268436526:SSL routines:OPENSSL_internal:TLSV1_ALERT_PROTOCOL_VERSION ~ TlsErrors
      TLS error: 67108971:RSA routines:OPENSSL_internal:BLOCK_TYPE_IS_NOT_01 67109000:RSA routines:OPENSSL_internal:PADDING_CHECK_FAILED ~ TlsErrors
      TLS error:SSL_ERROR_SYSCALL error has occured, which indicates the operation failed externally to the library. This is typically |errno| but may be something custom if using a custom |BIO|. ~ TlsErrors
      TLS_error:|268436526:SSL routines:OPENSSL_internal:TLSV1_ALERT_PROTOCOL_VERSION:TLS_error_end ~ TlsErrors
      TLS_error:|184549382:X.509 certificate routines:OPENSSL_internal:public key routines|268435581:SSL routines:OPENSSL_internal:CERTIFICATE_VERIFY_FAILED:TLS_error_end ~ TlsErrors
      TLS_error:|268435581:SSL routines:OPENSSL_internal:CERTIFICATE_VERIFY_FAILED:verify cert failed: X509_verify_cert: certificate verification error at depth 0: certificate is not yet valid:TLS_error_end ~ TlsErrors
      TLS_error:|268435581:SSL routines:OPENSSL_internal:CERTIFICATE_VERIFY_FAILED:verify cert failed: cert hash and spki:TLS_error_end ~ TlsErrors
      TLS_error:|268435648:SSL routines:OPENSSL_internal:PEER_DID_NOT_RETURN_A_CERTIFICATE:peer did not provide required client certificate:TLS_error_end ~ TlsErrors
      TLS_error:|33554464:system library:OPENSSL_internal:Broken pipe:TLS_error_end ~ TlsErrors
      TLS error: Secret is not supplied by SDS ~ SecretNotSupplied
      Failed to create upstream TLS due to failure setting SNI: error:100000d9:SSL routines:OPENSSL_internal:SSL3_EXT_INVALID_SERVERNAME ~ TlsSetup
      TLS_error|error:100000f7:SSL routines:OPENSSL_internal:WRONG_VERSION_NUMBER:TLS_error_end ~ TlsErrors
      TLS_error|unknown:TLS_error_end ~ TlsErrors
      verify cert failed: X509_verify_cert: certificate verification error at depth 2: self signed certificate in certificate chain ~ CertificateError
      verify cert failed: X509_verify_cert: certificate verification error at depth 0: certificate revocation check against provided CRLs failed: CRL has expired ~ CertificateError
      verify cert failed: X509_verify_cert: certificate verification error at depth 0: certificate revocation check against provided CRLs failed: certificate revoked, certificate CRL distribution points: [http://crl.test/a.crl, http://crl.test/b.crl] ~ CertificateError
      verify cert failed: verify SAN list ~ CertificateError
      verify cert failed: verify SAN list, expected SANs: [spiffe://cluster.local/ns/a/sa/b], certificate SANs: [x.test, *.y.test] ~ CertificateError
      verify cert failed: SAN matcher ~ CertificateError
      verify cert failed: SAN matcher, certificate SANs are [spiffe://cluster.local/ns/a/sa/b] ~ CertificateError
      verify cert failed: cert hash and spki ~ CertificateError
      verify cert failed: empty cert chain ~ CertificateError
      verify cert failed: init and setup X509_STORE_CTX ~ CertificateError
      verify cert failed: cert precheck ~ CertificateError
      verify cert failed: no trust bundle store ~ CertificateError
      verify cert failed: SAN match ~ CertificateError
      verify cert failed: no cert chain ~ CertificateError
      Leaf certificate doesn't match hostname: shop.test ~ CertificateError
      unable to parse certificate ~ CertificateError
      QUIC_NETWORK_IDLE_TIMEOUT with details: No recent network activity after 3999871us. Timeout:4s ~ QuicClose
      QUIC_STREAM_CONNECTION_ERROR|FROM_PEER ~ QuicReset
      QUIC_STREAM_REQUEST_REJECTED|FROM_SELF ~ QuicReset
      QUIC_PEER_GOING_AWAY|FROM_PEER|server is shutting down. bye ~ QuicReset
      QUIC_CONNECTION_CANCELLED with details: Fail to set up connection socket. ~ QuicClose
      |codec_error ~ CodecError
      QUIC_STREAM_CANCELLED|FROM_SELF|codec_error ~ QuicReset+CodecError
      codec_error ~ CodecError
      half_close_initiated_full_close ~ HalfClose
      Failed to apply socket option for UDP upstream ~ UdpError
      Failed to bind for UDP upstream ~ UdpError
      Capsule length is too large ~ Other
      grid teardown ~ GridTeardown
      tunnel_response:407 ~ TunnelResponse
      There is trailing garbage in DER. ~ CertificateError
      d2i_X509: fail to parse DER ~ CertificateError
      Invalid leaf cert, bad public key ~ CertificateError
      Invalid leaf cert, only P-256 ECDSA certificates are supported ~ CertificateError
      Invalid leaf cert, only RSA certificates with 2048-bit or larger keys are supported ~ CertificateError
      Invalid leaf cert, only RSA certificates with 2048-bit, 3072-bit or 4096-bit keys are supported in FIPS mode ~ CertificateError
      Invalid leaf cert, only RSA and ECDSA certificates are supported ~ CertificateError
      Failed to verify certificate chain: X509_STORE_CTX_init ~ CertificateError
      Failed to verify certificate chain: fail to setup X509_STORE_CTX or its param. ~ CertificateError
      quota module says no ~ Other
      remote address:172.16.4.9:41832,TLS_error:|268435612:SSL routines:OPENSSL_internal:HTTP_REQUEST:TLS_error_end ~ TlsErrors
      SSL error: 184549507:X.509 certificate routines:OPENSSL_internal:131 ~ TlsErrors
      '' ~ ''
      - ~ ''
      """;

  private static String kinds(TransportFailure failure) {
    return String.join(
        "+", failure.parts().stream().map(part -> part.getClass().getSimpleName()).toList());
  }

  @ParameterizedTest
  @CsvSource(textBlock = TEMPLATES, delimiter = '~', quoteCharacter = '\u0001')
  void everyTemplate(String text, String kinds) {
    String input = "''".equals(text) ? "" : text;
    TransportFailure failure = TransportFailureReader.parse(input);
    assertThat(kinds(failure)).isEqualTo("''".equals(kinds) ? "" : kinds);
    assertThat(failure.unparsed()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(textBlock = TEMPLATES, delimiter = '~', quoteCharacter = '\u0001')
  void trap6UnderscoresForBlanksGiveTheSameTree(String text, String kinds) {
    String input = "''".equals(text) ? "" : text;
    assertThat(TreeDump.dump(TransportFailureReader.parse(input.replace(' ', '_'))))
        .isEqualTo(TreeDump.dump(TransportFailureReader.parse(input)));
  }

  /** Access logs replace all blanks, details written before 1.34 only some. */
  @Test
  void anyMixtureOfBlanksAndUnderscoresGivesTheSameTree() {
    Random random = new Random(5);
    for (String text : templates()) {
      for (int i = 0; i < 20; i++) {
        StringBuilder mixed = new StringBuilder(text);
        for (int k = 0; k < mixed.length(); k++) {
          if (mixed.charAt(k) == ' ' && random.nextBoolean()) {
            mixed.setCharAt(k, '_');
          }
        }
        assertThat(TreeDump.dump(TransportFailureReader.parse(mixed.toString())))
            .as("%s", mixed)
            .isEqualTo(TreeDump.dump(TransportFailureReader.parse(text)));
      }
    }
  }

  private static List<String> templates() {
    return TEMPLATES
        .lines()
        .map(line -> line.substring(0, line.lastIndexOf('~')).strip())
        .filter(text -> !text.equals("''"))
        .toList();
  }

  @Test
  void trap24AnyTwoReasonsNest() {
    List<String> plain = templates().stream().filter(t -> !t.contains("(with earlier")).toList();
    for (String latest : plain) {
      for (String earlier : plain) {
        TransportFailure failure =
            TransportFailureReader.parse(
                latest + " (with earlier attempt failure reason 3, TCP: " + earlier + ")");
        assertThat(failure.parts()).singleElement().isInstanceOf(GridFailure.class);
        GridFailure grid = (GridFailure) failure.parts().get(0);
        assertThat(kinds(grid.latest())).isEqualTo(kinds(TransportFailureReader.parse(latest)));
        assertThat(kinds(grid.earlier())).isEqualTo(kinds(TransportFailureReader.parse(earlier)));
      }
    }
  }

  @Test
  void certificateTextsShowInsideQuicDetails() {
    List<String> refusals =
        templates().stream()
            .filter(t -> kinds(TransportFailureReader.parse(t)).equals("CertificateError"))
            .toList();
    assertThat(refusals).hasSizeGreaterThan(20);
    for (String refusal : refusals) {
      TransportFailure failure =
          TransportFailureReader.parse(
              "QUIC_TLS_CERTIFICATE_UNKNOWN with details: TLS handshake failure 46: " + refusal);
      List<TransportPart> inner = new ArrayList<>(((QuicClose) failure.parts().get(0)).inner());
      assertThat(inner).as(refusal).singleElement().isInstanceOf(CertificateError.class);
    }
  }

  @Test
  void theTableHoldsEveryPart() {
    List<String> kinds =
        Arrays.stream(TransportPart.class.getPermittedSubclasses())
            .map(Class::getSimpleName)
            .toList();
    assertThat(kinds).allSatisfy(kind -> assertThat(TEMPLATES).containsPattern("~ .*" + kind));
  }
}
