package dev.whyvoy.core.source;

import static dev.whyvoy.core.source.OtherFormat.seconds;
import static java.util.Map.entry;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** What servers of the access log service write of its entries, as JSON. */
final class AlsFormats {
  private static final Map<String, String> ALS_FLAGS =
      Map.ofEntries(
          entry("UF", "upstream_connection_failure"),
          entry("URX", "upstream_retry_limit_exceeded"),
          entry("UC", "upstream_connection_termination"),
          entry("UT", "upstream_request_timeout"),
          entry("UO", "upstream_overflow"),
          entry("NR", "no_route_found"),
          entry("DC", "downstream_connection_termination"),
          entry("NC", "no_cluster_found"),
          entry("RL", "rate_limited"),
          entry("UH", "no_healthy_upstream"),
          entry("DPE", "downstream_protocol_error"),
          entry("UPE", "upstream_protocol_error"));

  private static final List<String> ALS_FIELDS =
      List.of(
          "start_time",
          "method",
          "path",
          "protocol",
          "response_code",
          "response_flags",
          "response_code_details",
          "upstream_transport_failure_reason",
          "bytes_received",
          "bytes_sent",
          "duration",
          "x_forwarded_for",
          "user_agent",
          "request_id",
          "authority",
          "upstream_host",
          "upstream_cluster",
          "upstream_local_address",
          "downstream_local_address",
          "downstream_remote_address",
          "requested_server_name",
          "route_name");

  static final List<OtherFormat> ALL =
      List.of(
          new OtherFormat(
              "als-snake", Requests.HTTP, r -> EnvoyFormat.json(als(r)), ALS_FIELDS, alsSpelling()),
          new OtherFormat(
              "als-camel",
              Requests.HTTP,
              r -> EnvoyFormat.json(camel(als(r))),
              ALS_FIELDS,
              alsSpelling()),
          new OtherFormat(
              "als-tcp",
              Requests.ALL.stream().filter(r -> r.get("protocol").equals("-")).toList(),
              r ->
                  EnvoyFormat.json(
                      Wrapper.map(
                          "common_properties", alsCommon(r),
                          "connection_properties",
                              Wrapper.map(
                                  "received_bytes", r.get("bytes_received"),
                                  "sent_bytes", r.get("bytes_sent")))),
              List.of("start_time", "response_flags", "upstream_host", "upstream_cluster"),
              Map.of()));

  private AlsFormats() {}

  private static Map<String, Object> als(Map<String, String> r) {
    Map<String, Object> request = new LinkedHashMap<>();
    put(request, "request_method", r.get("method"));
    put(request, "authority", r.get("authority"));
    put(request, "path", r.get("path"));
    put(request, "user_agent", r.get("user_agent"));
    put(request, "forwarded_for", r.get("x_forwarded_for"));
    put(request, "request_id", r.get("request_id"));
    put(request, "request_body_bytes", r.get("bytes_received").replaceAll("^0$", "-"));
    Map<String, Object> response = new LinkedHashMap<>();
    if (!r.get("response_code").equals("0")) {
      response.put("response_code", Long.parseLong(r.get("response_code")));
    }
    put(response, "response_body_bytes", r.get("bytes_sent").replaceAll("^0$", "-"));
    put(response, "response_code_details", r.get("response_code_details"));
    Map<String, Object> line = new LinkedHashMap<>();
    line.put("common_properties", alsCommon(r));
    line.put("protocol_version", r.get("protocol").replace("/", "").replace(".", ""));
    line.put("request", request);
    line.put("response", response);
    return line;
  }

  private static Map<String, Object> alsCommon(Map<String, String> r) {
    Map<String, Object> common = new LinkedHashMap<>();
    common.put("sample_rate", 1.0);
    address(common, "downstream_remote_address", r);
    address(common, "downstream_local_address", r);
    if (!r.get("requested_server_name").equals("-")) {
      common.put("tls_properties", Wrapper.map("tls_sni_hostname", r.get("requested_server_name")));
    }
    common.put("start_time", r.get("start_time"));
    common.put("time_to_first_upstream_tx_byte", "0.001s");
    common.put("time_to_last_downstream_tx_byte", seconds(r.get("duration")));
    if (!r.get("upstream_host").equals("-")) {
      common.put("upstream_remote_address", socket(r.get("upstream_host")));
    }
    address(common, "upstream_local_address", r);
    put(common, "upstream_cluster", r.get("upstream_cluster"));
    Map<String, Object> flags = new LinkedHashMap<>();
    for (String flag : r.get("response_flags").split(",")) {
      if (!flag.equals("-")) {
        flags.put(ALS_FLAGS.get(flag), true);
      }
    }
    if (!flags.isEmpty()) {
      common.put("response_flags", flags);
    }
    put(
        common,
        "upstream_transport_failure_reason",
        r.get("upstream_transport_failure_reason").replace('_', ' '));
    put(common, "route_name", r.get("route_name"));
    return common;
  }

  private static Map<String, Function<Map<String, String>, String>> alsSpelling() {
    return Map.of(
        "upstream_transport_failure_reason",
        r -> r.get("upstream_transport_failure_reason").replace('_', ' '),
        "response_code",
        r -> r.get("response_code").replaceAll("^0$", "-"),
        "bytes_received",
        r -> r.get("bytes_received").replaceAll("^0$", "-"),
        "bytes_sent",
        r -> r.get("bytes_sent").replaceAll("^0$", "-"));
  }

  private static void put(Map<String, Object> to, String key, String value) {
    if (!value.equals("-")) {
      to.put(key, value);
    }
  }

  private static void address(Map<String, Object> to, String key, Map<String, String> r) {
    if (!r.get(key).equals("-")) {
      to.put(key, socket(r.get(key)));
    }
  }

  private static Map<String, Object> socket(String address) {
    int colon = address.lastIndexOf(':');
    String host = address.substring(0, colon).replace("[", "").replace("]", "");
    return Wrapper.map(
        "socket_address",
        Wrapper.map("address", host, "port_value", Long.parseLong(address.substring(colon + 1))));
  }

  private static Object camel(Object value) {
    if (!(value instanceof Map<?, ?> map)) {
      return value;
    }
    Map<String, Object> camel = new LinkedHashMap<>();
    map.forEach(
        (key, inner) -> {
          StringBuilder name = new StringBuilder();
          for (String word : key.toString().split("_")) {
            name.append(
                name.isEmpty() ? word : word.substring(0, 1).toUpperCase() + word.substring(1));
          }
          camel.put(name.toString(), camel(inner));
        });
    return camel;
  }
}
