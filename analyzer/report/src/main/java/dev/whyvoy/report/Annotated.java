package dev.whyvoy.report;

import dev.whyvoy.core.diagnose.Label;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A source text with what its pieces are written under them:
 *
 * <pre>
 *   upstream_reset_before_response_started{connection_termination}
 *   ┬───────────────────────────────────── ┬─────────────────────
 *   │                                      ╰ reset reason
 *   ╰ response code details
 * </pre>
 */
final class Annotated {
  /** Texts of up to this many rows are shown whole; of longer ones the rows with labels. */
  private static final int WHOLE_ROWS = 4;

  /** Rows with labels that are shown at most. */
  private static final int LABELLED_ROWS = 12;

  private final Page page;
  private final int width;

  Annotated(Page page, int width) {
    this.page = page;
    this.width = width;
  }

  List<String> lines(String text, List<Label> labels) {
    List<Row> rows = Row.of(text, width, page.unicode());
    List<String> lines = new ArrayList<>();
    boolean gap = false;
    int labelled = 0;
    for (Row row : rows) {
      List<Piece> pieces = pieces(row, labels);
      boolean shown = rows.size() <= WHOLE_ROWS || (!pieces.isEmpty() && labelled < LABELLED_ROWS);
      if (shown) {
        labelled += pieces.isEmpty() ? 0 : 1;
        lines.add(page.paint(Ink.STRONG, row.shown()));
        tiers(pieces).forEach(tier -> lines.addAll(underneath(tier)));
      } else if (!gap) {
        lines.add(page.paint(Ink.FAINT, page.either("\u2026", "...")));
      }
      gap = !shown;
    }
    return lines;
  }

  /**
   * What a label covers of one row, in columns.
   *
   * @param text empty where the label was already written under an earlier row
   */
  private record Piece(int from, int to, String text) {
    boolean meets(Piece other) {
      return from < other.to && other.from < to;
    }
  }

  private List<Piece> pieces(Row row, List<Label> labels) {
    List<Piece> pieces = new ArrayList<>();
    for (Label label : labels) {
      int from = Math.max(label.span().from(), row.from());
      int to = Math.min(label.span().to(), row.to());
      if (from < to) {
        boolean starts = label.span().from() >= row.from();
        String text = starts ? page.line(label.text()) : "";
        pieces.add(
            new Piece(row.column(from), Math.max(row.column(to), row.column(from) + 1), text));
      }
    }
    return pieces;
  }

  /** Pieces that overlap go to different tiers, the shorter ones nearer to the text. */
  private static List<List<Piece>> tiers(List<Piece> pieces) {
    List<Piece> shortestFirst = new ArrayList<>(pieces);
    shortestFirst.sort(Comparator.comparingInt(piece -> piece.to - piece.from));
    List<List<Piece>> tiers = new ArrayList<>();
    for (Piece piece : shortestFirst) {
      List<Piece> home = null;
      for (List<Piece> tier : tiers) {
        if (home == null && tier.stream().noneMatch(piece::meets)) {
          home = tier;
        }
      }
      if (home == null) {
        home = new ArrayList<>();
        tiers.add(home);
      }
      home.add(piece);
    }
    tiers.forEach(tier -> tier.sort(Comparator.comparingInt(Piece::from)));
    return tiers;
  }

  private List<String> underneath(List<Piece> tier) {
    List<String> lines = new ArrayList<>();
    StringBuilder marks = new StringBuilder();
    for (Piece piece : tier) {
      pad(marks, piece.from);
      int length = piece.to - piece.from;
      if (piece.text.isEmpty()) {
        marks.append(page.either("\u2500", "-").repeat(length));
      } else {
        marks.append(page.either("\u252c", "^"));
        marks.append(page.either("\u2500", "-").repeat(length - 1));
      }
    }
    lines.add(page.paint(Ink.MARK, marks.toString()));
    List<Piece> named = tier.stream().filter(piece -> !piece.text.isEmpty()).toList();
    for (int i = named.size() - 1; i >= 0; i--) {
      lines.addAll(label(named.subList(0, i), named.get(i)));
    }
    return lines;
  }

  /** The label of a piece, with bars that lead on to the labels of the pieces before it. */
  private List<String> label(List<Piece> before, Piece piece) {
    int least = before.isEmpty() ? 0 : before.get(before.size() - 1).from + 2;
    int length = Columns.of(piece.text);
    int right = width - piece.from - 2;
    int left = piece.from - 1 - least;
    String elbow = page.either("\u2570", "`");
    if (length <= right || (length > left && right >= 20)) {
      return placed(before, piece.from, elbow + " ", Wrapped.lines(piece.text, right), "");
    }
    String turn = " " + page.either("\u256f", "'");
    if (length <= left) {
      return placed(before, piece.from - 1 - length, "", List.of(piece.text), turn);
    }
    if (length < piece.from) {
      // Over the bars of the pieces before it; they go on below.
      return placed(List.of(), piece.from - 1 - length, "", List.of(piece.text), turn);
    }
    return placed(List.of(), 0, "", Wrapped.lines(piece.text, width), "");
  }

  private List<String> placed(
      List<Piece> before, int column, String lead, List<String> texts, String trail) {
    List<String> lines = new ArrayList<>();
    for (String text : texts) {
      StringBuilder bars = new StringBuilder();
      for (Piece piece : before) {
        pad(bars, piece.from);
        bars.append(page.either("\u2502", "|"));
      }
      pad(bars, column);
      bars.append(lines.isEmpty() ? lead : " ".repeat(lead.length()));
      lines.add(page.paint(Ink.MARK, bars.toString()) + text + page.paint(Ink.MARK, trail));
    }
    return lines;
  }

  private static void pad(StringBuilder line, int column) {
    line.append(" ".repeat(Math.max(0, column - line.length())));
  }
}
