package dev.whyvoy.core.record;

import java.util.ArrayList;
import java.util.List;

/** Lines of cells divided by tabs, with tabs, newlines and backslashes escaped. */
final class FormatTable {
  private FormatTable() {}

  static String line(String... cells) {
    StringBuilder line = new StringBuilder();
    for (String cell : cells) {
      if (line.length() > 0) {
        line.append('\t');
      }
      line.append(cell.replace("\\", "\\\\").replace("\t", "\\t").replace("\n", "\\n"));
    }
    return line.toString();
  }

  static List<String> cells(String line) {
    List<String> cells = new ArrayList<>();
    StringBuilder cell = new StringBuilder();
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (c == '\t') {
        cells.add(cell.toString());
        cell.setLength(0);
      } else if (c == '\\') {
        char escaped = line.charAt(++i);
        cell.append(escaped == 't' ? '\t' : escaped == 'n' ? '\n' : escaped);
      } else {
        cell.append(c);
      }
    }
    cells.add(cell.toString());
    return cells;
  }
}
