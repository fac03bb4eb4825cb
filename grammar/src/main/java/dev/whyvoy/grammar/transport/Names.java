package dev.whyvoy.grammar.transport;

/** Names as C constants have them: {@code QUIC_NO_ERROR}, {@code WRONG_VERSION_NUMBER}. */
final class Names {
  private Names() {}

  /** Whether a name can hold this unit. */
  static boolean isUnit(char c) {
    return c == '_' || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
  }
}
