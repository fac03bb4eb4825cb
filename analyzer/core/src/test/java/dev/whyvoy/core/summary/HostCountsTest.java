package dev.whyvoy.core.summary;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whyvoy.core.record.AccessRecord;
import dev.whyvoy.core.record.Bytes;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class HostCountsTest {
  private static void add(HostCounts hosts, String host, boolean failed, long time) {
    byte[] bytes = Bytes.padded(host);
    int end = bytes.length - Bytes.PADDING;
    hosts.add(Tally.hash(bytes, 0, end), bytes, 0, end, failed, time);
  }

  private static byte[] bytes(HostCounts hosts) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    hosts.write(new DataOutputStream(bytes));
    return bytes.toByteArray();
  }

  @Test
  void aHostKnowsWhenItsFailuresWere() {
    HostCounts hosts = new HostCounts(8);
    add(hosts, "a:80", false, 1_000);
    add(hosts, "a:80", true, 61_500);
    add(hosts, "a:80", true, 61_900);
    add(hosts, "b:80", false, 2_000);
    add(hosts, "c:80", true, AccessRecord.NO_TIME);
    HostCounts.Count a = hosts.counts().get("a:80");
    assertThat(a.records()).isEqualTo(3);
    assertThat(a.failures()).isEqualTo(2);
    assertThat(a.course().orElseThrow().counts()).containsOnlyKeys(61_000L).containsValue(2L);
    assertThat(hosts.counts().get("b:80").course()).isEmpty();
    assertThat(hosts.counts().get("c:80").course()).isEmpty();
  }

  @Test
  void partsGiveTheSameInAnyOrder() throws IOException {
    HostCounts all = new HostCounts(64);
    HostCounts even = new HostCounts(64);
    HostCounts odd = new HostCounts(64);
    for (int i = 0; i < 5_000; i++) {
      String host = "host-" + i % 37;
      boolean failed = i % 3 == 0;
      add(all, host, failed, i * 977L);
      add(i % 2 == 0 ? even : odd, host, failed, i * 977L);
    }
    HostCounts oneWay = HostCounts.read(in(even), 64);
    oneWay.merge(odd);
    odd.merge(even);
    assertThat(bytes(oneWay)).isEqualTo(bytes(all));
    assertThat(bytes(odd)).isEqualTo(bytes(all));
  }

  private static DataInputStream in(HostCounts hosts) throws IOException {
    return new DataInputStream(new ByteArrayInputStream(bytes(hosts)));
  }
}
