package dev.whyvoy.core.record;

import static dev.whyvoy.core.record.LogLines.JSON;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** JSON formats: what a naive reader gets wrong, by number of the trap. */
class JsonTrapsTest extends LineTest {
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
}
