package dev.whyvoy.core.hop;

import dev.whyvoy.core.record.Field;
import java.util.List;

/**
 * What two proxies' records of one request tell together. The outer proxy is the one nearer the
 * client.
 */
public enum Story {
  /** The inner proxy took what the outer one sent for a breach of the protocol. */
  REFUSED_REQUEST(
      "the proxy nearer the server took what the one before it sent for a breach of the protocol,"
          + " and closed"),
  /** The outer proxy took what the inner one sent for a breach of the protocol. */
  REFUSED_ANSWER(
      "the proxy nearer the client took the answer that came through the other for a breach of the"
          + " protocol, and closed"),
  /** The inner proxy failed first, on its way to the server. */
  FAILED_BEHIND("it failed first behind the proxy nearer the server, between it and the server"),
  /** The inner proxy decided against the request. */
  DENIED_BEHIND("the proxy nearer the server itself refused the request, by its configuration"),
  /** The server's own answer went through both. */
  PASSED_ON("both proxies passed on what the server itself answered"),
  /** The client went away, and both saw it. */
  CLIENT_LEFT("the client went away first: both proxies saw it"),
  /** The outer proxy stopped waiting, while the inner one still waited for the server. */
  GAVE_UP_BEFORE(
      "the proxy nearer the client stopped waiting first, while the other still waited for the"
          + " server"),
  /** Each says that the other side closed. */
  CUT_BETWEEN("each proxy says that the other side closed: the connection was cut between the two"),
  /** Both failed, and in what order cannot be told. */
  UNCLEAR("both proxies failed it, and the records do not tell which did first");

  private static final String[] CLIENT = {"DC", "DR"};
  private static final String[] WAITED = {"UT", "SI", "DT", "UMSDR", "LR"};
  private static final String[] UPSTREAM = {
    "UF", "UC", "UR", "UT", "UPE", "UH", "UO", "NR", "NC", "URX", "LR", "OM", "DF", "UMSDR"
  };
  private static final String[] DENIED = {"UAEX", "RL", "RLSE", "FI", "RFCF", "DO", "UDO"};
  private static final List<String> DENIALS =
      List.of(
          "rbac_",
          "ext_authz",
          "ext_proc",
          "jwt_",
          "request_rate_limited",
          "local_rate_limited",
          "csrf",
          "direct_response",
          "fault_filter");

  private final String words;

  Story(String words) {
    this.words = words;
  }

  /** It as a clause. */
  public String words() {
    return words;
  }

  /** Whether what the inner proxy says comes first, and the outer one's record follows from it. */
  public boolean beginsInside() {
    return switch (this) {
      case REFUSED_REQUEST, FAILED_BEHIND, DENIED_BEHIND, PASSED_ON -> true;
      case REFUSED_ANSWER, CLIENT_LEFT, GAVE_UP_BEFORE, CUT_BETWEEN, UNCLEAR -> false;
    };
  }

  static Story of(Hop outer, Hop inner) {
    String details = inner.text(Field.RESPONSE_CODE_DETAILS);
    boolean innerSawClose =
        inner.hasFlag(CLIENT)
            || details.startsWith("downstream_remote_disconnect")
            || details.equals("http2.remote_reset");
    boolean longer = inner.duration() > outer.duration() && outer.duration() >= 0;
    if (inner.hasFlag("DPE") || isBreach(details)) {
      return REFUSED_REQUEST;
    }
    if (innerSawClose) {
      return afterClose(outer);
    }
    if (inner.hasFlag(DENIED) || DENIALS.stream().anyMatch(details::startsWith)) {
      return DENIED_BEHIND;
    }
    if (inner.hasFlag(UPSTREAM)) {
      return longer && outer.hasFlag(WAITED)
          ? GAVE_UP_BEFORE
          : longer && outer.hasFlag(CLIENT) ? CLIENT_LEFT : FAILED_BEHIND;
    }
    if (details.equals("via_upstream")) {
      return outer.flags().isEmpty() ? PASSED_ON : UNCLEAR;
    }
    return UNCLEAR;
  }

  private static Story afterClose(Hop outer) {
    if (outer.hasFlag(CLIENT)) {
      return CLIENT_LEFT;
    }
    if (outer.hasFlag(WAITED)) {
      return GAVE_UP_BEFORE;
    }
    if (outer.hasFlag("UPE")
        || outer.text(Field.RESPONSE_CODE_DETAILS).contains("protocol_error")) {
      return REFUSED_ANSWER;
    }
    return outer.hasFlag("UC", "UR") ? CUT_BETWEEN : UNCLEAR;
  }

  private static boolean isBreach(String details) {
    return (details.startsWith("http1.")
            || details.startsWith("http2.")
            || details.startsWith("http3.")
            || details.startsWith("codec_error")
            || details.startsWith("codec error"))
        && !details.endsWith("remote_reset")
        && !details.endsWith("remote_refuse");
  }
}
