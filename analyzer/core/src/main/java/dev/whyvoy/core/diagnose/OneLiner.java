package dev.whyvoy.core.diagnose;

import dev.whyvoy.core.fact.Facts;
import dev.whyvoy.core.knowledge.Placeholders;

/** Says a diagnosis in one sentence about the case at hand. */
final class OneLiner {
  private OneLiner() {}

  /** {@code text} with its facts and phrases filled in. */
  static String of(String text, Facts facts) {
    return Placeholders.fill(
        text,
        name ->
            switch (name) {
              case "retried" -> retried(facts);
              case "answered" -> answered(facts);
              case "upstream" -> upstream(facts);
              case "hop" -> hop(facts);
              default -> value(name, facts);
            });
  }

  /** The value of a fact, or that it is not known. */
  static String value(String name, Facts facts) {
    return facts.has(name)
        ? String.join(", ", facts.all(name))
        : "(" + name.replace('_', ' ') + " not known)";
  }

  private static String retried(Facts facts) {
    boolean again =
        facts.holds("retried", "true")
            || facts.holds("response_flags", "URX")
            || facts.number("attempt_count").orElse(1) > 1;
    return again ? ", also on retry" : "";
  }

  private static String answered(Facts facts) {
    String code = facts.get("response_code").orElse("");
    if (facts.holds("is_tcp", "true")) {
      return "Envoy closed the connection";
    }
    if (facts.holds("response_started", "true")) {
      return code.isEmpty() || code.equals("0")
          ? "the response had begun, so Envoy cut it short"
          : "the response, a " + code + ", had begun, so Envoy cut it short";
    }
    if (code.equals("0")) {
      return "Envoy sent no response";
    }
    if (facts.has("grpc_status")) {
      return "Envoy answered gRPC status " + value("grpc_status", facts);
    }
    return code.isEmpty() ? "Envoy answered in its place" : "Envoy answered " + code;
  }

  private static String upstream(Facts facts) {
    switch (facts.get("cluster_direction").orElse("")) {
      case "inbound":
        return "the app in the same pod";
      case "xds":
        return "the control plane";
      default:
        break;
    }
    return switch (facts.get("upstream_kind").orElse("absent")) {
      case "absent" -> "the upstream host";
      case "internal_listener" -> "the tunnel to the upstream host";
      case "own_pod" -> "the app in the same pod";
      default -> "upstream host " + value("upstream_host", facts);
    };
  }

  /** Which proxy on the path speaks. */
  private static String hop(Facts facts) {
    return switch (facts.get("cluster_direction").orElse("")) {
      case "inbound", "inbound_passthrough" -> "the sidecar beside the app";
      case "outbound", "passthrough" -> "the proxy on the calling side";
      default -> "this Envoy";
    };
  }
}
