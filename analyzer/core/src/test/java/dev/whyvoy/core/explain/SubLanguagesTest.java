package dev.whyvoy.core.explain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whyvoy.core.diagnose.Finding;
import dev.whyvoy.core.diagnose.Label;
import dev.whyvoy.core.fact.Facts;
import dev.whyvoy.core.knowledge.EnvoyVersion;
import dev.whyvoy.core.knowledge.Knowledge;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * The languages inside Envoy's messages are taken apart, and the reader is shown how: each row has
 * a text, facts that it gives ({@code name=value}), the code of its diagnosis, and what must stand
 * in the labels under it.
 */
class SubLanguagesTest {
  private static final Explainer EXPLAINER = new Explainer(Knowledge.load(), EnvoyVersion.RELEASED);
  private static final String VERIFY =
      "TLS_error:|268435581:SSL routines:OPENSSL_internal:CERTIFICATE_VERIFY_FAILED:";
  private static final String BODY =
      "upstream connect error or disconnect/reset before headers. reset reason: ";

  private record Row(String text, String code, List<String> facts, List<String> labels) {}

  private static Row row(String text, String code, String facts, String... labels) {
    List<String> wanted = facts.isEmpty() ? List.of() : List.of(facts.split("; "));
    return new Row(text, code, wanted, List.of(labels));
  }

  /** The error queue in the spellings of its four grammars, and packed codes alone. */
  @TestFactory
  Stream<DynamicTest> tlsErrorQueues() {
    String decoded = "packed: library 16 (SSL), reason 125, CERTIFICATE_VERIFY_FAILED";
    String facts =
        "tls_reason=CERTIFICATE_VERIFY_FAILED; tls_library=SSL; transport_kind=tls_error";
    return tests(
        row(
            "TLS error: 268435581:SSL routines:OPENSSL_internal:CERTIFICATE_VERIFY_FAILED",
            "EV322",
            facts + "; tls_form=old",
            decoded,
            "reason of the TLS error"),
        row(
            "TLS_error:|268435581:SSL routines:OPENSSL_internal:CERTIFICATE_VERIFY_FAILED:TLS_error_end",
            "EV322",
            facts,
            decoded),
        row(
            "TLS_error|error:1000007d:SSL routines:OPENSSL_internal:CERTIFICATE_VERIFY_FAILED:TLS_error_end",
            "EV322",
            facts,
            decoded),
        row(
            "TLS error: error:1000007d:SSL routines:OPENSSL_internal:CERTIFICATE_VERIFY_FAILED",
            "EV322",
            facts,
            decoded),
        row(
            "TLS error: 268435581:SSL routines:OPENSSL_internal:CERTIFICATE_VERIFY_FAILED 33554536:system library:OPENSSL_internal:Connection reset by peer",
            "EV322",
            facts + "; tls_library=SYS",
            decoded,
            "packed: error 104 of the operating system, ECONNRESET"),
        row("TLS error: 268435703::", "EV321", "tls_reason=WRONG_VERSION_NUMBER", "reason 247"));
  }

  /** Codes as they are pasted alone, in the packings of three libraries; other numbers are none. */
  @TestFactory
  Stream<DynamicTest> packedCodesAlone() {
    return tests(
        row(
            "268435703",
            "EV321",
            "tls_reason=WRONG_VERSION_NUMBER; tls_form=boringssl",
            "packed: library 16 (SSL), reason 247, WRONG_VERSION_NUMBER"),
        row("error:1000007d", "EV322", "tls_reason=CERTIFICATE_VERIFY_FAILED", "reason 125"),
        row(
            "336151574",
            "EV961",
            "tls_alert=true; tls_form=openssl1",
            "packed by OpenSSL 1: library 20 (SSL), function 148, reason 1046 (alert 46)"),
        row(
            "167772294",
            "EV347",
            "tls_reason=CERTIFICATE_VERIFY_FAILED; tls_form=openssl3",
            "packed by OpenSSL 3: library 20 (SSL), reason 134"));
  }

  @Test
  void otherNumbersAreNoCodes() {
    for (String number : List.of("1714557600", "33554543", "20260304", "0xdeadbeef")) {
      assertThat(EXPLAINER.explain(number, Facts.NONE).findings())
          .as(number)
          .allMatch(finding -> finding.diagnosis() == null);
    }
  }

  /** What the check of a certificate says has a number and a name. */
  @TestFactory
  Stream<DynamicTest> verifyErrors() {
    String depth = "verify cert failed: X509_verify_cert: certificate verification error at depth ";
    return tests(
        row(
            VERIFY + depth + "0: certificate has expired:TLS_error_end",
            "EV323",
            "tls_verify=certificate has expired",
            "error 10, X509_V_ERR_CERT_HAS_EXPIRED"),
        row(
            VERIFY + depth + "1: unable to get local issuer certificate:TLS_error_end",
            "EV325",
            "",
            "error 20, X509_V_ERR_UNABLE_TO_GET_ISSUER_CERT_LOCALLY"));
  }

