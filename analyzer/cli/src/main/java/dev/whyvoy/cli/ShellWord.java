package dev.whyvoy.cli;

/** Text as a word of a POSIX shell. */
final class ShellWord {
  private ShellWord() {}

  /** {@code text} so that a shell takes it for one word and expands nothing. */
  static String quoted(String text) {
    boolean plain = !text.isEmpty();
    for (int i = 0; i < text.length() && plain; i++) {
      char c = text.charAt(i);
      plain =
          (c >= 'a' && c <= 'z')
              || (c >= 'A' && c <= 'Z')
              || (c >= '0' && c <= '9')
              || "-_./:=,@%+".indexOf(c) >= 0;
    }
    return plain ? text : "'" + text.replace("'", "'\\''") + "'";
  }
}
