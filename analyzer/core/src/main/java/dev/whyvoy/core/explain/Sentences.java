package dev.whyvoy.core.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The sentences of a text: what a person wrote. Log lines, headers and configuration are none. */
final class Sentences {
  /** They are looked for up to here, in UTF-16 units. */
  private static final int LONGEST_TEXT = 1 << 14;

  private static final int SHORTEST = 8;

  private static final int LONGEST = 400;

  private static final int FEWEST_WORDS = 3;

  /** The least share of letters and blanks in a sentence, in percent. */
  private static final int LEAST_LETTERS = 75;

  private static final Pattern END = Pattern.compile("[.!?;]+(?=[\\s\"')]|$)|\\n");

  /** A line of curl, or a header. */
  private static final Pattern TRANSCRIPT =
      Pattern.compile("\\s*(?:[<>*] |['\"]?:?[a-z-]+['\"]?[:,] ?['\"]?\\S+$)");

  private Sentences() {}

  /** In lower case, in their order. */
  static List<String> of(String text) {
    String all = text.length() > LONGEST_TEXT ? text.substring(0, LONGEST_TEXT) : text;
    List<String> sentences = new ArrayList<>();
    Matcher end = END.matcher(all);
    int from = 0;
    while (from < all.length()) {
      boolean ends = end.find(from);
      int to = ends ? end.start() : all.length();
      if (isSentence(all, from, to)) {
        sentences.add(all.substring(from, to).toLowerCase(Locale.ROOT));
      }
      from = ends ? end.end() : to;
    }
    return sentences;
  }

  private static boolean isSentence(String text, int from, int to) {
    int length = to - from;
    if (length < SHORTEST || length > LONGEST) {
      return false;
    }
    int letters = 0;
    int words = 0;
    boolean within = false;
    for (int i = from; i < to; i++) {
      char c = text.charAt(i);
      boolean blank = Character.isWhitespace(c);
      letters += blank || Character.isLetter(c) ? 1 : 0;
      words += !blank && !within ? 1 : 0;
      within = !blank;
    }
    return words >= FEWEST_WORDS
        && letters * 100 >= LEAST_LETTERS * length
        && !TRANSCRIPT.matcher(text).region(from, to).lookingAt();
  }
}