  /** A received alert says that the other side refuses Envoy, not the reverse. */
  @TestFactory
  Stream<DynamicTest> packedCodes() {
    return tests(
        row(
            "TLS error: 268436501:SSL routines:OPENSSL_internal:SSLV3_ALERT_CERTIFICATE_EXPIRED",
            "EV331",
            "tls_alert=true; tls_reason=SSLV3_ALERT_CERTIFICATE_EXPIRED",
            "reason 1045 (alert 45), SSLV3_ALERT_CERTIFICATE_EXPIRED",
            "TLS alert that the other side sent: it refuses Envoy"),
        row(
            "TLS error: 268436502::",
            "EV333",
            "tls_alert=true; tls_reason=SSLV3_ALERT_CERTIFICATE_UNKNOWN",
            "(alert 46)"),
        row(
            "TLS error: 33554536:system library:OPENSSL_internal:Connection reset by peer",
            "EV345",
            "errno=ECONNRESET; tls_library=SYS",
            "packed: error 104 of the operating system, ECONNRESET",
            "operating system's error, ECONNRESET"),
        row(
            "error:14090086:SSL routines:ssl3_get_server_certificate:certificate verify failed",
            "EV347",
            "tls_form=openssl1; tls_reason=CERTIFICATE_VERIFY_FAILED",
            "packed by OpenSSL 1: library 20 (SSL), function 144, reason 134"),
        row(
            "error:0A000086:SSL routines::certificate verify failed",
            "EV347",
            "tls_form=openssl3; tls_reason=CERTIFICATE_VERIFY_FAILED",
            "packed by OpenSSL 3: library 20 (SSL), reason 134"),
        row(
            "error:0A000415:SSL routines::sslv3 alert certificate expired",
            "EV961",
            "tls_form=openssl3; tls_alert=true",
            "reason 1045 (alert 45)"));
  }

  @TestFactory
  Stream<DynamicTest> whyACertificateWasNotAccepted() {
    String why = "why the certificate was not accepted";
    return tests(
        row(
            VERIFY
                + "verify cert failed: X509_verify_cert: certificate verification error at depth 1: certificate has expired:TLS_error_end",
            "EV323",
            "tls_verify=certificate has expired",
            why,
            "a certificate further up its chain"),
        row(
            VERIFY
                + "verify cert failed: X509_verify_cert: certificate verification error at depth 0: unable to get local issuer certificate:TLS_error_end",
            "EV325",
            "tls_verify=unable to get local issuer certificate",
            why,
            "the certificate itself"),
        row(VERIFY + "verify cert failed: verify SAN list:TLS_error_end", "EV324", "", why),
        row(VERIFY + "verify cert failed: cert hash and spki:TLS_error_end", "EV327", "", why));
  }

  /** Linux and macOS count differently; texts differ as well. */
  @TestFactory
  Stream<DynamicTest> systemErrors() {
    return tests(
        row(
            "delayed connect error: 111",
            "EV301",
            "errno=ECONNREFUSED; errno_form=number",
            "ECONNREFUSED, Connection refused"),
        row(
            "delayed connect error: 61",
            "EV301",
            "errno=ECONNREFUSED; errno_form=number",
            "a number of macOS; on Linux it is 111"),
        row(
            "delayed connect error: Connection refused",
            "EV301",
            "errno=ECONNREFUSED; errno_form=text; connect_phase=delayed",
            "ECONNREFUSED (111 on Linux)"),
        row("delayed connect error: 113", "EV304", "errno=EHOSTUNREACH", "No route to host"),
        row(
            "immediate connect error: Cannot assign requested address|remote address:10.0.0.1:80",
            "EV306",
            "errno=EADDRNOTAVAIL; connect_phase=immediate; remote_address=10.0.0.1:80",
            "EADDRNOTAVAIL",
            "the address that was dialled"),
        row(
            "immediate connect error: Can't assign requested address",
            "EV306",
            "errno=EADDRNOTAVAIL",
            "EADDRNOTAVAIL"));
  }

  @TestFactory
  Stream<DynamicTest> quicAndTheGrid() {
    String earlier = "(with earlier attempt failure reason 2, TCP: delayed connect error: 111)";
    return tests(
        row(
            "QUIC_NO_ERROR|FROM_PEER|Closed by application",
            "EV418",
            "quic_error=QUIC_NO_ERROR; quic_source=FROM_PEER",
            "closed or reset by the other side"),
        row(
            "QUIC_NETWORK_IDLE_TIMEOUT|FROM_SELF|No recent network activity",
            "EV418",
            "quic_error=QUIC_NETWORK_IDLE_TIMEOUT; quic_source=FROM_SELF",
            "closed or reset by Envoy"),
        row(
            "QUIC_NETWORK_IDLE_TIMEOUT with details: No recent network activity " + earlier,
            "EV355",
            "transport_kind=http3_grid; quic_error=QUIC_NETWORK_IDLE_TIMEOUT",
            "remote connection failure",
            "the attempt before was over this protocol",
            "ECONNREFUSED"));
  }

