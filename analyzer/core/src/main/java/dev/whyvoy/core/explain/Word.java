package dev.whyvoy.core.explain;

/**
 * A run of units without a blank or a double quote, which may hold many values: each ends where the
 * run does, but for the punctuation behind it.
 */
final class Word {
  private static final String PUNCTUATION = ",;.`'*";
  private static final String OPEN = "{[(";
  private static final String CLOSE = "}])";

  private final String text;
  private final int end;

  /** Where the punctuation at the end of the run begins. */
  private final int tail;

  /** The last of each kind of bracket that opens before {@link #tail}; -1 if there is none. */
  private final int[] opened = {-1, -1, -1};

  /** For each set of brackets that a value has opened, where it ends; 0: not known yet. */
  private final int[] ends = new int[8];

  /** The run that begins at, or goes on after, {@code from}. */
  Word(String text, int from) {
    this.text = text;
    int to = from;
    while (to < text.length()
        && !Character.isWhitespace(text.charAt(to))
        && text.charAt(to) != '"') {
      to++;
    }
    this.end = to;
    while (to > from && (PUNCTUATION + CLOSE).indexOf(text.charAt(to - 1)) >= 0) {
      to--;
    }
    this.tail = to;
    for (int i = from; i < tail; i++) {
      int bracket = OPEN.indexOf(text.charAt(i));
      if (bracket >= 0) {
        opened[bracket] = i;
      }
    }
  }

  /** One past the last unit of the run. */
  int end() {
    return end;
  }

  /** Where the value that begins at {@code start} ends: a bracket it has opened belongs to it. */
  int valueEnd(int start) {
    int brackets = 0;
    for (int i = 0; i < opened.length; i++) {
      brackets |= opened[i] >= start ? 1 << i : 0;
    }
    if (ends[brackets] == 0) {
      ends[brackets] = trimmed(brackets);
    }
    return Math.max(start, ends[brackets]);
  }

  private int trimmed(int brackets) {
    int to = end;
    while (to > tail) {
      char c = text.charAt(to - 1);
      int bracket = CLOSE.indexOf(c);
      if (bracket >= 0 && (brackets & 1 << bracket) != 0) {
        break;
      }
      to--;
    }
    return to;
  }
}
