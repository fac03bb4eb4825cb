package dev.whyvoy.core.config;

import java.util.List;
import java.util.OptionalLong;

/** Reads clusters and routes as Envoy's API writes them: in a config dump or a bootstrap file. */
final class EnvoyClusters {
  private final ProxyConfig config;

  EnvoyClusters(ProxyConfig config) {
    this.config = config;
  }

  /** Everything within a document; false if there is nothing of the kind. */
  boolean read(Tree document) {
    int before = config.size();
    Tree configs = document.get("configs");
    (configs.exists() ? configs.items() : List.of(document)).forEach(this::part);
    return config.size() > before || configs.exists();
  }

  private void part(Tree part) {
    Tree bootstrap = part.get("bootstrap").exists() ? part.get("bootstrap") : part;
    bootstrap.at("static_resources", "clusters").items().forEach(this::cluster);
    for (String list :
        List.of("static_clusters", "dynamic_active_clusters", "dynamic_warming_clusters")) {
      part.get(list).items().forEach(item -> cluster(item.get("cluster")));
    }
    if (part.text("@type").endsWith(".Cluster")) {
      cluster(part);
    }
    for (String list : List.of("static_route_configs", "dynamic_route_configs")) {
      part.get(list).items().forEach(item -> routes(item.get("route_config")));
    }
    if (part.text("@type").endsWith(".RouteConfiguration")) {
      routes(part);
    }
    bootstrap.at("static_resources", "listeners").items().forEach(this::listener);
    part.get("static_listeners").items().forEach(item -> listener(item.get("listener")));
    part.get("dynamic_listeners")
        .items()
        .forEach(item -> listener(item.at("active_state", "listener")));
  }

  private void cluster(Tree tree) {
    String name = tree.text("name");
    if (name.isEmpty()) {
      return;
    }
    ClusterConfig cluster = config.cluster(name);
    OptionalLong connect = tree.get("connect_timeout").millis();
    cluster.set(
        "config_connect_timeout_ms",
        connect.isPresent() ? connect : OptionalLong.of(ClusterConfig.CONNECT_TIMEOUT));
    Tree breaker =
        tree.at("circuit_breakers", "thresholds").items().stream()
            .filter(threshold -> !threshold.text("priority").equals("HIGH"))
            .findFirst()
            .orElse(tree.get("no_such_thing"));
    cluster.set("config_max_connections", breaker.get("max_connections").number());
    cluster.set("config_max_pending_requests", breaker.get("max_pending_requests").number());
    cluster.set("config_max_requests", breaker.get("max_requests").number());
    boolean tls = tree.get("transport_socket").exists() || tree.get("tls_context").exists();
    boolean matches = tree.get("transport_socket_matches").exists();
    cluster.set("config_upstream_tls", tls ? "true" : matches ? "auto" : "false");
    cluster.set("config_outlier_detection", String.valueOf(tree.get("outlier_detection").exists()));
    options(tree, cluster);
    for (Tree locality : tree.at("load_assignment", "endpoints").items()) {
      for (Tree endpoint : locality.get("lb_endpoints").items()) {
        Tree address = endpoint.at("endpoint", "address", "socket_address");
        String ip = address.text("address");
        if (!ip.isEmpty()) {
          cluster.hosts().putIfAbsent(ip + ":" + address.text("port_value"), "");
        }
      }
    }
  }

  private static void options(Tree tree, ClusterConfig cluster) {
    Tree options = tree.get("typed_extension_protocol_options");
    boolean http2 = tree.get("http2_protocol_options").exists();
    OptionalLong idle = tree.at("common_http_protocol_options", "idle_timeout").millis();
    for (Tree option : options.items()) {
      OptionalLong own = option.at("common_http_protocol_options", "idle_timeout").millis();
      idle = own.isPresent() ? own : idle;
      http2 |= option.at("explicit_http_config", "http2_protocol_options").exists();
    }
    cluster.set("config_idle_timeout_ms", idle);
    cluster.set("config_upstream_http2", String.valueOf(http2));
  }

  private void listener(Tree listener) {
    for (Tree chain : listener.get("filter_chains").items()) {
      for (Tree filter : chain.get("filters").items()) {
        Tree hcm = filter.get("typed_config");
        config.streamIdle(hcm.get("stream_idle_timeout").millis());
        routes(hcm.get("route_config"));
      }
    }
  }

  private void routes(Tree routeConfig) {
    for (Tree host : routeConfig.get("virtual_hosts").items()) {
      for (Tree route : host.get("routes").items()) {
        Tree action = route.get("route");
        if (action.exists()) {
          config.route(
              new RouteConfig(
                  route.text("name"),
                  action.text("cluster"),
                  action.get("timeout").millis(),
                  action.at("retry_policy", "num_retries").number(),
                  action.at("retry_policy", "per_try_timeout").millis()));
        }
      }
    }
  }
}
