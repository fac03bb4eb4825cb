package dev.whyvoy.core.knowledge;

/** The kind of text a message is written in. */
public enum Dialect {
  RESPONSE_FLAGS("response_flags"),
  RESPONSE_CODE_DETAILS("response_code_details"),
  RESPONSE_BODY("response_body"),
  TRANSPORT_FAILURE_REASON("transport_failure_reason"),
  CONNECTION_TERMINATION_DETAILS("connection_termination_details"),
  LOCAL_CLOSE_REASON("local_close_reason"),
  RESET_REASON("reset_reason"),
  CODEC_ERROR("codec_error"),
  TLS_ERROR("tls_error"),
  APPLICATION_LOG("application_log");

  private final String word;

  Dialect(String word) {
    this.word = word;
  }

  /** As written in the knowledge files and shown to people. */
  public String word() {
    return word;
  }
}
