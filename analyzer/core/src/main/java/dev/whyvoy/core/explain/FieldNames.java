package dev.whyvoy.core.explain;

import static java.util.Map.entry;

import dev.whyvoy.core.fact.FactNames;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** What fields are called in logs, mapped to the facts that hold them. */
final class FieldNames {
  /** Field of a record that holds response code details as a whole. */
  static final String DETAILS = "response_code_details";

  /** Field of a record that holds a transport failure reason. */
  static final String TRANSPORT = "upstream_transport_failure_reason";

  /** Field of a record that holds a local close reason. */
  static final String LOCAL_CLOSE = "local_close_reason";

  /** Field that holds a body or gRPC message. */
  static final String BODY = "body";

  private static final Map<String, String> ALIASES =
      Map.ofEntries(
          entry("response_flags", FactNames.RESPONSE_FLAGS),
          entry("response_flag", FactNames.RESPONSE_FLAGS),
          entry("response_flags_long", FactNames.RESPONSE_FLAGS),
          entry("resp_flags", FactNames.RESPONSE_FLAGS),
          entry("flags", FactNames.RESPONSE_FLAGS),
          entry("flag", FactNames.RESPONSE_FLAGS),
          entry("response_code", FactNames.RESPONSE_CODE),
          entry("resp_code", FactNames.RESPONSE_CODE),
          entry("status", FactNames.RESPONSE_CODE),
          entry("status_code", FactNames.RESPONSE_CODE),
          entry("statuscode", FactNames.RESPONSE_CODE),
          entry("http_status", FactNames.RESPONSE_CODE),
          entry("code", FactNames.RESPONSE_CODE),
          entry("response_code_details", DETAILS),
          entry("response_details", DETAILS),
          entry("resp_code_details", DETAILS),
          entry("statusdetails", DETAILS),
          entry("status_details", DETAILS),
          entry("details", DETAILS),
          entry("upstream_transport_failure_reason", TRANSPORT),
          entry("downstream_transport_failure_reason", TRANSPORT),
          entry("transport_failure_reason", TRANSPORT),
          entry("upstream_failure_reason", TRANSPORT),
          entry("connection_termination_details", FactNames.CONNECTION_TERMINATION_DETAILS),
          entry("downstream_local_close_reason", LOCAL_CLOSE),
          entry("upstream_local_close_reason", LOCAL_CLOSE),
          entry("local_close_reason", LOCAL_CLOSE),
          entry("reset_reason", FactNames.RESET_REASON),
          entry("local_reply_body", BODY),
          entry("response_body", BODY),
          entry("body", BODY),
          entry("grpc_message", BODY),
          entry("message", BODY),
          entry("msg", BODY),
          entry("duration", FactNames.DURATION_MS),
          entry("duration_ms", FactNames.DURATION_MS),
          entry("upstream_service_time", FactNames.UPSTREAM_SERVICE_TIME_MS),
          entry("upstream_service_time_ms", FactNames.UPSTREAM_SERVICE_TIME_MS),
          entry("x_envoy_upstream_service_time", FactNames.UPSTREAM_SERVICE_TIME_MS),
          entry("upstream_request_attempt_count", FactNames.ATTEMPT_COUNT),
          entry("x_envoy_attempt_count", FactNames.ATTEMPT_COUNT),
          entry("server", FactNames.SERVER_HEADER),
          entry("req_method", FactNames.METHOD),
          entry("host", FactNames.AUTHORITY),
          entry("sni", FactNames.REQUESTED_SERVER_NAME),
          entry("grpc_status", FactNames.GRPC_STATUS),
          entry("grpc_status_number", FactNames.GRPC_STATUS));

  private FieldNames() {}

  /**
   * The fact, or one of the fields above, that a key stands for: {@code responseFlags}, {@code
   * response-flags} and {@code %RESPONSE_FLAGS%} are the same.
   *
   * @param recorded whether a fact of this name is a field of a record
   */
  static Optional<String> of(String key, Predicate<String> recorded) {
    String name = plain(key);
    String alias = ALIASES.get(name);
    return alias != null
        ? Optional.of(alias)
        : recorded.test(name) ? Optional.of(name) : Optional.empty();
  }

  /** The words of a key in lower case, joined by underscores. */
  private static String plain(String key) {
    StringBuilder name = new StringBuilder(key.length() + 4);
    char before = 0;
    for (int i = 0; i < key.length(); i++) {
      char c = key.charAt(i);
      boolean upper = c >= 'A' && c <= 'Z';
      if (upper && isSmallOrDigit(before)) {
        name.append('_');
      }
      before = c;
      // Some capital letters beyond ASCII have a small one within.
      String small = c < 0x80 ? "" : String.valueOf(c).toLowerCase(Locale.ROOT);
      char lower = upper ? (char) (c + 32) : small.length() == 1 ? small.charAt(0) : c;
      if (isSmallOrDigit(lower)) {
        name.append(lower);
      } else if (name.length() == 0 || name.charAt(name.length() - 1) != '_') {
        name.append('_');
      }
    }
    int from = name.length() > 0 && name.charAt(0) == '_' ? 1 : 0;
    int to = name.length();
    while (to > from && name.charAt(to - 1) == '_') {
      to--;
    }
    return name.substring(from, to);
  }

  private static boolean isSmallOrDigit(char c) {
    return c >= 'a' && c <= 'z' || c >= '0' && c <= '9';
  }
}
