package dev.whyvoy.core.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class AccessRecordTest extends LineTest {
  static List<LogFormat> textFormats() {
    return KnownFormats.get().all().stream()
        .filter(format -> format.kind() == LogFormat.Kind.TEXT && !format.format().isEmpty())
        .toList();
  }

  @ParameterizedTest
  @MethodSource("textFormats")
  void linesOfEveryKnownTextFormat(LogFormat format) {
    StringBuilder line = new StringBuilder();
    for (FormatPart part : FormatStrings.parts(format.format())) {
      if (part instanceof FormatPart.Literal literal) {
        line.append(literal.text());
      } else if (part instanceof FormatPart.Command command) {
        Field field = Field.ofCommand(command.name(), command.main(), command.alternative());
        line.append(field == null ? "-" : value(field.type()));
      }
    }
    AccessRecord record = access(line.toString().strip());
    for (FormatPart part : FormatStrings.parts(format.format())) {
      if (part instanceof FormatPart.Command command) {
        Field field = Field.ofCommand(command.name(), command.main(), command.alternative());
        if (field != null) {
          assertThat(record.text(field)).as("%s in %s", field, line).isEqualTo(value(field.type()));
        }
      }
    }
  }

  private static String value(FieldType type) {
    return switch (type) {
      case TIME -> "2024-05-01T10:00:00.123Z";
      case INTEGER -> "17";
      case CODE -> "503";
      case FLAGS -> "UF,URX";
      case PROTOCOL -> "HTTP/1.1";
      case METHOD -> "GET";
      case DETAILS -> "via_upstream";
      case TERMINATION -> "rbac_access_denied_matched_policy[none]";
      case ADDRESS -> "[2001:db8::7]:8080";
      case ADDRESSES -> "203.0.113.9";
      case HOST -> "shop.example";
      case ID -> "0a1b2c3d";
      case NAME -> "name";
      case FREE -> "/free";
    };
  }

  @Test
  void istioText() {
    AccessRecord record = access(LogLines.ISTIO);

    assertThat(record.time()).isEqualTo(Instant.parse("2024-05-01T10:00:00.123Z").toEpochMilli());
    says(record, Field.METHOD, "GET");
    says(record, Field.PATH, "/items?q=1");
    says(record, Field.RESPONSE_CODE, "503");
    says(record, Field.RESPONSE_FLAGS, "UF,URX");
    says(
        record,
        Field.RESPONSE_CODE_DETAILS,
        "upstream_reset_before_response_started{connection_failure}");
    says(record, Field.UPSTREAM_TRANSPORT_FAILURE_REASON, "delayed_connect_error:_111");
    says(record, Field.UPSTREAM_CLUSTER, "outbound|80||shop.demo.svc.cluster.local");
    says(record, Field.DOWNSTREAM_REMOTE_ADDRESS, "203.0.113.9:50000");
    says(record, Field.ROUTE_NAME, "default");
    assertThat(record.number(Field.BYTES_RECEIVED, -1)).isEqualTo(12);
    assertThat(record.number(Field.DURATION, -1)).isEqualTo(34);
    assertThat(record.number(Field.UPSTREAM_SERVICE_TIME, -1)).isEqualTo(-1);
    assertThat(record.lacks(Field.UPSTREAM_SERVICE_TIME)).isTrue();
    assertThat(record.lacks(Field.REQUESTED_SERVER_NAME)).isTrue();
    assertThat(record.lacks(Field.CONNECTION_TERMINATION_DETAILS)).isTrue();
    assertThat(record.ambiguous()).isFalse();
  }

  @Test
  void olderIstioText() {
    AccessRecord record = access(LogLines.ISTIO_1_8);
    says(record, Field.UPSTREAM_TRANSPORT_FAILURE_REASON, "delayed_connect_error:_111");
    says(record, Field.DURATION, "34");
    assertThat(record.has(Field.RESPONSE_CODE_DETAILS)).isFalse();
  }

  @Test
  void json() {
    AccessRecord record = access(LogLines.JSON);
    says(record, Field.RESPONSE_CODE, "504");
    says(record, Field.UPSTREAM_HOST, "[2001:db8::7]:8080");
    says(record, Field.DURATION, "15000");
    assertThat(record.lacks(Field.UPSTREAM_SERVICE_TIME)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"503\"", "503", " 503 "})
  void jsonNumbersMayBeStrings(String code) {
    AccessRecord record = access(LogLines.JSON.replace(":504,", ":" + code + ","));
    assertThat(record.number(Field.RESPONSE_CODE, -1)).isEqualTo(503);
  }

  @Test
  void jsonEscapesAreUndone() {
    AccessRecord record = access(LogLines.JSON.replace("\"/j\"", "\"/a\\u003cb\\\"c\\\\\""));
    says(record, Field.PATH, "/a<b\"c\\");
  }

  @Test
  void tcpHasNoRequest() {
    AccessRecord record = access(LogLines.TCP);
    assertThat(record.has(Field.METHOD)).isFalse();
    assertThat(record.has(Field.PATH)).isFalse();
    assertThat(record.number(Field.RESPONSE_CODE, -1)).isZero();
    says(record, Field.RESPONSE_FLAGS, "UF");
    says(record, Field.UPSTREAM_HOST, "192.0.2.9:5432");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a \"quoted\" agent",
        "x\" y",
        "\\",
        "two  blanks",
        "comma, (paren; [x])",
        "50% | more"
      })
  void agentsAreNotEscaped(String agent) {
    AccessRecord record = access(LogLines.ISTIO.replace("curl/8.5.0", agent));
    says(record, Field.USER_AGENT, agent);
    says(record, Field.X_FORWARDED_FOR, "203.0.113.9");
    says(record, Field.AUTHORITY, "shop.example");
    says(record, Field.ROUTE_NAME, "default");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/a\"b", "/a b", "/a|b%20", "/a\\", "/?x=\" HTTP/1.1"})
  void pathsAreNotEscaped(String path) {
    AccessRecord record = access(LogLines.ISTIO.replace("/items?q=1", path));
    says(record, Field.PATH, path);
    says(record, Field.RESPONSE_CODE, "503");
    says(record, Field.USER_AGENT, "curl/8.5.0");
  }

  @Test
  void terminationDetailsMayHoldBlanks() {
    AccessRecord record =
        access(
            LogLines.ISTIO.replace(
                "connection_failure} -",
                "connection_failure} transport socket timeout was reached"));
    says(
        record,
        Field.RESPONSE_CODE_DETAILS,
        "upstream_reset_before_response_started{connection_failure}");
    says(record, Field.CONNECTION_TERMINATION_DETAILS, "transport socket timeout was reached");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[2001:db8::1]:80",
        "[::ffff:192.0.2.1]:80",
        "/var/run/x.sock",
        "@name",
        "envoy://internal/1",
        "tcp://192.0.2.1:80"
      })
  void addresses(String address) {
    AccessRecord record =
        access(
            LogLines.ISTIO.replace("192.0.2.7:8080", address).replace("198.51.100.4:80", address));
    says(record, Field.UPSTREAM_HOST, address);
    says(record, Field.DOWNSTREAM_LOCAL_ADDRESS, address);
    says(record, Field.DOWNSTREAM_REMOTE_ADDRESS, "203.0.113.9:50000");
  }

  @ParameterizedTest
  @ValueSource(strings = {"outbound|80||shop.demo.svc.cluster.local;", "inbound|8080||"})
  void clusters(String cluster) {
    AccessRecord record =
        access(LogLines.ISTIO.replace("outbound|80||shop.demo.svc.cluster.local", cluster));
    says(record, Field.UPSTREAM_CLUSTER, cluster);
  }

  @Test
  void badRequestsHaveNoMethod() {
    AccessRecord record =
        access(LogLines.ENVOY.replace("POST /cart HTTP/2\" 200 -", "- - HTTP/1.1\" 400 DPE"));
    says(record, Field.PROTOCOL, "HTTP/1.1");
    says(record, Field.RESPONSE_FLAGS, "DPE");
    assertThat(record.has(Field.METHOD)).isFalse();
  }

  @Test
  void bytesThatAreNoText() {
    String line = LogLines.ISTIO.replace("curl/8.5.0", "caf\u00e9 \u00ff");
    byte[] bytes = line.getBytes(StandardCharsets.ISO_8859_1);
    LineKind kind = reader.read(LogLines.padded(bytes), 0, bytes.length);

    assertThat(kind).isEqualTo(LineKind.ACCESS);
    says(reader.record(), Field.USER_AGENT, "caf\ufffd \ufffd");
    says(reader.record(), Field.ROUTE_NAME, "default");
  }

  @Test
  void otherLines() {
    assertThat(read(LogLines.APPLICATION)).isEqualTo(LineKind.APPLICATION_LOG);
    assertThat(read("2024-05-01T10:00:00.000000Z\tinfo\tready"))
        .isEqualTo(LineKind.APPLICATION_LOG);
    assertThat(read("")).isEqualTo(LineKind.BLANK);
    assertThat(read("\r")).isEqualTo(LineKind.BLANK);
    assertThat(read(" \t ")).isEqualTo(LineKind.BLANK);
    assertThat(read(LogLines.ISTIO.substring(0, 150))).isEqualTo(LineKind.CUT_OFF);
    assertThat(read(LogLines.JSON.substring(0, 150))).isEqualTo(LineKind.CUT_OFF);
    assertThat(read("{\"a\":1}")).isEqualTo(LineKind.OTHER_JSON);
    assertThat(read("{\"a\":}")).isEqualTo(LineKind.BROKEN_JSON);
    assertThat(read("just some words")).isEqualTo(LineKind.OTHER_TEXT);
  }

  @Test
  void cri() {
    says(
        inner("2024-05-01T10:00:05.000000001Z stdout F " + LogLines.ISTIO), Field.STREAM, "stdout");
    assertThat(reader.partial()).isFalse();
    read("2024-05-01T10:00:05.000000001Z stdout P " + LogLines.ISTIO.substring(0, 100));
    assertThat(reader.partial()).isTrue();
  }

  @Test
  void docker() {
    String escaped = LogLines.ISTIO.replace("\"", "\\\"");
    AccessRecord record =
        inner(
            "{\"log\":\""
                + escaped
                + "\\n\",\"stream\":\"stdout\",\"time\":\"2024-05-01T10:00:05.1Z\"}");
    says(record, Field.STREAM, "stdout");
    says(record, Field.LOG_TIME, "2024-05-01T10:00:05.1Z");
  }

  @Test
  void jsonInsideDocker() {
    String escaped = LogLines.JSON.replace("\"", "\\\"");
    AccessRecord record = access("{\"log\":\"" + escaped + "\\n\",\"stream\":\"stderr\"}");
    says(record, Field.RESPONSE_FLAGS, "UT");
    says(record, Field.STREAM, "stderr");
  }

  @Test
  void kubectlPrefix() {
    AccessRecord record = inner("[pod/shop-7d9/istio-proxy] " + LogLines.ISTIO);
    says(record, Field.POD, "shop-7d9");
    says(record, Field.CONTAINER, "istio-proxy");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\ufeff", "  ", "shop-7d9 istio-proxy ", "web-1  | ", "> "})
  void otherPrefixes(String prefix) {
    inner(prefix + LogLines.ISTIO);
  }

  @Test
  void carriageReturnsAndColoursAreNoPartOfALine() {
    inner(LogLines.ISTIO + "\r");
    inner("\u001b[32mshop-7d9\u001b[0m istio-proxy " + LogLines.ISTIO);
  }

  @Test
  void oneLineLeavesNothingForTheNext() {
    access(LogLines.ISTIO);
    AccessRecord record = access(LogLines.TCP);
    assertThat(record.fields()).isEqualTo(fresh(LogLines.TCP));
  }

  private static java.util.Map<Field, String> fresh(String line) {
    LineReader other = new LineReader();
    byte[] bytes = Bytes.padded(line);
    other.read(bytes, 0, bytes.length - Bytes.PADDING);
    return other.record().fields();
  }

  /** Reads a wrapped {@link LogLines#ISTIO}; what is inside has to be whole. */
  private AccessRecord inner(String line) {
    AccessRecord record = access(line);
    assertThat(record.fields()).containsAllEntriesOf(fresh(LogLines.ISTIO));
    return record;
  }
}
