package dev.whyvoy.core.diagnose;

import java.util.Locale;

/** What sort of text a finding was read from. */
public enum Kind {
  RESPONSE_BODY,
  RESPONSE_CODE_DETAILS,
  RESPONSE_FLAGS,
  TRANSPORT_FAILURE_REASON,
  CONNECTION_TERMINATION_DETAILS,
  LOCAL_CLOSE_REASON,
  ACCESS_LOG,
  APPLICATION_LOG,
  /** Status line and headers of a response. */
  HTTP_RESPONSE,
  /** A code of this knowledge, such as {@code EV301}. */
  CODE,
  UNKNOWN;

  /** As written in JSON. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
