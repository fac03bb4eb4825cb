package dev.whyvoy.bench.incident;

/**
 * How a request failed.
 *
 * @param host whether an upstream host was chosen
 * @param reason upstream transport failure reason; empty if none
 */
record Outcome(
    int code, String flags, String details, String reason, int sent, long duration, boolean host) {
  private static final String RESET = "upstream_reset_before_response_started{";

  static Outcome reset(int code, String flags, String why, int sent, long duration) {
    return new Outcome(code, flags, RESET + why + "}", "", sent, duration, true);
  }

  static Outcome closed(long duration) {
    return reset(503, "UC", "connection_termination", 95, duration);
  }

  static Outcome connectTimeout(long duration) {
    return reset(503, "UF", "connection_timeout", 91, duration);
  }

  static Outcome refused(long duration) {
    String reason = "delayed_connect_error:_Connection_refused";
    String details = RESET + "remote_connection_failure|" + reason + "}";
    return new Outcome(503, "UF", details, reason.replace('_', ' '), 152, duration, true);
  }

  static Outcome tls(String error, long duration) {
    String reason = "TLS_error:|" + error + ":TLS_error_end";
    String details = RESET + "remote_connection_failure|" + reason + "}";
    return new Outcome(503, "UF", details, reason, 240, duration, true);
  }

  static Outcome overflow() {
    return new Outcome(503, "UO", RESET + "overflow}", "", 81, 0, false);
  }

  static Outcome noHost() {
    return new Outcome(503, "UH", "no_healthy_upstream", "", 19, 0, false);
  }

  static Outcome timeout(String flags, long duration) {
    return new Outcome(504, flags, "response_timeout", "", 24, duration, true);
  }

  static Outcome noRoute() {
    return new Outcome(404, "NR", "route_not_found", "", 0, 0, false);
  }

  static Outcome limited() {
    return new Outcome(429, "RL", "request_rate_limited", "", 18, 1, false);
  }

  static Outcome cancelled(long duration) {
    return new Outcome(0, "DC", "downstream_remote_disconnect", "", 0, duration, true);
  }

  static Outcome answered(int code, int sent, long duration) {
    return new Outcome(code, "-", "via_upstream", "", sent, duration, true);
  }
}
