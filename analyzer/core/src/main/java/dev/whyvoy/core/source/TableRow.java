package dev.whyvoy.core.source;

import java.util.ArrayList;
import java.util.List;

/**
 * Rows of a table as a source hands them out: a JSON object of strings and numbers, in the table's
 * order.
 */
public final class TableRow {
  private TableRow() {}

  /**
   * The cells of a row as they were in the table, in its order.
   *
   * @param line as handed out; if it was cut, its last cell may be, too
   */
  public static List<String> cells(String line) {
    List<String> cells = new ArrayList<>();
    int at = line.indexOf('"');
    while (at >= 0) {
      int key = closing(line, at + 1);
      int open = key + 2;
      if (open >= line.length()) {
        break;
      }
      if (line.charAt(open) != '"') {
        int end = open;
        while (end < line.length() && line.charAt(end) != ',' && line.charAt(end) != '}') {
          end++;
        }
        cells.add(line.substring(open, end));
        at = line.indexOf('"', end);
        continue;
      }
      int close = closing(line, open + 1);
      cells.add(unescaped(line, open + 1, close));
      at = line.indexOf('"', close + 1);
    }
    return cells;
  }

  /** The text of a JSON string in quotes. */
  static String text(String json) {
    return unescaped(json, 1, json.length() - 1);
  }

  private static int closing(String line, int from) {
    int at = from;
    while (at < line.length() && line.charAt(at) != '"') {
      at += line.charAt(at) == '\\' ? 2 : 1;
    }
    return Math.min(at, line.length());
  }

  private static String unescaped(String line, int from, int to) {
    StringBuilder text = new StringBuilder(to - from);
    for (int at = from; at < to; at++) {
      char c = line.charAt(at);
      if (c != '\\' || at + 1 >= to) {
        text.append(c);
        continue;
      }
      char escape = line.charAt(++at);
      switch (escape) {
        case 'n' -> text.append('\n');
        case 'r' -> text.append('\r');
        case 't' -> text.append('\t');
        case 'u' -> {
          int end = Math.min(to, at + 5);
          text.append((char) Integer.parseInt("0" + line.substring(at + 1, end), 16));
          at = end - 1;
        }
        default -> text.append(escape);
      }
    }
    return text.toString();
  }
}
