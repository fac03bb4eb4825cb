package dev.whyvoy.core.record;

/** What a line of a log is. */
public enum LineKind {
  /** An access record; its fields are set. */
  ACCESS("access record"),
  /** A line of a component log, of Envoy or of what runs beside it. */
  APPLICATION_LOG("application log line"),
  /** Nothing but white space. */
  BLANK("blank line"),
  /** Starts like an access record, but does not go on to its end. */
  CUT_OFF("access record cut off in the middle"),
  /** JSON without any field of an access log. */
  OTHER_JSON("JSON without access log fields"),
  /** Starts like JSON, but is none. */
  BROKEN_JSON("broken JSON"),
  /** Text of no known format. */
  OTHER_TEXT("text of no known format");

  private final String words;

  LineKind(String words) {
    this.words = words;
  }

  /** What to call it to people. */
  public String words() {
    return words;
  }

  /** Whether it is a line whose meaning was not found. */
  public boolean notUnderstood() {
    return ordinal() >= CUT_OFF.ordinal();
  }
}
