package dev.whyvoy.core.record;

import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Tells fields by what their values look like, for logs whose keys say nothing. */
final class Looks {
  private static final Set<String> METHODS =
      Set.of("GET", "POST", "PUT", "DELETE", "HEAD", "PATCH", "OPTIONS", "CONNECT", "TRACE");
  private static final Pattern PROTOCOL = Pattern.compile("HTTP/[123](\\.[01])?");
  private static final Pattern TIME =
      Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}[T ][0-9]{2}:[0-9]{2}:[0-9]{2}.*");
  private static final Pattern CLUSTER =
      Pattern.compile(
          "(in|out)bound\\|[0-9]*\\|.*|BlackHoleCluster|(Inbound)?PassthroughCluster.*");
  private static final Pattern CODE = Pattern.compile("[1-5][0-9]{2}");
  private static final Pattern DETAILS =
      Pattern.compile(
          "via_upstream|direct_response|route_not_found|cluster_not_found|no_healthy_upstream"
              + "|request_headers_failed_strict_check|downstream_(remote|local)_disconnect.*"
              + "|(upstream|local)_reset_(before|after)_response_started[{].*|[{]?stream_idle_timeout"
              + "|upstream_(per_try_)?(idle_)?timeout|response_timeout|upstream_response_timeout"
              + "|upstream_max_stream_duration_reached|ext_authz_(denied|error)"
              + "|rbac_access_denied_matched_policy\\[.*|http[12]\\.[a-z_.]+|codec_error[:{].*");

  private Looks() {}

  /** The field that a value is likely to fill; null if it may be anything. */
  static @Nullable Field of(String path, String value) {
    if (METHODS.contains(value)) {
      return Field.METHOD;
    }
    if (PROTOCOL.matcher(value).matches()) {
      return Field.PROTOCOL;
    }
    if (DETAILS.matcher(value).matches()) {
      return Field.RESPONSE_CODE_DETAILS;
    }
    if (CLUSTER.matcher(value).matches()) {
      return Field.UPSTREAM_CLUSTER;
    }
    if (path.contains("flag") && areFlags(value)) {
      return Field.RESPONSE_FLAGS;
    }
    boolean codeName = path.contains("code") || path.contains("status") || path.endsWith("rc");
    if (codeName && CODE.matcher(value).matches()) {
      return Field.RESPONSE_CODE;
    }
    if (path.contains("duration") && value.matches("[0-9]+")) {
      return Field.DURATION;
    }
    return TIME.matcher(value).matches() ? Field.START_TIME : null;
  }

  private static boolean areFlags(String value) {
    for (String flag : value.split(",", -1)) {
      if (!LooseReader.FLAGS.contains(flag)) {
        return false;
      }
    }
    return true;
  }
}
