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

/** What a naive reader of access logs gets wrong, by number. */
class AccessLogTrapsTest {
  private LineReader reader = new LineReader();

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

  @ParameterizedTest
  @ValueSource(strings = {"\"503\"", "503", "503.0"})
  void trap21Types(String code) {
    says(access(JSON.replace(":504", ":" + code)), Field.RESPONSE_CODE, "503");
  }

  @ParameterizedTest
  @ValueSource(strings = {"null", "\"-\"", "\"\""})
  void trap21And23NothingInManyForms(String nothing) {
    AccessRecord record = access(JSON.replace("\"response_timeout\"", nothing));
    assertThat(record.has(Field.RESPONSE_CODE_DETAILS)).isFalse();
    says(record, Field.RESPONSE_CODE, "504");
  }

  @Test
  void trap22SeveralCommandsInOneValue() {
    reader =
        LineReader.of(List.of("{\"req\":\"%REQ(:METHOD)% %PROTOCOL%\",\"c\":\"%RESPONSE_CODE%\"}"));
    AccessRecord record = access("{\"req\":\"GET -\",\"c\":503}");
    says(record, Field.RESPONSE_CODE, "503");
    assertThat(record.has(Field.METHOD)).isFalse();
  }

  @Test
  void trap24AnyOrderAndKeysTwice() {
    AccessRecord record =
        access("{\"response_flags\":\"UF\",\"response_code\":503,\"response_flags\":\"UT\"}");
    says(record, Field.RESPONSE_FLAGS, "UF");
  }

  @Test
  void trap25Nesting() {
    AccessRecord record =
        access(
            "{\"http\":{\"request\":{\"method\":\"GET\"},\"list\":[1,{\"response_code\":1}]},"
                + "\"meta\":{\"a\":\"{\\\"response_code\\\":2}\"},\"response_code\":503}");
    says(record, Field.RESPONSE_CODE, "503");
    says(record, Field.METHOD, "GET");
  }

  @Test
  void trap26Precision() {
    AccessRecord record = access(JSON.replace("\"bytes_sent\":24", "\"bytes_sent\":1.5e+21"));
    assertThat(record.number(Field.BYTES_SENT, -1)).isEqualTo(-1);
    says(record, Field.DURATION, "15000");
  }

  @Test
  void trap27EscapesOfSingleBytes() {
    says(
        access(JSON.replace("\"/j\"", "\"/a\\u0022b\\u005cc\\u00e9\"")),
        Field.PATH,
        "/a\"b\\c\u00e9");
  }

  @Test
  void trap28TextThatLooksLikeJson() {
    LogFormat format = KnownFormats.get().find("envoy-gateway-jsontext-0.6").orElseThrow();
    String line =
        format
            .format()
            .strip()
            .replace("%REQ(USER-AGENT)%", "a\"b\\c")
            .replace("%RESPONSE_CODE%", "503")
            .replace("%RESPONSE_FLAGS%", "UF")
            .replace("%START_TIME%", "2024-05-01T10:00:00.000Z")
            .replaceAll("%(DURATION|BYTES_[A-Z]+)%", "12")
            .replace("%PROTOCOL%", "HTTP/1.1")
            .replaceAll("%[^%]+%", "-");
    AccessRecord record = access(line);
    says(record, Field.USER_AGENT, "a\"b\\c");
    says(record, Field.RESPONSE_FLAGS, "UF");
  }

  @ParameterizedTest
  @CsvSource({
    "authority,:authority,AUTHORITY",
    "authority,host,AUTHORITY",
    "path,x-envoy-origin-path,PATH",
    "path,x-envoy-original-path,PATH",
    "upstream_service_time,x-envoy-upstream-service-time,UPSTREAM_SERVICE_TIME",
    "response_code,statusCode,RESPONSE_CODE",
    "duration,duration_ms,DURATION"
  })
  void trap29Keys(String key, String other, Field field) {
    String value =
        field == Field.PATH ? "\"/j\"" : field == Field.AUTHORITY ? "\"shop.example\"" : "7";
    String line =
        JSON.replaceAll("\"" + key + "\":[^,]+,", "")
            .replace("{", "{\"" + other + "\":" + value + ",");
    assertThat(access(line).text(field)).isEqualTo(value.replace("\"", ""));
  }

