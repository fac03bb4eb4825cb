package dev.whyvoy.report;

/** Styles of text on a terminal. */
enum Ink {
  STRONG("1"),
  FAINT("2"),
  HEADING("1;36"),
  ERROR("1;31"),
  WARNING("1;33"),
  GOOD("32"),
  MARK("36");

  static final String OFF = "\u001b[0m";

  private final String parameters;

  Ink(String parameters) {
    this.parameters = parameters;
  }

  String on() {
    return "\u001b[" + parameters + "m";
  }
}
