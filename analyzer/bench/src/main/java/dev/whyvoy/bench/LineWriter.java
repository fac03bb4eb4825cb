package dev.whyvoy.bench;

/** Writes a request the way one log format does. */
public interface LineWriter {
  void write(Request request, String time, StringBuilder out);

  /** The writer for a format's name. */
  static LineWriter named(String name) {
    return switch (name) {
      case "istio-text" -> LineWriter::istioText;
      case "istio-json" -> LineWriter::istioJson;
      case "envoy-text" -> LineWriter::envoyText;
      default -> throw new IllegalArgumentException("no such format: " + name);
    };
  }

  private static void istioText(Request r, String time, StringBuilder out) {
    start(r, time, out);
    out.append(dash(r.details())).append(" - \"").append(dash(r.reason())).append("\" ");
    numbersAndHeaders(r, out);
    out.append(' ').append(dash(r.cluster()));
    out.append(' ').append(dash(r.upstreamLocal()));
    out.append(' ').append(dash(r.downstreamLocal()));
    out.append(' ').append(dash(r.downstreamRemote()));
    out.append(' ').append(dash(r.serverName()));
    out.append(' ').append(dash(r.route()));
  }

  private static void envoyText(Request r, String time, StringBuilder out) {
    start(r, time, out);
    numbersAndHeaders(r, out);
  }

  private static void start(Request r, String time, StringBuilder out) {
    out.append('[').append(time).append("] \"").append(r.method()).append(' ').append(r.path());
    out.append(' ').append(r.protocol()).append("\" ").append(r.code()).append(' ');
    out.append(r.flags()).append(' ');
  }

  private static void numbersAndHeaders(Request r, StringBuilder out) {
    out.append(r.received()).append(' ').append(r.sent()).append(' ').append(r.duration());
    out.append(' ');
    if (r.serviceTime() < 0) {
      out.append('-');
    } else {
      out.append(r.serviceTime());
    }
    out.append(" \"").append(dash(r.forwardedFor()));
    out.append("\" \"").append(r.userAgent());
    out.append("\" \"").append(r.requestId());
    out.append("\" \"").append(r.authority());
    out.append("\" \"").append(dash(r.upstreamHost())).append('"');
  }

  private static void istioJson(Request r, String time, StringBuilder out) {
    out.append('{');
    text("authority", r.authority(), out);
    number("bytes_received", r.received(), out);
    number("bytes_sent", r.sent(), out);
    text("connection_termination_details", "", out);
    text("downstream_local_address", r.downstreamLocal(), out);
    text("downstream_remote_address", r.downstreamRemote(), out);
    number("duration", r.duration(), out);
    text("method", r.method(), out);
    text("path", r.path(), out);
    text("protocol", r.protocol(), out);
    text("request_id", r.requestId(), out);
    text("requested_server_name", r.serverName(), out);
    number("response_code", r.code(), out);
    text("response_code_details", r.details(), out);
    text("response_flags", r.flags(), out);
    text("route_name", r.route(), out);
    text("start_time", time, out);
    text("upstream_cluster", r.cluster(), out);
    text("upstream_host", r.upstreamHost(), out);
    text("upstream_local_address", r.upstreamLocal(), out);
    text("upstream_service_time", r.serviceTime() < 0 ? "" : Long.toString(r.serviceTime()), out);
    text("upstream_transport_failure_reason", r.reason(), out);
    text("user_agent", r.userAgent(), out);
    text("x_forwarded_for", r.forwardedFor(), out);
    out.setCharAt(out.length() - 1, '}');
  }

  private static void text(String key, String value, StringBuilder out) {
    out.append('"').append(key).append("\":");
    if (value.isEmpty()) {
      out.append("null,");
    } else {
      out.append('"').append(value).append("\",");
    }
  }

  private static void number(String key, long value, StringBuilder out) {
    out.append('"').append(key).append("\":").append(value).append(',');
  }

  private static String dash(String value) {
    return value.isEmpty() ? "-" : value;
  }
}
