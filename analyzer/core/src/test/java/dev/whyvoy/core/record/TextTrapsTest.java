package dev.whyvoy.core.record;

import static dev.whyvoy.core.record.LogLines.ENVOY;
import static dev.whyvoy.core.record.LogLines.ISTIO;
import static dev.whyvoy.core.record.LogLines.JSON;
import static dev.whyvoy.core.record.LogLines.TCP;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Text formats: what a naive reader gets wrong, by number of the trap. */
class TextTrapsTest extends LineTest {
  @ParameterizedTest
  @ValueSource(strings = {"a\" b\" c", "\"", "x\" \"y", "Mozilla/5.0 (X11; \"q\")", "a \\\" b"})
  void trap1NothingIsEscaped(String agent) {
    AccessRecord record = access(ISTIO.replace("curl/8.5.0", agent));
    says(record, Field.USER_AGENT, agent);
    says(record, Field.REQUEST_ID, "0a1b2c3d-0000-4000-8000-000000000001");
    says(record, Field.UPSTREAM_HOST, "192.0.2.7:8080");
  }

  @Test
  void trap1WhatCanBeReadSeveralWaysSaysSo() {
    reader = LineReader.of(List.of("%RESPONSE_CODE% \"%REQ(USER-AGENT)%\" \"%REQ(REFERER)%\""));
    assertThat(access("503 \"a\" \"b\"").ambiguous()).isFalse();
    assertThat(access("503 \"a\" \"b\" \"c\"").ambiguous()).isTrue();
  }