  @TestFactory
  Stream<DynamicTest> detailsOfFilters() {
    return tests(
        row(
            "rbac_access_denied_matched_policy[ns[shop]-policy[deny-all]-rule[2]]",
            "EV722",
            "details_name=rbac_access_denied_matched_policy",
            "policy that matched: namespace shop, name deny-all, rule 2"),
        row("rbac_access_denied_matched_policy[none]", "EV721", "", "no policy matched"),
        row("jwt_authn_access_denied{Jwt_is_expired}", "EV732", "", "what the check of the token"),
        row(
            "ext_proc_error_gRPC_error_14{upstream_connect_error}",
            "EV751",
            "details_name=ext_proc_error_gRPC_error",
            "gRPC status 14, UNAVAILABLE",
            "message of that gRPC status"),
        row(
            "grpc_json_transcode_failure{INVALID_ARGUMENT}",
            "EV785",
            "",
            "gRPC status 3, INVALID_ARGUMENT"),
        row("dns_resolution_failure{NXDOMAIN}", "EV540", "", "what the resolver said"),
        row(
            "request_headers_failed_strict_check{x-envoy-max-retries}",
            "EV550",
            "",
            "the header whose value is not valid"),
        row(
            "overload_error:Aborting_Server_Dispatch",
            "EV821",
            "",
            "where the overload manager sheds load"));
  }

  /**
   * A local reply to gRPC is HTTP 200: the status goes to grpc-status, the body to grpc-message.
   */
  @TestFactory
  Stream<DynamicTest> grpcStatusBothWays() {
    return tests(
        row(
            "grpc-status: 14\ngrpc-message: " + BODY.replace(" ", "%20") + "overflow",
            "EV801",
            "reset_reason=overflow",
            "gRPC status 14, UNAVAILABLE; if Envoy itself answered, for 429, 502, 503 or 504",
            "body of Envoy's own reply"),
        row(
            "HTTP/2 200\ncontent-type: application/grpc\ngrpc-status: 14\ngrpc-message: no%20healthy%20upstream",
            "EV525", "reply_body=no healthy upstream", "body of Envoy's own reply"),
        row(
            "grpc-status: 7",
            "EV904",
            "grpc_status=7",
            "gRPC status 7, PERMISSION_DENIED; if Envoy itself answered, for 403"),
        row("grpc-status: 2", "EV904", "grpc_status=2", "gRPC status 2, UNKNOWN"));
  }

  /** Without details the length of the body tells which of Envoy's bodies it was. */
  @TestFactory
  Stream<DynamicTest> lengthsOfBodies() {
    return tests(
        row(
            line(503, "upstream connect error or disconnect/reset before headers".length()),
            "EV400",
            "",
            "as long as the body `upstream connect error"),
        row(
            line(503, (BODY + "connection termination").length()),
            "EV410",
            "body_fingerprint=" + BODY + "connection termination",
            "as long as the body `" + BODY + "connection termination`"),
        row(line(503, "no healthy upstream".length()), "EV520", "", "`no healthy upstream`"),
        row(
            line(504, "upstream request timeout".length()),
            "EV600",
            "",
            "`upstream request timeout`"),
        row(line(401, "Jwt is missing".length()), "EV731", "", "`Jwt is missing`"));
  }

  /** The wording alone tells which releases can have written a text. */
  @TestFactory
  Stream<DynamicTest> releases() {
    return tests(
        row("delayed connect error: 111", "EV301", "wording_release=1.22..1.30"),
        row("delayed connect error: Connection refused", "EV301", "wording_release=1.31..1.39-dev"),
        row(
            "upstream_reset_before_response_started{connection_failure,delayed_connect_error:_111}",
            "EV301",
            "wording_release=1.22..1.30"),
        row("upstream_response_timeout", "EV601", "wording_release=1.22..1.22"),
        row(BODY + "connection failure", "EV300", "wording_release=1.22..1.26"),
        row(BODY + "remote connection failure", "EV300", "wording_release=1.27..1.39-dev"),
        row("downstream_header_timeout", "EV960", "message=stream_info.downstream_header_timeout"));
  }

  private static String line(int status, int bytes) {
    return "[2026-03-04T09:00:00.000Z] \"GET /a HTTP/1.1\" "
        + status
        + " - 0 "
        + bytes
        + " 12 - \"-\" \"curl/8\" \"-\" \"a.example\" \"-\"";
  }

  private static Stream<DynamicTest> tests(Row... rows) {
    return Stream.of(rows).map(row -> DynamicTest.dynamicTest(row.text(), () -> holds(row)));
  }

  private static void holds(Row row) {
    Finding main = EXPLAINER.explain(row.text(), Facts.NONE).main();
    assertThat(main.diagnosis()).as(row.text()).isNotNull();
    assertThat(main.diagnosis().code()).as(row.text()).isEqualTo(row.code());
    for (String fact : row.facts()) {
      int sign = fact.indexOf('=');
      assertThat(main.facts().all(fact.substring(0, sign)))
          .as(fact)
          .contains(fact.substring(sign + 1));
    }
    String labels = String.join("\n", main.labels().stream().map(Label::text).toList());
    row.labels().forEach(label -> assertThat(labels).contains(label));
  }
}
