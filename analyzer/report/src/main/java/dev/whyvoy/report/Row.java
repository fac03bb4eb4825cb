package dev.whyvoy.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One screen row of a source text, everything unprintable spelt out.
 *
 * @param from first source unit on the row
 * @param to one past the last
 * @param shown the row as printed
 * @param columns for each source unit from {@code from} to {@code to}, both included, the column at
 *     which it starts
 */
record Row(int from, int to, String shown, int[] columns) {

  /** The rows of {@code text}, of at most {@code width} columns each. */
  static List<Row> of(String text, int width, boolean unicode) {
    List<Row> rows = new ArrayList<>();
    BitSet lookAlikes = unicode ? LookAlikes.in(text) : null;
    int from = 0;
    while (from <= text.length()) {
      int end = text.indexOf('\n', from);
      end = end < 0 ? text.length() : end;
      int lineEnd = end > from && text.charAt(end - 1) == '\r' ? end - 1 : end;
      addLine(rows, text, from, lineEnd, width, lookAlikes, unicode);
      from = end + 1;
    }
    return rows;
  }

  /** The column at which source unit {@code at} starts; the row's ends for units beyond them. */
  int column(int at) {
    return columns[Math.max(0, Math.min(at - from, columns.length - 1))];
  }

  private static void addLine(
      List<Row> rows,
      String text,
      int from,
      int end,
      int width,
      @Nullable BitSet lookAlikes,
      boolean unicode) {
    int at = from;
    do {
      int next = at;
      int used = 0;
      int afterBreak = -1;
      while (next < end) {
        int point = text.codePointAt(next);
        int columns = Columns.of(Visible.shown(text, next, lookAlikes, unicode));
        if (used + columns > width && next > at) {
          break;
        }
        used += columns;
        next += Character.charCount(point);
        if (used > width / 2 && " |,;:&".indexOf(point) >= 0) {
          afterBreak = next;
        } else if (used > width / 2 && point == '{') {
          afterBreak = next - 1;
        }
      }
      if (next < end && afterBreak > at) {
        next = afterBreak;
      }
      rows.add(row(text, at, next, lookAlikes, unicode));
      at = next;
    } while (at < end);
  }

  private static Row row(
      String text, int from, int to, @Nullable BitSet lookAlikes, boolean unicode) {
    StringBuilder shown = new StringBuilder();
    int[] columns = new int[to - from + 1];
    int used = 0;
    for (int at = from; at < to; ) {
      int point = text.codePointAt(at);
      int units = Character.charCount(point);
      Arrays.fill(columns, at - from, at - from + units, used);
      String spelt = Visible.shown(text, at, lookAlikes, unicode);
      shown.append(spelt);
      used += Columns.of(spelt);
      at += units;
    }
    columns[to - from] = used;
    return new Row(from, to, shown.toString(), columns);
  }
}
