package dev.whyvoy.core.config;

import java.util.Map;
import java.util.OptionalLong;

/** Reads what Envoy's admin interface answers as text: {@code /clusters} and {@code /stats}. */
final class AdminText {
  private static final String BREAKER = "default_priority::max_";

  private final ProxyConfig config;
  private final OptionalLong asOf;

  AdminText(ProxyConfig config, OptionalLong asOf) {
    this.config = config;
    this.asOf = asOf;
  }

  /** Lines of the form {@code cluster::address::name::value}; how many there were. */
  int clusters(String text) {
    int known = 0;
    for (String line : text.split("\n", -1)) {
      int first = line.indexOf("::");
      if (first <= 0) {
        continue;
      }
      String rest = line.substring(first + 2).strip();
      int last = rest.lastIndexOf("::");
      if (last < 0) {
        continue;
      }
      known++;
      ClusterConfig cluster = config.cluster(line.substring(0, first));
      String name = rest.substring(0, last);
      String value = rest.substring(last + 2);
      if (name.startsWith(BREAKER)) {
        setting(cluster, name.substring(BREAKER.length()), value);
      } else {
        host(cluster, name, value);
      }
    }
    return known;
  }

  private static void setting(ClusterConfig cluster, String name, String value) {
    Map<String, String> facts =
        Map.of(
            "connections", "config_max_connections",
            "pending_requests", "config_max_pending_requests",
            "requests", "config_max_requests");
    if (facts.containsKey(name)) {
      cluster.set(facts.getOrDefault(name, ""), value);
    }
  }

  private static void host(ClusterConfig cluster, String name, String value) {
    int end = name.lastIndexOf("::");
    if (end > 0 && name.substring(end + 2).equals("health_flags")) {
      cluster.hosts().put(name.substring(0, end), value.equals("healthy") ? "" : value);
    }
  }

  /** Lines of the form {@code cluster.NAME.counter: value}; how many lines were counters. */
  int stats(String text) {
    int known = 0;
    for (String line : text.split("\n", -1)) {
      int colon = line.lastIndexOf(": ");
      if (colon <= 0) {
        continue;
      }
      try {
        long value = Long.parseLong(line.substring(colon + 2).strip());
        known++;
        counter(line.substring(0, colon).strip(), value);
      } catch (NumberFormatException e) {
        // A histogram or a text readout.
        continue;
      }
    }
    return known;
  }

  private void counter(String name, long value) {
    if (name.startsWith("server.")) {
      config.server().gauge(name.substring("server.".length()), value, asOf);
    }
    if (!name.startsWith("cluster.")) {
      return;
    }
    for (String counter : ConfigFacts.COUNTERS.keySet()) {
      int end = name.length() - counter.length() - 1;
      if (end > "cluster.".length() && name.endsWith("." + counter)) {
        String cluster = name.substring("cluster.".length(), end);
        config.cluster(cluster.replace(";", "")).counters().put(counter, value);
      }
    }
  }
}
