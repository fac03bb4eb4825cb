package dev.whyvoy.cli;

/** The help that is not about one command. */
final class Help {
  private static final String EXAMPLES =
      """
      Examples:
        whyvoy access.log                        what failed, where, since when, and why
        kubectl logs deploy/web -c istio-proxy | whyvoy
        whyvoy explain '503 UF upstream_reset_before_response_started{connection_failure}'
        whyvoy catalog UF                        what a flag, code or text can mean
      """;

  static final String SHORT =
      """
      whyvoy explains why Envoy failed a request.

      """
          + EXAMPLES
          + """

          Try whyvoy --help for all commands.
          """;

  private Help() {}

  /** Every command in one line each. */
  static String full() {
    StringBuilder text = new StringBuilder();
    text.append("whyvoy explains why Envoy failed a request: from any line Envoy writes to the\n");
    text.append("code path behind it and the likely cause.\n\n");
    text.append("Usage: whyvoy [FILE...]           the same as whyvoy summary\n");
    text.append("       whyvoy COMMAND [OPTION...] [ARGUMENT...]\n\n");
    text.append("Commands:\n");
    for (Commands.Entry entry : Commands.ALL) {
      text.append("  ").append(entry.name());
      text.append(" ".repeat(Math.max(1, 11 - entry.name().length())));
      text.append(entry.line()).append('\n');
    }
    text.append(
        "\nwhyvoy COMMAND --help shows the options of a command; whyvoy --version the version.\n\n");
    text.append(EXAMPLES);
    text.append(
        """

        Exit codes: 0 done, 1 the condition of --fail-on is met, 2 wrong usage, 3 done but some
        input could not be read, 130 interrupted.
        """);
    return text.toString();
  }

  static String version() {
    String version = Help.class.getPackage().getImplementationVersion();
    return version == null ? "(not packaged)" : version;
  }
}
