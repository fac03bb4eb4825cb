package dev.whyvoy.report;

/** Pieces of Markdown that what is in them cannot break out of. */
final class Markdown {
  private static final int LONGEST = 160;

  private Markdown() {}

  /** A value on one line as code. */
  static String code(String value) {
    String text = Html.show(value, LONGEST);
    if (text.isBlank()) {
      return "(empty)";
    }
    String fence = "`".repeat(longestRun(text) + 1);
    boolean padded = text.startsWith("`") || text.endsWith("`");
    return fence + (padded ? " " + text + " " : text) + fence;
  }

  /** The same within a table, where a bar ends the cell unless just one backslash is before it. */
  static String cell(String value) {
    return code(value).replace("\\|", "\\x5c|").replace("|", "\\|");
  }

  /** Prose for a cell of a table or for a heading: nothing in it is markup. */
  static String plain(String text) {
    return ExplanationMarkdown.prose(text.replace('`', '\''));
  }

  private static int longestRun(String text) {
    int longest = 0;
    int run = 0;
    for (int i = 0; i < text.length(); i++) {
      run = text.charAt(i) == '`' ? run + 1 : 0;
      longest = Math.max(longest, run);
    }
    return longest;
  }
}
