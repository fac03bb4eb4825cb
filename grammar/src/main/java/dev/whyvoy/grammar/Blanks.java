package dev.whyvoy.grammar;

/**
 * Blanks and underscores. Envoy writes most messages twice, once with blanks and once with {@code
 * _} for each of them ({@code StringUtil::replaceAllEmptySpace}), so both must compare equal.
 */
public final class Blanks {
  private Blanks() {}

  /**
   * The form with blanks: every run of white space or {@code _} becomes one blank; none at the
   * ends.
   */
  public static String blanked(String text) {
    return joined(text, ' ', true);
  }

  /**
   * The form with underscores: every run of white space becomes one {@code _}; none at the ends.
   */
  public static String underscored(String text) {
    return joined(text, '_', false);
  }

  private static String joined(String text, char joint, boolean underscoreIsBlank) {
    StringBuilder out = new StringBuilder(text.length());
    boolean gap = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (isSpace(c) || (underscoreIsBlank && c == '_')) {
        gap = true;
        continue;
      }
      if (gap && !out.isEmpty()) {
        out.append(joint);
      }
      gap = false;
      out.append(c);
    }
    return out.toString();
  }

  /** White space as it occurs in pasted text: also the no-break space of web pages. */
  public static boolean isSpace(char c) {
    return c == ' ' || (c >= '\t' && c <= '\r') || c == '\u00a0';
  }
}
