package dev.whyvoy.core.fact;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What follows from facts: each row is known facts and one derived value ({@code -}: none). */
class DerivedFactsTest {
  private static final List<Timer> TIMERS =
      List.of(new Timer(250, ""), new Timer(5000, ""), new Timer(15000, ""), new Timer(60000, ""));

  @ParameterizedTest(name = "{0} -> {1}={2}")
  @CsvSource(
      delimiter = ';',
      value = {
        "duration_ms=0; duration_class; instant",
        "duration_ms=5; duration_class; instant",
        "duration_ms=6; duration_class; short",
        "duration_ms=100; duration_class; short",
        "duration_ms=101; duration_class; medium",
        "duration_ms=4999; duration_class; seconds",
        "duration_ms=5000; duration_class; timer",
        "duration_ms=5150; duration_timer_ms; 5000",
        "duration_ms=5151; duration_class; seconds",
        "duration_ms=15450; duration_timer_ms; 15000",
        "duration_ms=61800; duration_timer_ms; 60000",
        "duration_ms=61801; duration_timer_ms; -",
        "duration_ms=soon; duration_class; -",
        "upstream_cluster=inbound|8080||; cluster_direction; inbound",
        "upstream_cluster=inbound|8080||; cluster_port; 8080",
        "upstream_cluster=inbound|8080|http|a.b.svc; cluster_subset; -",
        "upstream_cluster=outbound|80|v1|a.b.svc.cluster.local; cluster_direction; outbound",
        "upstream_cluster=outbound|80|v1|a.b.svc.cluster.local; cluster_subset; v1",
        "upstream_cluster=outbound|80||a.b.svc.cluster.local; cluster_subset; -",
        "upstream_cluster=outbound_.80_._.a.b.svc.cluster.local; cluster_port; 80",
        "upstream_cluster=outbound_.80_.v2_.a.b.svc.cluster.local; cluster_direction; outbound",
        "upstream_cluster=PassthroughCluster; cluster_direction; passthrough",
        "upstream_cluster=InboundPassthroughClusterIpv4; cluster_direction; inbound_passthrough",
        "upstream_cluster=BlackHoleCluster; cluster_direction; blackhole",
        "upstream_cluster=connect_originate; cluster_direction; connect_originate",
        "upstream_cluster=xds-grpc; cluster_direction; xds",
        "upstream_cluster=backend; cluster_direction; other",
        "upstream_host=-; upstream_kind; absent",
        "path=/; upstream_kind; -",
        "upstream_host=127.0.0.1:80; upstream_kind; loopback",
        "upstream_host=[::1]:80; upstream_kind; loopback",
        "upstream_host=10.0.0.1:80; upstream_kind; private",
        "upstream_host=172.32.0.1:80; upstream_kind; public",
        "upstream_host=[fd00::1]:80; upstream_kind; private",
        "upstream_host=[2001:db8::1]:80; upstream_kind; public",
        "upstream_host=/var/run/app.sock; upstream_kind; unix",
        "upstream_host=envoy://connect_originate/10.0.0.1:80; upstream_kind; internal_listener",
        "upstream_host=10.0.0.1:80 upstream_local_address=10.0.0.1:4711; upstream_kind; own_pod",
        "upstream_host=10.0.0.1:80 upstream_cluster=inbound|80|| upstream_local_address=127.0.0.6:99; upstream_kind; own_pod",
        "upstream_host=10.0.0.1:80 upstream_cluster=inbound|80|| downstream_local_address=10.0.0.1:80; upstream_kind; own_pod",
        "upstream_host=10.0.0.1:80 upstream_cluster=outbound|80||a downstream_local_address=10.0.0.1:80; upstream_kind; private",
        "upstream_host=10.0.0.1:443; port_kind; tls",
        "upstream_host=[fd00::1]:15008; port_kind; hbone",
        "upstream_host=10.0.0.1:15443; port_kind; eastwest",
        "upstream_host=10.0.0.1:8080; port_kind; plaintext",
        "upstream_host=10.0.0.1:4711; port_kind; other",
        "upstream_host=- upstream_cluster=outbound|443||a; port_kind; tls",
        "upstream_host=10.0.0.1; port_kind; -",
        "authority=a.example; authority_form; plain",
        "authority=a.example:8080; authority_form; with_port",
        "authority=a.example.; authority_form; trailing_dot",
        "authority=10.0.0.1:80; authority_form; ip",
        "authority=a.example,a.example; authority_form; repeated",
        "authority=a.examplea.example; authority_form; repeated",
        "authority=a.example requested_server_name=A.example; sni_vs_authority; same",
        "authority=a.example:443 requested_server_name=a.example; sni_vs_authority; same",
        "authority=a.example requested_server_name=b.example; sni_vs_authority; different",
        "authority=a.example requested_server_name=-; sni_vs_authority; no_sni",
        "authority=a.example; sni_vs_authority; -",
        "authority=- requested_server_name=a.example; sni_vs_authority; no_authority",
        "authority=api:80 requested_server_name=outbound_.80_._.api.ns.svc.cluster.local; sni_vs_authority; same",
        "authority=x requested_server_name=outbound_.80_._.api.ns.svc.cluster.local; sni_vs_authority; -",
        "user_agent=kube-probe/1.30; client_kind; kubelet",
        "user_agent=Envoy/HC; client_kind; envoy_probe",
        "user_agent=Knative-Activator-Probe; client_kind; knative",
        "user_agent=grpc-go/1.60; client_kind; grpc",
        "user_agent=Mozilla/5.0; client_kind; browser",
        "user_agent=curl/8.0; client_kind; library",
        "user_agent=ELB-HealthChecker/2.0; client_kind; loadbalancer",
        "user_agent=Prometheus/2.0; client_kind; monitor",
        "user_agent=thing; client_kind; unknown",
        "protocol=HTTP/1.1; protocol_version; 1.1",
        "protocol=HTTP/1.0; protocol_version; 1.0",
        "protocol=HTTP/2.0; protocol_version; 2",
        "protocol=HTTP/3; protocol_version; 3",
        "method=- path=- protocol=- response_code=0; is_tcp; true",
        "method=- path=- protocol=- response_code=400; is_tcp; -",
        "method=GET path=/ protocol=HTTP/2 response_code=0; is_tcp; -",
        "response_code=0; is_tcp; -",
        "grpc_status=14; is_grpc; true",
        "user_agent=grpc-java/1; is_grpc; true",
        "response_flags=-; flag_missing; true",
        "response_flags=UF; flag_missing; -",
        "details_name=via_upstream response_flags=URX; hop_answered; upstream",
        "response_flags=UF; hop_answered; envoy",
        "details_name=route_not_found; hop_answered; envoy",
        "upstream_service_time_ms=4 response_code=503; hop_answered; upstream",
        "server_header=istio-envoy response_code=503; hop_answered; -",
        "bytes_received=0 bytes_sent=0; bytes_moved; none",
        "bytes_received=5 bytes_sent=0; bytes_moved; request",
        "bytes_received=5 bytes_sent=7; bytes_moved; response",
        "bytes_received=5 bytes_sent=95 response_code=503 response_flags=UC; bytes_moved; request",
        "bytes_received=5 bytes_sent=950 response_code=200 response_flags=UT; bytes_moved; response",
        "bytes_received=5; bytes_moved; -",
        "response_code=503 bytes_sent=95; body_fingerprint; upstream connect error or disconnect/reset before headers. reset reason: connection termination",
        "response_code=503 bytes_sent=81 response_flags=UO; body_fingerprint; upstream connect error or disconnect/reset before headers. reset reason: overflow",
        "response_code=503 bytes_sent=81 response_flags=UF; body_fingerprint; -",
        "response_code=503 bytes_sent=19; body_fingerprint; no healthy upstream",
        "response_code=403 bytes_sent=19; body_fingerprint; RBAC: access denied",
        "response_code=504 bytes_sent=24; body_fingerprint; upstream request timeout",
        "response_code=503 bytes_sent=19 details_name=via_upstream; body_fingerprint; -",
      })
  void derives(String known, String name, String value) {
    Facts derived = DerivedFacts.of(facts(known), TIMERS);
    if (value.equals("-")) {
      assertThat(derived.has(name)).as(derived.toString()).isFalse();
    } else {
      assertThat(derived.all(name)).as(derived.toString()).containsExactly(value);
    }
  }

  private static Facts facts(String text) {
    Facts.Builder facts = Facts.builder();
    for (String part : text.split(" ")) {
      String name = part.substring(0, part.indexOf('='));
      String value = part.substring(part.indexOf('=') + 1);
      if (value.equals("-")) {
        facts.lacks(name);
      } else {
        facts.set(name, value);
      }
    }
    return facts.build();
  }
}
