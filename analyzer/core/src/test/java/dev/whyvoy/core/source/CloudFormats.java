package dev.whyvoy.core.source;

import static dev.whyvoy.core.source.OtherFormat.object;
import static dev.whyvoy.core.source.OtherFormat.seconds;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What clouds and collectors rename. */
final class CloudFormats {
  static final List<OtherFormat> ALL =
      List.of(
          new OtherFormat(
              "gcp-l7-lb",
              Requests.HTTP,
              CloudFormats::gcp,
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
              CloudFormats::ecs,
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
              Map.of()));

  private CloudFormats() {}

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
}
