package dev.whyvoy.core.record;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeyValueLineTest extends LineTest {
  @Test
  void logfmt() {
    AccessRecord record =
        access(
            "time=\"2024-05-01T10:00:00Z\" level=info msg=\"access\" method=GET path=\"/a \\\"b\\\"\""
                + " status=503 response_flags=UF upstream_cluster=orders duration=1.5s");
    assertThat(record.fields())
        .containsEntry(Field.METHOD, "GET")
        .containsEntry(Field.PATH, "/a \"b\"")
        .containsEntry(Field.RESPONSE_CODE, "503")
        .containsEntry(Field.RESPONSE_FLAGS, "UF")
        .containsEntry(Field.UPSTREAM_CLUSTER, "orders")
        .containsEntry(Field.DURATION, "1500");
    assertThat(record.time()).isEqualTo(1714557600000L);
  }

  @Test
  void ztunnelThatFailed() {
    AccessRecord record =
        access(
            "2024-05-01T10:00:00.123456Z\terror\taccess\tconnection complete\tsrc.addr=192.0.2.1:1"
                + " src.workload=\"web\" src.namespace=\"shop\" dst.addr=192.0.2.2:15008 dst.hbone_addr=192.0.2.2:80"
                + " dst.service=\"orders\" direction=\"outbound\" bytes_sent=0 bytes_recv=0"
                + " duration=\"3ms\" error=\"io error: Connection refused (os error 111)\"");
    assertThat(record.fields())
        .containsEntry(Field.UPSTREAM_HOST, "192.0.2.2:80")
        .containsEntry(Field.UPSTREAM_CLUSTER, "orders")
        .containsEntry(Field.SOURCE_WORKLOAD, "shop/web")
        .containsEntry(Field.DESTINATION_WORKLOAD, "-")
        .containsEntry(Field.TUNNEL_DIRECTION, "outbound")
        .containsEntry(
            Field.UPSTREAM_TRANSPORT_FAILURE_REASON, "io error: Connection refused (os error 111)");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "level=info msg=hello a=1 b=2 c=3",
        "a=b",
        "see /x?a=1&b=2 c=3 d=4 e=5",
        "2024-05-01T10:00:00Z\tinfo\tads\tPUSH request for node:x resources:12 size:1kB a=1"
      })
  void otherPairsAreNoRecords(String line) {
    assertThat(read(line)).isNotEqualTo(LineKind.ACCESS);
  }

  @Test
  void aMessageOfOneWordIsNoLineAndDetailsAreToldByTheirLooks() {
    AccessRecord record =
        access(
            "ts=2026-03-04T10:00:00Z level=info msg=access code=200 flags=- details=via_upstream"
                + " cluster=a.b dur=7");
    assertThat(record.text(Field.RESPONSE_CODE)).isEqualTo("200");
    assertThat(record.text(Field.RESPONSE_CODE_DETAILS)).isEqualTo("via_upstream");
  }
}
