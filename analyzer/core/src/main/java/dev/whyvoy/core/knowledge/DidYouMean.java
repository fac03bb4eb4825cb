package dev.whyvoy.core.knowledge;

import java.util.Collection;
import java.util.Locale;

/** Finds the known word that a mistyped one was meant to be. */
public final class DidYouMean {
  private DidYouMean() {}

  /** {@code did you mean "x"?} for the nearest of {@code known}; empty if none is near. */
  public static String ask(String word, Collection<String> known) {
    return ask(word, known, Math.max(2, word.length() / 3));
  }

  /**
   * The same with a bound.
   *
   * @param limit most single-character edits between the two words
   */
  public static String ask(String word, Collection<String> known, int limit) {
    String best = "";
    int least = limit + 1;
    for (String candidate : known) {
      int distance = distance(fold(word), fold(candidate), limit);
      if (distance < least || (distance == least && candidate.compareTo(best) < 0)) {
        least = distance;
        best = candidate;
      }
    }
    return least > limit ? "" : "did you mean \"" + best + "\"?";
  }

  private static String fold(String word) {
    return word.toLowerCase(Locale.ROOT);
  }

  /** The number of single-character edits between two words, or {@code limit + 1} if it is more. */
  static int distance(String a, String b, int limit) {
    if (Math.abs(a.length() - b.length()) > limit) {
      return limit + 1;
    }
    int[] previous = new int[b.length() + 1];
    int[] current = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      previous[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      current[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int change = previous[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        current[j] = Math.min(change, 1 + Math.min(previous[j], current[j - 1]));
      }
      int[] swap = previous;
      previous = current;
      current = swap;
    }
    return Math.min(previous[b.length()], limit + 1);
  }
}
