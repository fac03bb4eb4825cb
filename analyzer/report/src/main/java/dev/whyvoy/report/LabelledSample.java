package dev.whyvoy.report;

import dev.whyvoy.core.diagnose.Explanation;
import dev.whyvoy.core.diagnose.Finding;
import dev.whyvoy.core.diagnose.Label;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A line as it was logged, in pieces, each with what it is.
 *
 * @param pieces in order; together they are the line, but for what was left out
 */
record LabelledSample(List<Piece> pieces) {
  /** Longest piece without a label that is shown in full, in UTF-16 units. */
  private static final int LONGEST = 360;

  /** Longest piece with a label that is shown in full. */
  private static final int LONGEST_LABELLED = 1000;

  /**
   * A piece of a line.
   *
   * @param labels what it is; none if nothing was learnt from it
   */
  record Piece(String text, List<String> labels) {}

  static LabelledSample plain(String line) {
    List<Piece> pieces = new ArrayList<>();
    piece(pieces, line, List.of());
    return new LabelledSample(pieces);
  }

  static LabelledSample of(Explanation explanation) {
    String line = explanation.input();
    List<Piece> pieces = new ArrayList<>();
    int at = 0;
    List<Label> labels = labels(explanation);
    for (int i = 0; i < labels.size(); ) {
      int from = Math.max(at, labels.get(i).span().from());
      int to = labels.get(i).span().to();
      List<String> texts = new ArrayList<>();
      // What overlaps shares a piece.
      while (i < labels.size() && (texts.isEmpty() || labels.get(i).span().from() < to)) {
        to = Math.max(to, labels.get(i).span().to());
        texts.add(labels.get(i).text());
        i++;
      }
      if (to > from && to <= line.length()) {
        piece(pieces, line.substring(at, from), List.of());
        piece(pieces, line.substring(from, to), texts.stream().distinct().toList());
        at = to;
      }
    }
    piece(pieces, line.substring(at), List.of());
    return new LabelledSample(pieces);
  }

  private static List<Label> labels(Explanation explanation) {
    return explanation.findings().stream()
        .map(Finding::labels)
        .flatMap(List::stream)
        .filter(label -> label.span().to() > label.span().from())
        .distinct()
        .sorted(
            Comparator.comparingInt((Label label) -> label.span().from())
                .thenComparingInt(label -> label.span().to()))
        .toList();
  }

  private static void piece(List<Piece> pieces, String text, List<String> labels) {
    if (!text.isEmpty()) {
      pieces.add(new Piece(cut(text, labels.isEmpty() ? LONGEST : LONGEST_LABELLED), labels));
    }
  }

  /** The middle of what is long is left out, and said to be. */
  private static String cut(String text, int longest) {
    if (text.length() <= longest) {
      return text;
    }
    int head = longest * 2 / 3;
    int tail = longest / 4;
    int left = text.length() - head - tail;
    return text.substring(0, head)
        + " \u2026 "
        + left
        + " characters left out \u2026 "
        + text.substring(text.length() - tail);
  }
}