  @Test
  void trap29ValuesWhoseKeysSayNothing() {
    AccessRecord record =
        access(
            "{\"a\":\"GET\",\"b\":\"HTTP/1.1\",\"x_status\":503,\"c\":\"no_healthy_upstream\","
                + "\"d\":\"outbound|80||a.b\",\"t\":\"2024-05-01T10:00:00Z\",\"my_flags\":\"UH\"}");
    says(record, Field.RESPONSE_CODE, "503");
    says(record, Field.RESPONSE_CODE_DETAILS, "no_healthy_upstream");
    says(record, Field.UPSTREAM_CLUSTER, "outbound|80||a.b");
    says(record, Field.RESPONSE_FLAGS, "UH");
    assertThat(read("{\"a\":\"GET\",\"b\":\"HTTP/1.1\",\"n\":3}")).isEqualTo(LineKind.OTHER_JSON);
  }

  @Test
  void trap30AccessLogServiceLeavesOutDefaults() {
    AccessRecord record =
        access(
            "{\"commonProperties\":{\"startTime\":\"2024-05-01T10:00:00Z\",\"responseFlags\":"
                + "{\"unauthorizedDetails\":{\"reason\":\"EXTERNAL_SERVICE\"}},"
                + "\"timeToLastDownstreamTxByte\":\"0.123s\"},\"response\":{\"responseCode\":403,"
                + "\"responseBodyBytes\":\"17\"}}");
    says(record, Field.RESPONSE_FLAGS, "UAEX");
    says(record, Field.DURATION, "123");
    says(record, Field.BYTES_SENT, "17");
  }

  @Test
  void trap31AttributesAreStrings() {
    AccessRecord record =
        access("{\"timeUnixNano\":\"1714557600123456789\",\"response_code\":\"503\"}");
    assertThat(record.time()).isEqualTo(1714557600123L);
  }

  @Test
  void trap32And33APartOfARecordIsToldFromOtherText() {
    assertThat(read(ISTIO.substring(0, 160))).isEqualTo(LineKind.CUT_OFF);
    assertThat(read(JSON.substring(0, 160))).isEqualTo(LineKind.CUT_OFF);
  }

  @Test
  void trap34HeaderDumpsAreComponentLog() {
    assertThat(read(LogLines.APPLICATION)).isEqualTo(LineKind.APPLICATION_LOG);
    assertThat(read("':authority', 'shop.example'")).isEqualTo(LineKind.APPLICATION_LOG);
    says(access(ISTIO), Field.ROUTE_NAME, "default");
  }

  @Test
  void trap35DoubleEscaping() {
    String once = JSON.replace("\"", "\\\"");
    String twice = once.replace("\\", "\\\\").replace("\"", "\\\"");
    says(access("{\"log\":\"" + once + "\"}"), Field.RESPONSE_FLAGS, "UT");
    says(access("{\"log\":\"{\\\"log\\\":\\\"" + twice + "\\\"}\"}"), Field.RESPONSE_FLAGS, "UT");
    says(access("\ufeff" + ISTIO + "\r"), Field.RESPONSE_FLAGS, "UF,URX");
  }

  @ParameterizedTest
  @ValueSource(strings = {"x.x.x.x:8080", "<redacted>", "***", "...", "REDACTED"})
  void trap36Anonymised(String host) {
    AccessRecord record = access(ISTIO.replace("192.0.2.7:8080", host));
    says(record, Field.UPSTREAM_HOST, host);
    says(record, Field.RESPONSE_FLAGS, "UF,URX");
  }

  @Test
  void trap36NumbersReplacedByLetters() {
    AccessRecord record = access(ISTIO.replace(" 12 95 34 - ", " 12 95 XX - "));
    says(record, Field.RESPONSE_FLAGS, "UF,URX");
  }

  @Test
  void trap41BodiesMayBeReplacedFlagsAndDetailsStay() {
    AccessRecord record =
        access(JSON.replace("{", "{\"local_reply_body\":\"{\\\"error\\\":\\\"sorry\\\"}\","));
    says(record, Field.RESPONSE_FLAGS, "UT");
    says(record, Field.RESPONSE_CODE_DETAILS, "response_timeout");
    says(record, Field.LOCAL_REPLY_BODY, "{\"error\":\"sorry\"}");
  }

  private AccessRecord access(String line) {
    assertThat(read(line)).as(line).isEqualTo(LineKind.ACCESS);
    return reader.record();
  }

  private LineKind read(String line) {
    byte[] bytes = Bytes.padded(line);
    return reader.read(bytes, 0, bytes.length - Bytes.PADDING);
  }

  private static void says(AccessRecord record, Field field, String text) {
    assertThat(record.text(field)).as(field.key()).isEqualTo(text);
  }
}
