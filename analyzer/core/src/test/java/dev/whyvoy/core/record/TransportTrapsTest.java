package dev.whyvoy.core.record;

import static dev.whyvoy.core.record.LogLines.ISTIO;
import static dev.whyvoy.core.record.LogLines.JSON;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What happens to lines on their way: what a naive reader gets wrong, by number of the trap. */
class TransportTrapsTest extends LineTest {
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
}
