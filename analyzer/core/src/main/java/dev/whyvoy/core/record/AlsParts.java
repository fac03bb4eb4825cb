package dev.whyvoy.core.record;

import static java.util.Map.entry;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What the messages of Envoy's access log service say in several parts: flags as an object of
 * booleans, and addresses as objects of host and port.
 */
final class AlsParts {
  private static final Map<String, String> FLAGS =
      Map.ofEntries(
          entry("failed_local_healthcheck", "LH"),
          entry("no_healthy_upstream", "UH"),
          entry("upstream_request_timeout", "UT"),
          entry("local_reset", "LR"),
          entry("upstream_remote_reset", "UR"),
          entry("upstream_connection_failure", "UF"),
          entry("upstream_connection_termination", "UC"),
          entry("upstream_overflow", "UO"),
          entry("no_route_found", "NR"),
          entry("delay_injected", "DI"),
          entry("fault_injected", "FI"),
          entry("rate_limited", "RL"),
          entry("unauthorized_details", "UAEX"),
          entry("rate_limit_service_error", "RLSE"),
          entry("downstream_connection_termination", "DC"),
          entry("upstream_retry_limit_exceeded", "URX"),
          entry("stream_idle_timeout", "SI"),
          entry("invalid_envoy_request_headers", "IH"),
          entry("downstream_protocol_error", "DPE"),
          entry("upstream_max_stream_duration_reached", "UMSDR"),
          entry("response_from_cache_filter", "RFCF"),
          entry("no_filter_config_found", "NFCF"),
          entry("duration_timeout", "DT"),
          entry("upstream_protocol_error", "UPE"),
          entry("no_cluster_found", "NC"),
          entry("overload_manager", "OM"),
          entry("dns_resolution_failure", "DF"),
          entry("downstream_remote_reset", "DR"));

  private static final Map<String, Field> ADDRESSES =
      Map.of(
          "downstream_remote_address", Field.DOWNSTREAM_REMOTE_ADDRESS,
          "downstream_local_address", Field.DOWNSTREAM_LOCAL_ADDRESS,
          "downstream_direct_remote_address", Field.DOWNSTREAM_DIRECT_REMOTE_ADDRESS,
          "upstream_remote_address", Field.UPSTREAM_HOST,
          "upstream_local_address", Field.UPSTREAM_LOCAL_ADDRESS);

  private final List<String> flags = new ArrayList<>();
  private final Map<Field, String> hosts = new LinkedHashMap<>();
  private final Map<Field, String> ports = new LinkedHashMap<>();
  private boolean record;

  /** Takes what the parts amount to. */
  interface Taker {
    void put(Field field, String value, int at);
  }

  void clear() {
    flags.clear();
    hosts.clear();
    ports.clear();
    record = false;
  }

  /** Whether there was a message of the service at all. */
  boolean isRecord() {
    return record;
  }

  /** Takes a value if it is such a part. */
  boolean take(String path, String value) {
    record |= path.startsWith("common_properties.") || path.contains(".common_properties.");
    String[] names = path.split("\\.", -1);
    int n = names.length;
    for (int i = 0; i < n - 1; i++) {
      String inner = names[i + 1];
      if (names[i].equals("response_flags") && FLAGS.containsKey(inner)) {
        if (!value.equals("false")) {
          flags.add(FLAGS.get(inner));
        }
        return true;
      }
      Field address = ADDRESSES.get(names[i]);
      if (address != null) {
        (names[n - 1].startsWith("port") ? ports : hosts).put(address, value);
        return true;
      }
    }
    return false;
  }

  /** Hands out what came together. */
  void finish(Taker taker) {
    if (!flags.isEmpty()) {
      taker.put(Field.RESPONSE_FLAGS, String.join(",", flags), 0);
    }
    hosts.forEach(
        (field, host) -> {
          String port = ports.getOrDefault(field, "");
          boolean brackets = !port.isEmpty() && host.indexOf(':') >= 0;
          String text = brackets ? "[" + host + "]" : host;
          taker.put(field, port.isEmpty() ? text : text + ":" + port, 0);
        });
  }
}
