package dev.whyvoy.core.config;

import java.util.List;
import java.util.OptionalLong;

/** Reads Kubernetes resources that configure a mesh or gateway: Istio's and the Gateway API's. */
final class MeshResources {
  private static final List<String> KINDS =
      List.of(
          "DestinationRule",
          "VirtualService",
          "ServiceEntry",
          "HTTPRoute",
          "GRPCRoute",
          "BackendTrafficPolicy",
          "List");

  private final ProxyConfig config;

  MeshResources(ProxyConfig config) {
    this.config = config;
  }

  /** Whether a document is a resource of a known kind; if so, it is read. */
  boolean read(Tree resource) {
    String kind = resource.text("kind");
    if (!KINDS.contains(kind) && !kind.endsWith("List")) {
      return false;
    }
    Tree spec = resource.get("spec");
    switch (kind) {
      case "DestinationRule" -> destinationRule(spec);
      case "VirtualService" -> virtualService(spec);
      case "HTTPRoute", "GRPCRoute" -> httpRoute(spec);
      case "BackendTrafficPolicy" -> policy(spec);
      default -> resource.get("items").items().forEach(this::read);
    }
    return true;
  }

  private void destinationRule(Tree spec) {
    ClusterConfig host = config.service(spec.text("host"));
    Tree policy = spec.get("trafficPolicy");
    Tree pool = policy.get("connectionPool");
    host.set("config_connect_timeout_ms", pool.at("tcp", "connectTimeout").millis());
    host.set("config_max_connections", pool.at("tcp", "maxConnections").number());
    host.set("config_max_pending_requests", pool.at("http", "http1MaxPendingRequests").number());
    host.set("config_max_requests", pool.at("http", "http2MaxRequests").number());
    host.set("config_idle_timeout_ms", pool.at("http", "idleTimeout").millis());
    String mode = policy.at("tls", "mode").text().orElse("");
    host.set("config_upstream_tls", mode.isEmpty() ? "" : String.valueOf(!mode.equals("DISABLE")));
    if (policy.get("outlierDetection").exists()) {
      host.set("config_outlier_detection", "true");
    }
  }

  private void virtualService(Tree spec) {
    for (Tree http : spec.get("http").items()) {
      OptionalLong timeout = http.get("timeout").millis();
      for (Tree route : http.get("route").items()) {
        config.serviceRoute(
            route.at("destination", "host").text().orElse(""),
            new RouteConfig(
                http.text("name"),
                "",
                timeout.isPresent() ? timeout : OptionalLong.of(0),
                http.at("retries", "attempts").number(),
                http.at("retries", "perTryTimeout").millis()));
      }
    }
  }

  private void httpRoute(Tree spec) {
    for (Tree rule : spec.get("rules").items()) {
      for (Tree backend : rule.get("backendRefs").items()) {
        config.serviceRoute(
            backend.text("name"),
            new RouteConfig(
                rule.text("name"),
                "",
                rule.at("timeouts", "request").millis(),
                rule.at("retry", "attempts").number(),
                rule.at("timeouts", "backendRequest").millis()));
      }
    }
  }

  private void policy(Tree spec) {
    ClusterConfig all = config.service("");
    all.set("config_connect_timeout_ms", spec.at("timeout", "tcp", "connectTimeout").millis());
    all.set("config_idle_timeout_ms", spec.at("timeout", "http", "connectionIdleTimeout").millis());
    Tree breaker = spec.get("circuitBreaker");
    all.set("config_max_connections", breaker.get("maxConnections").number());
    all.set("config_max_pending_requests", breaker.get("maxPendingRequests").number());
    all.set("config_max_requests", breaker.get("maxParallelRequests").number());
  }
}
