package dev.whyvoy.core.fact;

import static dev.whyvoy.core.fact.FactNames.BYTES_MOVED;
import static dev.whyvoy.core.fact.FactNames.BYTES_RECEIVED;
import static dev.whyvoy.core.fact.FactNames.BYTES_SENT;
import static dev.whyvoy.core.fact.FactNames.CLIENT_KIND;
import static dev.whyvoy.core.fact.FactNames.DETAILS_NAME;
import static dev.whyvoy.core.fact.FactNames.FLAG_MISSING;
import static dev.whyvoy.core.fact.FactNames.GRPC_STATUS;
import static dev.whyvoy.core.fact.FactNames.HOP_ANSWERED;
import static dev.whyvoy.core.fact.FactNames.IS_GRPC;
import static dev.whyvoy.core.fact.FactNames.IS_TCP;
import static dev.whyvoy.core.fact.FactNames.METHOD;
import static dev.whyvoy.core.fact.FactNames.PATH;
import static dev.whyvoy.core.fact.FactNames.PROTOCOL;
import static dev.whyvoy.core.fact.FactNames.PROTOCOL_VERSION;
import static dev.whyvoy.core.fact.FactNames.REPLY_BODY;
import static dev.whyvoy.core.fact.FactNames.RESPONSE_CODE;
import static dev.whyvoy.core.fact.FactNames.RESPONSE_FLAGS;
import static dev.whyvoy.core.fact.FactNames.UPSTREAM_SERVICE_TIME_MS;

import java.util.Set;

/** What request and response tell: the protocol, who answered, which way bytes went. */
final class ExchangeFacts {
  /** Flags that say something about a response without telling that Envoy made it. */
  private static final Set<String> SILENT = Set.of("DI", "URX", "RFCF");

  private ExchangeFacts() {}

  /** Reads also what {@link ClientFacts} has derived. */
  static void add(Facts facts, Facts.Builder derived) {
    boolean tcp = isTcp(facts);
    if (tcp) {
      derived.set(IS_TCP, "true");
    }
    if (facts.has(GRPC_STATUS) || facts.holds(CLIENT_KIND, "grpc")) {
      derived.set(IS_GRPC, "true");
    }
    if (facts.lacks(RESPONSE_FLAGS)) {
      derived.set(FLAG_MISSING, "true");
    }
    facts
        .get(PROTOCOL)
        .map(ExchangeFacts::version)
        .ifPresent(v -> derived.set(PROTOCOL_VERSION, v));
    String answered = tcp ? "" : answered(facts);
    if (!answered.isEmpty()) {
      derived.set(HOP_ANSWERED, answered);
    }
    boolean localReply = answered.equals("envoy") && facts.number(RESPONSE_CODE).orElse(0) >= 400;
    String moved = moved(facts, localReply);
    if (!moved.isEmpty()) {
      derived.set(BYTES_MOVED, moved);
    }
  }

  private static boolean isTcp(Facts facts) {
    return facts.lacks(METHOD)
        && facts.lacks(PATH)
        && facts.lacks(PROTOCOL)
        && facts.number(RESPONSE_CODE).orElse(0) == 0;
  }

  private static String version(String protocol) {
    String version = protocol.startsWith("HTTP/") ? protocol.substring(5) : protocol;
    return version.endsWith(".0") && !version.equals("1.0")
        ? version.substring(0, version.length() - 2)
        : version;
  }

  private static String answered(Facts facts) {
    if (facts.holds(DETAILS_NAME, "via_upstream")) {
      return "upstream";
    }
    boolean flagged = facts.all(RESPONSE_FLAGS).stream().anyMatch(flag -> !SILENT.contains(flag));
    if (flagged || facts.has(DETAILS_NAME) || facts.has(REPLY_BODY)) {
      return facts.has(UPSTREAM_SERVICE_TIME_MS) && !flagged ? "upstream" : "envoy";
    }
    return facts.has(UPSTREAM_SERVICE_TIME_MS) ? "upstream" : "";
  }

  /** Bytes of a local reply's body did not come from the upstream. */
  private static String moved(Facts facts, boolean localReply) {
    if (facts.number(BYTES_SENT).orElse(0) > 0 && !localReply) {
      return "response";
    }
    if (!facts.has(BYTES_SENT) || !facts.has(BYTES_RECEIVED)) {
      return "";
    }
    return facts.number(BYTES_RECEIVED).orElse(0) > 0 ? "request" : "none";
  }
}
