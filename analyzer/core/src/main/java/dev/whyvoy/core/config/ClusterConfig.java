package dev.whyvoy.core.config;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;

/** What is known about a cluster: settings, hosts and counters, from whatever file they came. */
final class ClusterConfig {
  /** Envoy's own default, in ms. */
  static final long CONNECT_TIMEOUT = 5000;

  private final Map<String, String> settings = new LinkedHashMap<>();
  private final Map<String, String> hosts = new TreeMap<>();
  private final Map<String, Long> counters = new TreeMap<>();

  /** Settings by the name of the fact that tells them. */
  Map<String, String> settings() {
    return settings;
  }

  /** Address of each host to its health, empty when it is healthy. */
  Map<String, String> hosts() {
    return hosts;
  }

  /** Counters and gauges by their names within the cluster. */
  Map<String, Long> counters() {
    return counters;
  }

  void set(String name, OptionalLong value) {
    value.ifPresent(number -> settings.put(name, String.valueOf(number)));
  }

  void set(String name, String value) {
    if (!value.isEmpty()) {
      settings.put(name, value);
    }
  }
}
