package dev.whyvoy.core.source;

import static dev.whyvoy.core.source.OtherFormat.object;

import java.util.List;
import java.util.Map;

/** Lines of proxies around Envoy, and of what runs beside it. */
final class MeshFormats {
  static final List<OtherFormat> ALL =
      List.of(
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
              MeshFormats::cilium,
              List.of("method", "response_code", "start_time"),
              Map.of()),
          new OtherFormat(
              "ztunnel",
              Requests.ALL,
              MeshFormats::ztunnel,
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
                  MeshFormats::tunnelTarget)),
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
              Map.of("upstream_host", MeshFormats::tunnelTarget)));

  private MeshFormats() {}

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

  private static String tunnelTarget(Map<String, String> r) {
    return r.get("upstream_host").replaceAll("^-$", "10.8.1.4:15008");
  }
}