  @Test
  void trap2UnquotedFieldsWithBlanks() {
    AccessRecord record =
        access(
            ISTIO.replace(
                "upstream_reset_before_response_started{connection_failure} -",
                "lua script said no transport socket timeout was reached"));
    says(record, Field.CONNECTION_TERMINATION_DETAILS, "transport socket timeout was reached");
    says(record, Field.RESPONSE_CODE_DETAILS, "lua script said no");
    says(record, Field.BYTES_RECEIVED, "12");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "TLS_error:|268435581:SSL_routines:OPENSSL_internal:CERTIFICATE_VERIFY_FAILED",
        "TLS error: 268435703:SSL routines:OPENSSL_internal:WRONG_VERSION_NUMBER",
        "a|b{c}d:e,[f]",
        "say \"no\" twice"
      })
  void trap3FailureReasonsHoldAnything(String reason) {
    AccessRecord record = access(ISTIO.replace("delayed_connect_error:_111", reason));
    says(record, Field.UPSTREAM_TRANSPORT_FAILURE_REASON, reason);
    says(record, Field.BYTES_SENT, "95");
  }

  @Test
  void trap4ADashIsNothingAndZeroIsNoDash() {
    AccessRecord record = access(TCP);
    says(record, Field.RESPONSE_CODE, "0");
    assertThat(record.lacks(Field.METHOD)).isTrue();
    assertThat(access(JSON.replace("\"UT\"", "\"-\"")).lacks(Field.RESPONSE_FLAGS)).isTrue();
  }

  @Test
  void trap5EmptyValuesInsteadOfDashes() {
    AccessRecord record =
        access(ENVOY.replace(" 200 - 7", " 200  7").replace("\"203.0.113.9\"", "\"\""));
    says(record, Field.RESPONSE_CODE, "200");
    says(record, Field.BYTES_RECEIVED, "7");
    says(record, Field.AUTHORITY, "shop.example");
    assertThat(record.has(Field.X_FORWARDED_FOR)).isFalse();
  }

  @Test
  void trap6RecordsWithoutALineEndAreNotOneRecord() {
    assertThat(access(TCP + TCP).ambiguous()).isTrue();
    assertThat(read(JSON + JSON)).isEqualTo(LineKind.BROKEN_JSON);
  }

  @Test
  void trap7ALineBrokenInAValueIsNotTakenForAWholeOne() {
    int at = ISTIO.indexOf("curl/");
    assertThat(read(ISTIO.substring(0, at))).isEqualTo(LineKind.CUT_OFF);
    assertThat(read(ISTIO.substring(at))).isEqualTo(LineKind.OTHER_TEXT);
  }

  @Test
  void trap8BytesThatAreNoTextAndColours() {
    byte[] line = ISTIO.replace("curl", "\u00ff\u00fe").getBytes(StandardCharsets.ISO_8859_1);
    assertThat(reader.read(LogLines.padded(line), 0, line.length)).isEqualTo(LineKind.ACCESS);
    says(reader.record(), Field.ROUTE_NAME, "default");
    says(access("\u001b[1;32m" + ISTIO + "\u001b[0m"), Field.ROUTE_NAME, "default");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          2024-05-01T10:00:00.123Z       | 2024-05-01T10:00:00.123Z
          2024-05-01T12:00:00.123+0200   | 2024-05-01T10:00:00.123Z
          2024-05-01T10:00:00            | 2024-05-01T10:00:00Z
          2024-05-01 10:00:00,5          | 2024-05-01T10:00:00.500Z
          1714557600                     | 2024-05-01T10:00:00Z
          1714557600.123                 | 2024-05-01T10:00:00.123Z
          1714557600123                  | 2024-05-01T10:00:00.123Z
          1714557600123456789            | 2024-05-01T10:00:00.123Z
          2024-05-01T10:00:00.123456789Z | 2024-05-01T10:00:00.123Z
          01/May/2024:10:00:00 +0000     | 2024-05-01T10:00:00Z
          01/May/2024:12:00:00 +0200     | 2024-05-01T10:00:00Z
          2024/05/01 10:00:00            | 2024-05-01T10:00:00Z
          2024/05/01T12:00:00+0200 17145 | 2024-05-01T10:00:00Z
          Wed, 01 May 2024 10:00:00 GMT  | 2024-05-01T10:00:00Z
          20240501T100000Z               | 2024-05-01T10:00:00Z
          """)
  void trap9Times(String text, String instant) {
    AccessRecord record = access(ENVOY.replace("2024-05-01T10:00:01.000Z", text));
    assertThat(record.time()).isEqualTo(java.time.Instant.parse(instant).toEpochMilli());
  }

  @Test
  void trap9ATimeWithBlanksAndWithoutBrackets() {
    reader = LineReader.of(List.of("%START_TIME(%d/%b/%Y %H:%M:%S)% %RESPONSE_CODE% %DURATION%"));
    AccessRecord record = access("01/May/2024 10:00:00 503 12");
    says(record, Field.START_TIME, "01/May/2024 10:00:00");
    says(record, Field.DURATION, "12");
  }

  @Test
  void trap10NumbersMayBeMissingNegativeOrForeign() {
    says(access(ISTIO.replace(" 95 34 - ", " 95 -1 - ")), Field.DURATION, "-1");
    says(access(ISTIO.replace(" 95 34 - ", " 95 34 7 ")), Field.UPSTREAM_SERVICE_TIME, "7");
    assertThat(access(ISTIO.replace(" 95 34 - ", " 95 - - ")).has(Field.DURATION)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1.2.3.4:80",
        "[2001:db8::1]:80",
        "[::ffff:10.0.0.1]:80",
        "/var/run/x.sock",
        "@name",
        "envoy://listener/endpoint",
        "tcp://10.0.2.1:80",
        "2001:db8::1",
        "10.0.0.0/24"
      })
  void trap11Addresses(String address) {
    AccessRecord record =
        access(ISTIO.replace("192.0.2.7:8080", address).replace("203.0.113.9:50000", address));
    says(record, Field.UPSTREAM_HOST, address);
    says(record, Field.DOWNSTREAM_REMOTE_ADDRESS, address);
    says(record, Field.ROUTE_NAME, "default");
  }

  @ParameterizedTest
  @ValueSource(strings = {"UF,URX", "URX,UF", "UF,XYZ", "CUSTOM", "-", "DC,UT,SI"})
  void trap12Flags(String flags) {
    AccessRecord record = access(ISTIO.replace("UF,URX", flags));
    assertThat(record.fields()).containsEntry(Field.RESPONSE_FLAGS, flags);
    says(record, Field.RESPONSE_CODE, "503");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          "- - -"                    | | |
          "- - HTTP/1.1"             | | | HTTP/1.1
          "GET - HTTP/1.0"           | GET | | HTTP/1.0
          "CONNECT - HTTP/2"         | CONNECT | | HTTP/2
          "CONNECT a.example:443 HTTP/1.1" | CONNECT | a.example:443 | HTTP/1.1
          """)
  void trap13RequestLines(String line, String method, String path, String protocol) {
    AccessRecord record = access(ENVOY.replace("\"POST /cart HTTP/2\"", line));
    says(record, Field.METHOD, method);
    says(record, Field.PATH, path);
    says(record, Field.PROTOCOL, protocol);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/a\"b", "/a\\b", "/a|b", "/a%20b", "/a b c", "/\" 200 - \""})
  void trap14Paths(String path) {
    says(access(ENVOY.replace("/cart", path)), Field.PATH, path);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "outbound|80||svc.ns.svc.cluster.local", "inbound|8080||", "outbound|80|v1|a.b;",
        "PassthroughCluster", "InboundPassthroughClusterIpv4", "BlackHoleCluster"
      })
  void trap15Clusters(String cluster) {
    AccessRecord record =
        access(ISTIO.replace("outbound|80||shop.demo.svc.cluster.local", cluster));
    says(record, Field.UPSTREAM_CLUSTER, cluster);
  }

  @Test
  void trap16CertificateSubjects() {
    reader =
        LineReader.of(
            List.of(
                "%START_TIME% \"%DOWNSTREAM_PEER_SUBJECT%\" %DOWNSTREAM_PEER_CERT% %DURATION%"));
    AccessRecord record =
        access(
            "2024-05-01T10:00:00Z \"CN=a\\, b,O=\"x\" inc\" -----BEGIN%20CERTIFICATE-----%0A"
                + "A".repeat(4000)
                + " 12");
    says(record, Field.DOWNSTREAM_PEER_SUBJECT, "CN=a\\, b,O=\"x\" inc");
    says(record, Field.DURATION, "12");
  }

  @Test
  void trap17PercentSigns() {
    reader = LineReader.of(List.of("%RESPONSE_CODE% 100%% %CEL(f(request.path) > 1)% %DURATION%"));
    says(access("503 100% true 12"), Field.DURATION, "12");
  }

  @Test
  void trap18MarkersAreLiteralsInTheLine() {
    reader = LineReader.of(List.of("[%START_TIME%] %KUMA_MESH% %RESPONSE_CODE% %DURATION%"));
    says(access("[2024-05-01T10:00:00Z] default 503 12"), Field.RESPONSE_CODE, "503");
  }

  @Test
  void trap19TheTypeOfARecordIsKept() {
    AccessRecord record = access(JSON.replace("{", "{\"access_log_type\":\"DownstreamStart\","));
    says(record, Field.ACCESS_LOG_TYPE, "DownstreamStart");
  }

  @Test
  void trap20ListenersSayNoRouteWithoutARequest() {
    AccessRecord record = access(TCP.replace(" UF ", " NR "));
    says(record, Field.RESPONSE_FLAGS, "NR");
    assertThat(record.lacks(Field.PROTOCOL)).isTrue();
  }
}
