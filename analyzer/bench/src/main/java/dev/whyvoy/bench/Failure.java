package dev.whyvoy.bench;

/**
 * A way to fail.
 *
 * @param weight how often, in parts of all failures
 * @param reason upstream transport failure reason; empty if none
 * @param sent body bytes of the reply
 * @param least shortest duration in ms
 * @param most longest duration in ms
 * @param reached whether an upstream host was chosen
 */
record Failure(
    int weight,
    int code,
    String flags,
    String details,
    String reason,
    int sent,
    int least,
    int most,
    boolean reached) {
  private static final String CONNECT = "upstream_reset_before_response_started{";

  static final Failure[] ALL = {
    new Failure(18, 503, "UC", CONNECT + "connection_termination}", "", 95, 0, 40, true),
    new Failure(
        14,
        503,
        "UF,URX",
        CONNECT + "remote_connection_failure|delayed_connect_error:_Connection_refused}",
        "delayed_connect_error:_Connection_refused",
        152,
        1,
        60,
        true),
    new Failure(9, 503, "UF", CONNECT + "connection_timeout}", "", 91, 10000, 10020, true),
    new Failure(
        6,
        503,
        "UF,URX",
        CONNECT
            + "remote_connection_failure|TLS_error:|268435581:SSL_routines:OPENSSL_internal:CERTIFICATE_VERIFY_FAILED:TLS_error_end}",
        "TLS_error:|268435581:SSL_routines:OPENSSL_internal:CERTIFICATE_VERIFY_FAILED:TLS_error_end",
        240,
        3,
        30,
        true),
    new Failure(9, 504, "UT", "upstream_response_timeout", "", 24, 15000, 15030, true),
    new Failure(8, 503, "UH", "no_healthy_upstream", "", 19, 0, 0, false),
    new Failure(8, 404, "NR", "route_not_found", "", 0, 0, 0, false),
    new Failure(7, 0, "DC", "downstream_remote_disconnect", "", 0, 30, 60000, true),
    new Failure(5, 503, "UO", CONNECT + "overflow}", "", 81, 0, 0, false),
    new Failure(4, 502, "UPE", CONNECT + "protocol_error}", "", 87, 1, 20, true),
    new Failure(4, 403, "-", "rbac_access_denied_matched_policy[none]", "", 19, 0, 1, false),
    new Failure(3, 403, "UAEX", "ext_authz_denied", "", 30, 2, 12, false),
    new Failure(3, 429, "RL", "request_rate_limited", "", 0, 1, 3, false),
    new Failure(2, 503, "UR", CONNECT + "remote_reset}", "", 85, 1, 900, true),
  };

  private static final int TOTAL = total();

  /** The failure at {@code point}, a number below {@link #total}. */
  static Failure at(int point) {
    int rest = point;
    for (Failure failure : ALL) {
      rest -= failure.weight;
      if (rest < 0) {
        return failure;
      }
    }
    return ALL[0];
  }

  static int total() {
    int sum = 0;
    for (Failure failure : ALL) {
      sum += failure.weight;
    }
    return sum;
  }

  static Failure any(java.util.SplittableRandom random) {
    return at(random.nextInt(TOTAL));
  }
}
