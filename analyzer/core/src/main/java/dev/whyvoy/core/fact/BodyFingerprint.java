package dev.whyvoy.core.fact;

import static dev.whyvoy.core.fact.FactNames.BODY_FINGERPRINT;
import static dev.whyvoy.core.fact.FactNames.BYTES_SENT;
import static dev.whyvoy.core.fact.FactNames.DETAILS_NAME;
import static dev.whyvoy.core.fact.FactNames.REPLY_BODY;
import static dev.whyvoy.core.fact.FactNames.RESET_REASON;
import static dev.whyvoy.core.fact.FactNames.RESPONSE_CODE;
import static dev.whyvoy.core.fact.FactNames.RESPONSE_FLAGS;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Which fixed body of a local reply has the length that was sent. Lengths differ enough to tell
 * most apart when the response code details were not logged.
 */
final class BodyFingerprint {
  private static final String RESET =
      "upstream connect error or disconnect/reset before headers. reset reason: ";

  /** Body to the status it is sent with. */
  private static final Map<String, Integer> BODIES = bodies();

  private BodyFingerprint() {}

  private static Map<String, Integer> bodies() {
    Map<String, Integer> bodies = new LinkedHashMap<>();
    for (String reason :
        new String[] {
          "overflow",
          "local reset",
          "remote reset",
          "connection failure",
          "connection timeout",
          "connection termination",
          "local connection failure",
          "remote connection failure",
          "remote refused stream reset"
        }) {
      bodies.put(RESET + reason, 503);
    }
    bodies.put(RESET + "protocol error", 502);
    bodies.put("upstream connect error or disconnect/reset before headers", 503);
    bodies.put("no healthy upstream", 503);
    bodies.put("upstream request timeout", 504);
    bodies.put("stream timeout", 408);
    bodies.put("RBAC: access denied", 403);
    bodies.put("Jwt is missing", 401);
    bodies.put("Payload Too Large", 413);
    return bodies;
  }

  /** Whether the body was read to its end. */
  private static boolean isWhole(Facts facts) {
    String body = facts.get(REPLY_BODY).orElse("");
    return !body.isEmpty() && (facts.has(RESET_REASON) || !RESET.startsWith(body));
  }

  static void add(Facts facts, Facts.Builder derived) {
    long sent = facts.number(BYTES_SENT).orElse(0);
    long code = facts.number(RESPONSE_CODE).orElse(0);
    if (sent == 0 || facts.has(DETAILS_NAME) || isWhole(facts)) {
      return;
    }
    boolean overflow = facts.holds(RESPONSE_FLAGS, "UO");
    BODIES.forEach(
        (body, status) -> {
          if (body.startsWith(facts.get(REPLY_BODY).orElse(""))
              && body.length() == sent
              && status == code
              && overflow == body.endsWith("overflow")) {
            derived.add(BODY_FINGERPRINT, body);
          }
        });
  }
}
