package dev.whyvoy.core.explain;

import java.util.HashMap;
import java.util.Map;

/**
 * Where the literals of templates, lines and words stand in a text. Remembers what was searched, so
 * that looking for the same from many places costs no more than one look over the text.
 */
final class Literals {
  private final String text;
  private final Map<String, Searched> searched = new HashMap<>();

  /** The line that was looked at last, without its newline. */
  private int lineFrom;

  private int lineTo = -1;

  /** The place of which the word was looked for last, and where that starts. */
  private int wordAt;

  private int wordFrom;

  Literals(String text) {
    this.text = text;
  }

  String text() {
    return text;
  }

  /** The first place of {@code literal} from {@code from} on and before {@code to}; or -1. */
  int next(String literal, int from, int to) {
    Searched known = searched.computeIfAbsent(literal, l -> new Searched());
    boolean passed = known.found && from == known.to;
    if (from < known.from || from > known.to || passed) {
      known.from = from;
      known.to = from;
      known.found = false;
    }
    while (!known.found && known.to < to) {
      known.found = TemplateMatcher.end(literal, text, known.to) >= 0;
      known.to++;
    }
    int place = known.to - 1;
    return known.found && place >= from && place < to ? place : -1;
  }

  /** Where the line starts that {@code at} is in, or ends. */
  int lineStart(int at) {
    findLine(at);
    return lineFrom;
  }

  /** Where the line ends that {@code at} is in, without its newline. */
  int lineEnd(int at) {
    findLine(at);
    return lineTo;
  }

  private void findLine(int at) {
    if (at < lineFrom || at > lineTo) {
      lineFrom = text.lastIndexOf('\n', at - 1) + 1;
      int end = text.indexOf('\n', at);
      lineTo = end < 0 ? text.length() : end;
    }
  }

  /** Behind the last blank, quote or equals sign before {@code at}. */
  int wordStart(int at) {
    int from = at;
    while (from > 0 && !endsWord(text.charAt(from - 1))) {
      if (from == wordAt) {
        from = wordFrom;
        break;
      }
      from--;
    }
    wordAt = at;
    wordFrom = from;
    return from;
  }

  private static boolean endsWord(char c) {
    return Character.isWhitespace(c) || "\"'`=".indexOf(c) >= 0;
  }

  /** A literal stands nowhere from {@code from} to before {@code to}, or only at the last of it. */
  private static final class Searched {
    private int from;
    private int to;
    private boolean found;
  }
}
