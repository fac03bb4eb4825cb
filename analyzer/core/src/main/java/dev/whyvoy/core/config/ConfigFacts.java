package dev.whyvoy.core.config;

import dev.whyvoy.core.fact.FactNames;
import dev.whyvoy.core.fact.Facts;
import dev.whyvoy.core.fact.Timer;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalLong;

/** The facts that a configuration adds to those of one failure. */
final class ConfigFacts {
  /** Counter of a cluster to the fact that tells it. */
  static final Map<String, String> COUNTERS = counters();

  private final ProxyConfig config;
  private final Facts facts;
  private final Facts.Builder all;

  ConfigFacts(ProxyConfig config, Facts facts) {
    this.config = config;
    this.facts = facts;
    this.all = facts.toBuilder();
  }

  private static Map<String, String> counters() {
    Map<String, String> counters = new LinkedHashMap<>();
    counters.put("upstream_cx_overflow", "config_connection_overflows");
    counters.put("upstream_rq_pending_overflow", "config_pending_overflows");
    counters.put("upstream_cx_connect_timeout", "config_connect_timeouts");
    counters.put("upstream_cx_connect_fail", "config_connect_failures");
    counters.put("upstream_cx_destroy_remote_with_active_rq", "config_remote_closes_with_request");
    counters.put("upstream_rq_timeout", "config_request_timeouts");
    counters.put("upstream_rq_per_try_timeout", "config_try_timeouts");
    counters.put("ssl.fail_verify_error", "config_tls_verify_failures");
    counters.put("ssl.fail_verify_san", "config_tls_san_failures");
    counters.put("outlier_detection.ejections_active", "config_ejections_active");
    counters.put("membership_healthy", "config_healthy_hosts");
    counters.put("membership_total", "config_hosts");
    return counters;
  }

  Facts all() {
    String cluster = facts.get(FactNames.UPSTREAM_CLUSTER).orElse("");
    String route = facts.get(FactNames.ROUTE_NAME).orElse("");
    if (!cluster.isEmpty()) {
      config.findService(cluster).ifPresent(this::cluster);
      config.findCluster(cluster).ifPresent(this::cluster);
      if (config.knowsClusters()) {
        set("config_cluster", config.findCluster(cluster).isPresent() ? "present" : "missing");
      }
    }
    config
        .findRoute(route, cluster)
        .ifPresent(
            found -> {
              set("config_route_timeout_ms", found.timeoutMs().orElse(RouteConfig.TIMEOUT));
              found.retries().ifPresent(n -> set("config_retries", n));
              found.perTryTimeoutMs().ifPresent(ms -> set("config_try_timeout_ms", ms));
            });
    config.streamIdle().ifPresent(ms -> set("config_stream_idle_timeout_ms", ms));
    hits();
    config.server().addTo(facts, all);
    return all.build();
  }

  private void cluster(ClusterConfig cluster) {
    cluster.settings().forEach(this::set);
    cluster
        .counters()
        .forEach((counter, value) -> set(COUNTERS.getOrDefault(counter, counter), value));
    if (!cluster.hosts().isEmpty()) {
      long healthy = cluster.hosts().values().stream().filter(String::isEmpty).count();
      long ejected = cluster.hosts().values().stream().filter(h -> h.contains("outlier")).count();
      set("config_hosts", cluster.hosts().size());
      set("config_healthy_hosts", healthy);
      set("config_ejections_active", ejected);
      facts.get(FactNames.UPSTREAM_HOST).map(cluster.hosts()::get).ifPresent(this::host);
      if (facts.has(FactNames.UPSTREAM_HOST)
          && !cluster.hosts().containsKey(facts.get(FactNames.UPSTREAM_HOST).orElse(""))) {
        set("config_host_health", "gone");
      }
    }
  }

  private void host(String health) {
    set(
        "config_host_health",
        health.isEmpty()
            ? "healthy"
            : health.contains("outlier")
                ? "ejected"
                : health.contains("active_hc") ? "failed-check" : "unhealthy");
  }

  /** Which of the configured timers the duration fits. */
  private void hits() {
    OptionalLong duration = facts.number(FactNames.DURATION_MS);
    if (duration.isEmpty()) {
      return;
    }
    hit("config_connect_timeout_ms", "config_connect_timeout_hit", duration.getAsLong());
    hit("config_route_timeout_ms", "config_route_timeout_hit", duration.getAsLong());
    hit("config_try_timeout_ms", "config_try_timeout_hit", duration.getAsLong());
    hit("config_stream_idle_timeout_ms", "config_stream_idle_timeout_hit", duration.getAsLong());
  }

  private void hit(String timer, String fact, long duration) {
    OptionalLong ms = all.build().number(timer);
    if (ms.isPresent() && ms.getAsLong() > 0) {
      set(fact, String.valueOf(new Timer(ms.getAsLong(), "").fits(duration)));
    }
  }

  private void set(String name, long value) {
    set(name, String.valueOf(value));
  }

  private void set(String name, String value) {
    all.set(name, value);
  }
}
