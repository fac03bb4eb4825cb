package dev.whyvoy.core.explain;

import java.util.HashMap;
import java.util.Map;

/**
 * Where the literals of templates stand in a text. Remembers what was searched, so that looking for
 * the same literal from many places costs no more than one look over the text.
 */
final class Literals {
  private final String text;
  private final Map<String, Searched> searched = new HashMap<>();

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

  /** A literal stands nowhere from {@code from} to before {@code to}, or only at the last of it. */
  private static final class Searched {
    private int from;
    private int to;
    private boolean found;
  }
}
