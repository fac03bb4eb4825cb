package dev.whyvoy.core.config;

import com.fasterxml.jackson.core.JacksonException;
import dev.whyvoy.core.fact.Facts;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;

/**
 * A proxy's configuration, its hosts and counters, from one or more files: Envoy's {@code
 * /config_dump} or bootstrap, {@code /clusters}, {@code /stats} and {@code /server_info}, resources
 * of Istio and of the Gateway API.
 */
public final class ProxyConfig {
  /** Larger files are refused: a dump of the clusters alone is always smaller. */
  private static final int LARGEST = 64 << 20;

  private final Map<String, ClusterConfig> clusters = new TreeMap<>();
  private final Map<String, ClusterConfig> services = new TreeMap<>();
  private final Map<String, RouteConfig> serviceRoutes = new TreeMap<>();
  private final List<RouteConfig> routes = new ArrayList<>();
  private OptionalLong streamIdle = OptionalLong.empty();
  private final ServerState server = new ServerState();

  /**
   * Adds what a file says.
   *
   * @throws UnreadableConfig if it is of no kind that is known here
   * @throws IOException if it cannot be read
   */
  public void add(InputStream file) throws IOException, UnreadableConfig {
    add(file, OptionalLong.empty());
  }

  /**
   * Adds what a file says.
   *
   * @param asOf when the proxy was asked, in ms since 1970, if that is known
   * @throws UnreadableConfig if it is of no kind that is known here, or does not fit into memory
   * @throws IOException if it cannot be read
   */
  public void add(InputStream file, OptionalLong asOf) throws IOException, UnreadableConfig {
    try {
      read(file, asOf);
    } catch (OutOfMemoryError e) {
      // All of it belongs to this file, and is free again.
      throw new UnreadableConfig(
          "does not fit into memory; dump a part of it, or set WHYVOY_JAVA_OPTS=-Xmx1g");
    }
  }

  private void read(InputStream file, OptionalLong asOf) throws IOException, UnreadableConfig {
    byte[] bytes = file.readNBytes(LARGEST + 1);
    if (bytes.length > LARGEST) {
      throw new UnreadableConfig(
          "larger than 64 MiB; dump a part of it, as with"
              + " /config_dump?resource=dynamic_active_clusters");
    }
    String text = new String(bytes, StandardCharsets.UTF_8).strip();
    boolean json = text.startsWith("{") || text.startsWith("[");
    boolean known =
        json ? structured(text, true, asOf) : admin(text, asOf) || structured(text, false, asOf);
    if (!known) {
      throw new UnreadableConfig(
          "neither Envoy's /config_dump, /clusters, /stats or /server_info, nor a bootstrap, nor"
              + " resources of Istio or the Gateway API");
    }
  }

  private boolean admin(String text, OptionalLong asOf) {
    AdminText admin = new AdminText(this, asOf);
    String head = text.substring(0, Math.min(text.length(), 4096));
    return head.contains("::") && admin.clusters(text) > 0
        || head.lines().limit(20).anyMatch(line -> line.matches("[a-z0-9_]+\\.\\S+: [0-9]+.*"))
            && admin.stats(text) > 0;
  }

  private boolean structured(String text, boolean json, OptionalLong asOf)
      throws IOException, UnreadableConfig {
    boolean known = false;
    try {
      for (Tree document : Tree.read(text, json)) {
        known |=
            new MeshResources(this).read(document)
                || server.read(document, asOf)
                || new EnvoyClusters(this).read(document);
      }
    } catch (JacksonException e) {
      String where = e.getLocation() == null ? "" : "line " + e.getLocation().getLineNr() + ": ";
      throw new UnreadableConfig(
          where + "not " + (json ? "JSON" : "YAML") + ": " + brief(e.getOriginalMessage()));
    }
    return known;
  }

  private static String brief(String message) {
    String line = message.lines().findFirst().orElse("");
    int source = line.indexOf(" (start marker");
    return source < 0 ? line : line.substring(0, source);
  }

  ClusterConfig cluster(String name) {
    return clusters.computeIfAbsent(name, key -> new ClusterConfig());
  }

  /** A cluster by the name of its service; the empty name stands for all. */
  ClusterConfig service(String host) {
    return services.computeIfAbsent(host, key -> new ClusterConfig());
  }

  void route(RouteConfig route) {
    routes.add(route);
  }

  void serviceRoute(String host, RouteConfig route) {
    serviceRoutes.putIfAbsent(host, route);
  }

  void streamIdle(OptionalLong timeout) {
    if (timeout.isPresent()) {
      streamIdle = timeout;
    }
  }

  int size() {
    return clusters.size() + routes.size();
  }

  /** Whether clusters were named at all, so that one may be missing. */
  boolean knowsClusters() {
    return !clusters.isEmpty();
  }

  Optional<ClusterConfig> findCluster(String name) {
    return Optional.ofNullable(clusters.get(name));
  }

  Optional<ClusterConfig> findService(String cluster) {
    return services.entrySet().stream()
        .filter(service -> serves(service.getKey(), cluster))
        .map(Map.Entry::getValue)
        .findFirst();
  }

  /** The route by name; else that to the cluster, if all that lead there agree on the timeout. */
  Optional<RouteConfig> findRoute(String name, String cluster) {
    List<RouteConfig> named =
        routes.stream()
            .filter(
                route -> !name.isEmpty() && !name.equals("default") && route.name().equals(name))
            .toList();
    List<RouteConfig> leading =
        routes.stream()
            .filter(route -> !cluster.isEmpty() && route.cluster().equals(cluster))
            .toList();
    List<RouteConfig> found = named.isEmpty() ? leading : named;
    if (found.stream().map(RouteConfig::timeoutMs).distinct().count() == 1) {
      return Optional.of(found.get(0));
    }
    return found.isEmpty()
        ? serviceRoutes.entrySet().stream()
            .filter(route -> serves(route.getKey(), cluster))
            .map(Map.Entry::getValue)
            .findFirst()
        : Optional.empty();
  }

  /** Whether a cluster such as {@code outbound|80||orders.shop.svc.cluster.local} is of a host. */
  private static boolean serves(String host, String cluster) {
    String service = cluster.substring(cluster.lastIndexOf('|') + 1);
    return host.isEmpty()
        || service.equals(host)
        || service.startsWith(host + ".")
        || !cluster.contains("|") && cluster.contains("/" + host + "/");
  }

  OptionalLong streamIdle() {
    return streamIdle;
  }

  ServerState server() {
    return server;
  }

  /** {@code facts}, and what this configuration says about the cluster and route they name. */
  public Facts with(Facts facts) {
    return new ConfigFacts(this, facts).all();
  }
}
