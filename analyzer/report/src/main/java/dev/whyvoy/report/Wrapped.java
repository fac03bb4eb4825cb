package dev.whyvoy.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Breaks prose into lines. */
final class Wrapped {
  /** Stay with the number before them. */
  private static final Set<String> UNITS = Set.of("ms", "s", "%", "%)");

  private Wrapped() {}

  /**
   * The words of {@code text} in lines of at most {@code width} columns; longer words are split, a
   * number and its unit are not parted.
   */
  static List<String> lines(String text, int width) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    int used = 0;
    for (String word : words(text)) {
      String rest = word;
      int columns = Columns.of(rest);
      if (used > 0 && used + 1 + columns > width) {
        lines.add(line.toString());
        line.setLength(0);
        used = 0;
      }
      while (columns > width) {
        int end = fitting(rest, width);
        lines.add(rest.substring(0, end));
        rest = rest.substring(end);
        columns = Columns.of(rest);
      }
      if (used > 0) {
        line.append(' ');
        used++;
      }
      line.append(rest);
      used += columns;
    }
    if (used > 0) {
      lines.add(line.toString());
    }
    return lines;
  }

  private static List<String> words(String text) {
    List<String> words = new ArrayList<>();
    int from = 0;
    for (int at = 0; at <= text.length(); at++) {
      if (at == text.length() || text.charAt(at) == ' ' || text.charAt(at) == '\n') {
        if (at > from) {
          String word = text.substring(from, at);
          int last = words.size() - 1;
          if (last >= 0 && UNITS.contains(word.replace(",", "")) && endsInDigit(words.get(last))) {
            words.set(last, words.get(last) + " " + word);
          } else {
            words.add(word);
          }
        }
        from = at + 1;
      }
    }
    return words;
  }

  private static boolean endsInDigit(String word) {
    return Character.isDigit(word.charAt(word.length() - 1));
  }

  private static int fitting(String word, int width) {
    int used = 0;
    int at = 0;
    while (at < word.length()) {
      int point = word.codePointAt(at);
      used += Columns.of(point);
      if (used > width && at > 0) {
        break;
      }
      at += Character.charCount(point);
    }
    return at;
  }
}
