package dev.whyvoy.core.explain;

import dev.whyvoy.grammar.Piece;
import dev.whyvoy.grammar.details.ResponseDetails;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the parts of response code details are, in words. */
final class DetailLabels {
  private static final Map<String, String> ARGUMENTS =
      Map.ofEntries(
          Map.entry("jwt_authn_access_denied", "what the check of the token came to"),
          Map.entry("ext_proc_error_gRPC_error", "message of that gRPC status"),
          Map.entry("request_headers_failed_strict_check", "the header whose value is not valid"),
          Map.entry("dns_resolution_failure", "what the resolver said"),
          Map.entry("overload_error", "where the overload manager sheds load"),
          Map.entry("codec_error", "what the codec or header check does not accept"),
          Map.entry("filter_removed_required_request_headers", "what the filters took away"),
          Map.entry("filter_removed_required_response_headers", "what the filters took away"),
          Map.entry("downstream_local_disconnect", "why Envoy closed the client's connection"));

  private DetailLabels() {}

  static String name(ResponseDetails details) {
    Piece number = details.number();
    return number != null && details.name().text().endsWith("gRPC_error")
        ? "response code details; " + GrpcStatus.words(number.text())
        : "response code details";
  }

  static String argument(ResponseDetails details, Piece argument) {
    String name = details.name().text();
    if (name.equals("rbac_access_denied_matched_policy")) {
      return policy(details.policy(), argument.text());
    }
    if (name.endsWith("_transcode_failure")) {
      return GrpcStatus.code(argument.text()).isPresent()
          ? GrpcStatus.words(argument.text())
          : "the step that failed";
    }
    return ARGUMENTS.getOrDefault(name, "what the details are about");
  }

  private static String policy(ResponseDetails.@Nullable Policy policy, String argument) {
    if (policy != null) {
      return "policy that matched: namespace "
          + policy.namespace().text()
          + ", name "
          + policy.name().text()
          + ", rule "
          + policy.rule().text();
    }
    return argument.equals("none") ? "no policy matched" : "policy that matched";
  }
}
