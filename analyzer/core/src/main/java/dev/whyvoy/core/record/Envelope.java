package dev.whyvoy.core.record;

/** What can stand around a line of a log. */
enum Envelope {
  KUBECTL_PREFIX("kubectl --prefix"),
  TIME("a time stamp"),
  CRI("CRI"),
  LABELS("logcli"),
  SYSLOG("syslog"),
  JOURNAL("journald or syslog"),
  COMPOSE("docker compose"),
  WORDS("stern, or words before the line"),
  FLUENT_BIT("Fluent Bit's standard output"),
  COLOURS("colours of a terminal"),
  JSON("JSON with the line in a string");

  private final String words;

  Envelope(String words) {
    this.words = words;
  }

  /** What to call it to people. */
  String words() {
    return words;
  }
}
