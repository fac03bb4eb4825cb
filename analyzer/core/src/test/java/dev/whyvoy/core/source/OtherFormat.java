package dev.whyvoy.core.source;

import static java.util.Map.entry;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Formats that are no Envoy format strings: what servers of the access log service make of records,
 * what clouds and collectors rename, and what runs beside Envoy.
 *
 * @param id name for people
 * @param requests what it can show
 * @param line writes one of them
 * @param fields names of the columns that a line shows
 * @param renamed differing values, by column
 */
record OtherFormat(
    String id,
    List<Map<String, String>> requests,
    Function<Map<String, String>, String> line,
    List<String> fields,
    Map<String, Function<Map<String, String>, String>> renamed) {
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
              Map.of()),
          new OtherFormat(
              "pomerium",
              Requests.HTTP,
              r ->
                  object(
                      r,
                      "level=info service=envoy upstream-cluster=@upstream_cluster method=@method"
                          + " authority=@authority path=@path user-agent=@user_agent"
                          + " forwarded-for=@x_forwarded_for request-id=@request_id"
                          + " duration=#duration size=#bytes_sent response-code=#response_code"
                          + " response-code-details=@response_code_details time=@start_time"
                          + " message=http-request"),
              List.of(
                  "method",
                  "authority",
                  "path",
                  "user_agent",
                  "request_id",
                  "duration",
                  "bytes_sent",
                  "response_code",
                  "response_code_details",
                  "upstream_cluster",
                  "start_time"),
              Map.of()),
          new OtherFormat(
              "gloo-accesslogger",
              Requests.HTTP,
              r ->
                  object(
                      r,
                      "level=info ts=2026-03-04T09:00:01.000Z logger=access_log"
                          + " msg=received_http_request"
                          + " protocol_version=HTTP11 request_path=@path request_method=@method"
                          + " response_code=value:@response_code cluster=@upstream_cluster"
                          + " upstream_remote_address=@upstream_host route_name=@route_name"
                          + " start_time=@start_time"),
              List.of(
                  "method",
                  "path",
                  "response_code",
                  "upstream_cluster",
                  "upstream_host",
                  "route_name",
                  "start_time"),
              Map.of()),
          new OtherFormat(
              "cilium",
              Requests.HTTP,
              OtherFormat::cilium,
              List.of("method", "response_code", "start_time"),
              Map.of()),
          new OtherFormat(
              "gcp-l7-lb",
              Requests.HTTP,
              OtherFormat::gcp,
              List.of(
                  "start_time",
                  "method",
                  "response_code",
                  "user_agent",
                  "status_details",
                  "bytes_sent",
                  "bytes_received",
                  "duration"),
              Map.of("status_details", r -> gcpDetails(r))),
          new OtherFormat(
              "filebeat-ecs",
              Requests.ALL,
              OtherFormat::ecs,
              List.of(
                  "start_time",
                  "method",
                  "path",
                  "response_code",
                  "response_flags",
                  "user_agent",
                  "request_id",
                  "authority",
                  "upstream_service_time",
                  "duration",
                  "bytes_sent",
                  "bytes_received",
                  "upstream_host"),
              Map.of(
                  "response_code",
                  r -> r.get("protocol").equals("-") ? "-" : r.get("response_code"))),
          new OtherFormat(
              "ecs-dotted",
              Requests.HTTP,
              r ->
                  object(
                      r,
                      "@timestamp=@start_time http.request.method=@method url.path=@path"
                          + " http.response.status_code=#response_code"
                          + " user_agent.original=@user_agent source.address=@x_forwarded_for"
                          + " envoyproxy.response_flags=@response_flags"
                          + " envoyproxy.authority=@authority"),
              List.of(
                  "start_time",
                  "method",
                  "path",
                  "response_code",
                  "response_flags",
                  "user_agent",
                  "authority"),
              Map.of()),
          new OtherFormat(
              "azure-container-apps",
              Requests.HTTP,
              r ->
                  object(
                      r,
                      "TimeGenerated=@start_time ContainerAppName_s=orders RequestMethod=@method"
                          + " RequestPath=@path ResponseCode=#response_code"
                          + " ResponseFlags=@response_flags"
                          + " ResponseCodeDetails=@response_code_details"
                          + " UpstreamHost=@upstream_host UpstreamCluster=@upstream_cluster"
                          + " Duration=#duration BytesSent=#bytes_sent UserAgent=@user_agent"
                          + " RequestId=@request_id Authority=@authority"),
              List.of(
                  "start_time",
                  "method",
                  "path",
                  "response_code",
                  "response_flags",
                  "response_code_details",
                  "upstream_host",
                  "upstream_cluster",
                  "duration",
                  "bytes_sent",
                  "user_agent",
                  "request_id",
                  "authority"),
              Map.of()),
          new OtherFormat(
              "ztunnel",
              Requests.ALL,
              OtherFormat::ztunnel,
              List.of(
                  "start_time",
                  "bytes_sent",
                  "bytes_received",
                  "duration",
                  "upstream_host",
                  "downstream_remote_address"),
              Map.of(
                  "start_time",
                  r -> r.get("start_time").replace("Z", "456Z"),
                  "upstream_host",
                  OtherFormat::tunnelTarget)),
          new OtherFormat(
              "ztunnel-json",
              Requests.ALL,
              r ->
                  object(
                      r,
                      "level=info time=@start_time scope=access message=connection_complete"
                          + " src.addr=@downstream_remote_address src.workload=web"
                          + " dst.addr=10.8.1.4:15008 dst.hbone_addr=@upstream_host"
                          + " dst.service=orders.shop.svc.cluster.local direction=outbound"
                          + " bytes_sent=#bytes_sent bytes_recv=#bytes_received"
                          + " duration=@duration+ms"),
              List.of("start_time", "bytes_sent", "bytes_received", "duration", "upstream_host"),
              Map.of("upstream_host", OtherFormat::tunnelTarget)));

  private static String tunnelTarget(Map<String, String> r) {
    return r.get("upstream_host").replaceAll("^-$", "10.8.1.4:15008");
  }

  private static String ztunnel(Map<String, String> r) {
    boolean failed = r.get("response_flags").startsWith("UF");
    return "%s\t%s\taccess\tconnection complete\tsrc.addr=%s src.workload=\"web-7d9\""
            .formatted(
                r.get("start_time").replace("Z", "456Z"),
                failed ? "error" : "info",
                r.get("downstream_remote_address"))
        + " src.namespace=\"shop\" src.identity=\"spiffe://cluster.local/ns/shop/sa/web\""
        + " dst.addr=10.8.1.4:15008 dst.hbone_addr=%s dst.service=\"orders.shop.svc.cluster.local\""
            .formatted(r.get("upstream_host"))
        + " dst.workload=\"orders-1\" dst.namespace=\"shop\" direction=\"outbound\""
        + " bytes_sent=%s bytes_recv=%s duration=\"%sms\""
            .formatted(r.get("bytes_sent"), r.get("bytes_received"), r.get("duration"))
        + (failed ? " error=\"io error: Connection refused (os error 111)\"" : "");
  }

  private static String ecs(Map<String, String> r) {
    boolean http = !r.get("protocol").equals("-");
    Map<String, Object> line = new LinkedHashMap<>();
    line.put("@timestamp", r.get("start_time"));
    line.put("event", Wrapper.map("duration", Long.parseLong(r.get("duration")) * 1_000_000));
    line.put("source", Wrapper.map("bytes", Long.parseLong(r.get("bytes_received"))));
    line.put(
        "destination",
        r.get("upstream_host").equals("-")
            ? Wrapper.map("bytes", Long.parseLong(r.get("bytes_sent")))
            : Wrapper.map(
                "bytes", Long.parseLong(r.get("bytes_sent")), "address", r.get("upstream_host")));
    Map<String, Object> envoy = new LinkedHashMap<>();
    envoy.put("log_type", "ACCESS");
    envoy.put("proxy_type", http ? "http" : "tcp");
    if (!r.get("response_flags").equals("-")) {
      envoy.put("response_flags", List.of(r.get("response_flags").split(",")));
    }
    if (!r.get("upstream_service_time").equals("-")) {
      envoy.put(
          "upstream_service_time", Long.parseLong(r.get("upstream_service_time")) * 1_000_000);
    }
    if (http) {
      line.put(
          "http",
          Wrapper.map(
              "request", Wrapper.map("method", r.get("method")),
              "response", Wrapper.map("status_code", Long.parseLong(r.get("response_code")))));
      line.put("url", Wrapper.map("path", r.get("path"), "domain", r.get("authority")));
      line.put("user_agent", Wrapper.map("original", r.get("user_agent"), "name", "Other"));
      envoy.put("request_id", r.get("request_id"));
      envoy.put("authority", r.get("authority"));
    }
    line.put("envoyproxy", envoy);
    line.put("host", Wrapper.map("name", "node-1"));
    return EnvoyFormat.json(line);
  }

  private static String gcpDetails(Map<String, String> r) {
    return switch (r.get("response_flags")) {
      case "-" -> "response_sent_by_backend";
      case "UT" -> "backend_timeout";
      case "UH" -> "failed_to_pick_backend";
      case "DC" -> "client_disconnected_before_any_response";
      default -> "failed_to_connect_to_backend";
    };
  }

  private static String gcp(Map<String, String> r) {
    Map<String, Object> line = new LinkedHashMap<>();
    line.put("insertId", r.get("request_id"));
    Map<String, Object> http = new LinkedHashMap<>();
    http.put("requestMethod", r.get("method"));
    http.put("requestUrl", "https://orders.example.test" + r.get("path"));
    http.put("requestSize", r.get("bytes_received"));
    http.put("status", Long.parseLong(r.get("response_code")));
    http.put("responseSize", r.get("bytes_sent"));
    http.put("userAgent", r.get("user_agent"));
    http.put("latency", seconds(r.get("duration")));
    line.put("httpRequest", http);
    line.put(
        "jsonPayload",
        Wrapper.map(
            "@type",
            "type.googleapis.com/google.cloud.loadbalancing.type.LoadBalancerLogEntry",
            "statusDetails",
            gcpDetails(r)));
    line.put(
        "resource",
        Wrapper.map("type", "http_load_balancer", "labels", Wrapper.map("zone", "global")));
    line.put("timestamp", r.get("start_time"));
    line.put("severity", "WARNING");
    return EnvoyFormat.json(line);
  }

  private static String cilium(Map<String, String> r) {
    return EnvoyFormat.json(
        Wrapper.map(
            "Type",
            "Response",
            "Timestamp",
            r.get("start_time"),
            "ObservationPoint",
            "Ingress",
            "Verdict",
            r.get("response_code").equals("403") ? "Denied" : "Forwarded",
            "HTTP",
            Wrapper.map(
                "Code", Long.parseLong(r.get("response_code")),
                "Method", r.get("method"),
                "URL", Wrapper.map("Scheme", "http", "Host", "orders", "Path", "/x"),
                "Protocol", "HTTP/1.1")));
  }

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

  private static String seconds(String milliseconds) {
    long ms = Long.parseLong(milliseconds);
    return ms % 1000 == 0 ? ms / 1000 + "s" : "%d.%03ds".formatted(ms / 1000, ms % 1000);
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

  /** {@code key=text key=@column key=#number}, as JSON; underscores in texts stay. */
  private static String object(Map<String, String> request, String words) {
    Map<String, Object> line = new LinkedHashMap<>();
    for (String word : words.split(" ")) {
      String key = word.substring(0, word.indexOf('='));
      String value = word.substring(word.indexOf('=') + 1);
      int at = value.indexOf('@');
      if (value.startsWith("#")) {
        line.put(key, Long.parseLong(request.get(value.substring(1))));
      } else if (at >= 0) {
        String[] parts = value.substring(at + 1).split("\\+");
        String suffix = parts.length > 1 ? parts[1] : "";
        String text = request.get(parts[0]);
        line.put(key, text.equals("-") ? null : value.substring(0, at) + text + suffix);
      } else {
        line.put(key, value);
      }
    }
    return EnvoyFormat.json(line);
  }

  /** What the fields of a line should be read as. */
  Map<String, String> expected(Map<String, String> request) {
    Map<String, String> expected = new TreeMap<>();
    for (String field : new ArrayList<>(fields)) {
      Function<Map<String, String>, String> other = renamed.get(field);
      expected.put(field, other == null ? request.get(field) : other.apply(request));
    }
    return expected;
  }
}
