package dev.whyvoy.core.config;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.whyvoy.core.fact.Facts;
import java.io.ByteArrayInputStream;
import java.io.IOException;

/** What holds for any bytes that are given as a proxy's configuration. */
class ConfigFuzzTest {
  private static final Facts FAILURE =
      Facts.builder()
          .set("upstream_cluster", "outbound|80||orders.shop.svc.cluster.local")
          .set("upstream_host", "192.0.2.3:8080")
          .set("route_name", "r1")
          .set("duration_ms", 251)
          .build();

  @FuzzTest
  void config(byte[] bytes) throws IOException {
    ProxyConfig config = new ProxyConfig();
    try {
      config.add(new ByteArrayInputStream(bytes));
    } catch (UnreadableConfig e) {
      assertThat(e.getMessage()).isNotBlank().hasLineCount(1);
    }
    assertThat(config.with(FAILURE).get("duration_ms")).hasValue("251");
  }
}
