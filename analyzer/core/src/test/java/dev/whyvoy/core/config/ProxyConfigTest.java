package dev.whyvoy.core.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.whyvoy.core.fact.Facts;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProxyConfigTest {
  private static final String CLUSTER = "outbound|80||orders.shop.svc.cluster.local";

  private static final String DUMP =
      """
      {"configs":[
       {"@type":"type.googleapis.com/envoy.admin.v3.ClustersConfigDump","dynamic_active_clusters":[
        {"cluster":{"name":"outbound|80||orders.shop.svc.cluster.local","connect_timeout":"0.250s",
          "circuit_breakers":{"thresholds":[{"priority":"HIGH","max_connections":1},
            {"max_connections":10,"max_pending_requests":5}]},
          "transport_socket":{"name":"tls"},"outlier_detection":{},
          "typed_extension_protocol_options":{"x":{"common_http_protocol_options":
            {"idle_timeout":"90s"},"explicit_http_config":{"http2_protocol_options":{}}}}}}]},
       {"@type":"type.googleapis.com/envoy.admin.v3.ListenersConfigDump","dynamic_listeners":[
        {"active_state":{"listener":{"filter_chains":[{"filters":[{"typed_config":
          {"stream_idle_timeout":"4s"}}]}]}}}]},
       {"@type":"type.googleapis.com/envoy.admin.v3.RoutesConfigDump","dynamic_route_configs":[
        {"route_config":{"virtual_hosts":[{"routes":[{"name":"r1","route":
          {"cluster":"outbound|80||orders.shop.svc.cluster.local","timeout":"3s",
           "retry_policy":{"num_retries":2,"per_try_timeout":"1s"}}}]}]}}]}]}
      """;

  private static ProxyConfig read(String... texts) throws IOException, UnreadableConfig {
    ProxyConfig config = new ProxyConfig();
    for (String text : texts) {
      config.add(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }
    return config;
  }

  private static Facts failure(long duration) {
    return Facts.builder()
        .set("upstream_cluster", CLUSTER)
        .set("upstream_host", "10.1.2.3:8080")
        .set("duration_ms", duration)
        .build();
  }

  @Test
  void aDumpTellsTheTimersOfClusterAndRoute() throws Exception {
    Facts facts = read(DUMP).with(failure(251));
    assertThat(facts.number("config_connect_timeout_ms")).hasValue(250);
    assertThat(facts.get("config_connect_timeout_hit")).hasValue("true");
    assertThat(facts.number("config_route_timeout_ms")).hasValue(3000);
    assertThat(facts.get("config_route_timeout_hit")).hasValue("false");
    assertThat(facts.number("config_try_timeout_ms")).hasValue(1000);
    assertThat(facts.number("config_retries")).hasValue(2);
    assertThat(facts.number("config_stream_idle_timeout_ms")).hasValue(4000);
    assertThat(facts.number("config_max_connections")).hasValue(10);
    assertThat(facts.number("config_idle_timeout_ms")).hasValue(90_000);
    assertThat(facts.get("config_upstream_tls")).hasValue("true");
    assertThat(facts.get("config_upstream_http2")).hasValue("true");
    assertThat(facts.get("config_cluster")).hasValue("present");
    assertThat(read(DUMP).with(Facts.of("upstream_cluster", "x")).get("config_cluster"))
        .hasValue("missing");
  }

  @Test
  void hostsAndCountersAreOfTheCluster() throws Exception {
    Facts facts =
        read(
                CLUSTER
                    + "::default_priority::max_requests::7\n"
                    + CLUSTER
                    + "::10.1.2.3:8080::health_flags::/failed_outlier_check\n"
                    + CLUSTER
                    + "::10.1.2.4:8080::health_flags::healthy\n",
                "cluster."
                    + CLUSTER
                    + ";.upstream_rq_pending_overflow: 18\n"
                    + "cluster.other.upstream_rq_pending_overflow: 1\n"
                    + "server.uptime: 3\n")
            .with(failure(0));
    assertThat(facts.get("config_host_health")).hasValue("ejected");
    assertThat(facts.number("config_hosts")).hasValue(2);
    assertThat(facts.number("config_healthy_hosts")).hasValue(1);
    assertThat(facts.number("config_ejections_active")).hasValue(1);
    assertThat(facts.number("config_max_requests")).hasValue(7);
    assertThat(facts.number("config_pending_overflows")).hasValue(18);
  }

  @Test
  void meshResourcesAreFoundByService() throws Exception {
    Facts facts =
        read("""
                apiVersion: networking.istio.io/v1
                kind: DestinationRule
                metadata: {name: orders}
                spec:
                  host: orders
                  trafficPolicy:
                    connectionPool: {tcp: {connectTimeout: 1s, maxConnections: 3}}
                    tls: {mode: ISTIO_MUTUAL}
                ---
                apiVersion: networking.istio.io/v1
                kind: VirtualService
                spec:
                  http:
                    - timeout: 500ms
                      route: [{destination: {host: orders.shop.svc.cluster.local}}]
                """)
            .with(failure(503));
    assertThat(facts.number("config_connect_timeout_ms")).hasValue(1000);
    assertThat(facts.get("config_upstream_tls")).hasValue("true");
    assertThat(facts.get("config_route_timeout_hit")).hasValue("true");
  }

  @Test
  void aBootstrapFileIsRead() throws Exception {
    Facts facts =
        read("""
                static_resources:
                  clusters:
                    - name: outbound|80||orders.shop.svc.cluster.local
                      load_assignment: {endpoints: [{lb_endpoints: [{endpoint: {address:
                        {socket_address: {address: 10.1.2.3, port_value: 8080}}}}]}]}
                """)
            .with(failure(5001));
    assertThat(facts.number("config_connect_timeout_ms")).hasValue(5000);
    assertThat(facts.get("config_connect_timeout_hit")).hasValue("true");
    assertThat(facts.get("config_host_health")).hasValue("healthy");
  }

  @Test
  void serverInfoTellsTheVersion() throws Exception {
    assertThat(
            read("{\"version\":\"a/1.38.0/Clean\",\"command_line_options\":{}}")
                .with(failure(1))
                .get("config_version"))
        .hasValue("1.38.0");
  }

  @Test
  void whatPassesALimitIsRefusedAndSaid() {
    String deep = "{\"clusters\":" + "[".repeat(200) + "]".repeat(200) + "}";
    assertThatThrownBy(
            () ->
                new ProxyConfig()
                    .add(new ByteArrayInputStream(deep.getBytes(StandardCharsets.UTF_8))))
        .isInstanceOf(UnreadableConfig.class)
        .hasMessage("nested too deeply, or too large");
    InputStream endless =
        new InputStream() {
          @Override
          public int read() {
            return '[';
          }

          @Override
          public int read(byte[] bytes, int from, int length) {
            Arrays.fill(bytes, from, from + length, (byte) ' ');
            return length;
          }
        };
    assertThatThrownBy(() -> new ProxyConfig().add(endless))
        .isInstanceOf(UnreadableConfig.class)
        .hasMessageStartingWith("larger than 64 MiB");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "hello", "{\"a\":1}", "a: b", "kind: Pod", "[1,2]", "{", "a: [", "%"})
  void whatIsNoConfigurationIsSaid(String text) {
    assertThatThrownBy(() -> read(text))
        .isInstanceOf(UnreadableConfig.class)
        .hasMessageMatching("(?s)(line 1: )?(neither Envoy's|not JSON|not YAML).*");
  }

  @ParameterizedTest
  @CsvSource({"0.250s,250", "1m30s,90000", "250ms,250", "2h,7200000", "5,-1", "abc,-1", "'',-1"})
  void lengthsAreReadAsConfigurationsWriteThem(String text, long millis) {
    assertThat(Lengths.millis(text).orElse(-1)).isEqualTo(millis);
  }

  @Test
  void theServerTellsReleaseStateAndRestart() throws Exception {
    long start = 1_772_614_800_000L;
    ProxyConfig config = new ProxyConfig();
    config.add(
        new ByteArrayInputStream(
            """
            {"version":"222b03e/1.30.1/Clean/RELEASE/BoringSSL","state":"DRAINING",
             "hot_restart_version":"11.104","command_line_options":{"restart_epoch":2},
             "uptime_current_epoch":"90s","uptime_all_epochs":"4000s"}
            """
                .getBytes(StandardCharsets.UTF_8)),
        java.util.OptionalLong.of(start + 90_000));
    Facts failure =
        Facts.builder()
            .set("wording_release", "1.31..1.39-dev")
            .set("start_time_ms", start + 5000)
            .build();

    Facts facts = config.with(failure);

    assertThat(facts.get("config_version")).hasValue("1.30.1");
    assertThat(facts.number("config_minor")).hasValue(30);
    assertThat(facts.get("config_version_fits")).hasValue("false");
    assertThat(facts.get("config_state")).hasValue("draining");
    assertThat(facts.number("config_uptime_s")).hasValue(90);
    assertThat(facts.number("config_restart_epoch")).hasValue(2);
    assertThat(facts.get("config_started")).hasValue("just-before");
    assertThat(facts.number("config_started_before_ms")).hasValue(5000);
    assertThat(ServerState.words(facts))
        .hasSize(3)
        .anyMatch(words -> words.contains("1.30.1, which does not write this wording"))
        .anyMatch(words -> words.contains("started only 5 s before"))
        .anyMatch(words -> words.endsWith("is draining"));
    assertThat(
            config
                .with(failure.toBuilder().set("start_time_ms", start + 600_000).build())
                .get("config_started"))
        .hasValue("long-before");
    assertThat(
            config
                .with(failure.toBuilder().set("start_time_ms", start - 600_000).build())
                .get("config_started"))
        .hasValue("after");
    assertThat(
            config
                .with(failure.toBuilder().set("wording_release", "1.22..1.30").build())
                .get("config_version_fits"))
        .hasValue("true");
  }

  @Test
  void gaugesTellTheSameOfTheServer() throws Exception {
    ProxyConfig config =
        read(
            "server.state: 3\nserver.uptime: 12\nserver.hot_restart_epoch: 0\n"
                + "server.days_until_first_cert_expiring: 0\n");
    Facts facts = config.with(Facts.of("start_time_ms", "1"));
    assertThat(facts.get("config_state")).hasValue("initializing");
    assertThat(facts.number("config_uptime_s")).hasValue(12);
    assertThat(facts.number("config_certificate_days")).hasValue(0);
    assertThat(facts.number("config_restart_epoch")).hasValue(0);
    assertThat(facts.get("config_started")).as("nobody knows when it was asked").isEmpty();
    assertThat(ServerState.words(facts)).containsExactly("the Envoy of --config is initializing");
  }

  @Test
  void anUnknownServerSaysNothing() throws Exception {
    Facts facts = read("{\"version\":\"x/custom/y\",\"command_line_options\":{}}").with(failure(1));
    assertThat(facts.has("config_version")).isFalse();
    assertThat(ServerState.words(facts)).isEmpty();
  }
}
