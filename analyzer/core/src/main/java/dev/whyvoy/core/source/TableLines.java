package dev.whyvoy.core.source;

import dev.whyvoy.core.record.Bytes;
import dev.whyvoy.core.record.ColumnNames;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A table with a header, as consoles and databases export it, as one JSON object a row: quoted
 * cells may hold delimiters, newlines and doubled quotes. A quote that does not end where a cell
 * may end, and would take other lines into its cell, is an ordinary sign: its row ends with its
 * line.
 */
final class TableLines extends Rewritten {
  private static final int MAX_COLUMNS = 512;

  /** Columns of access logs that make a table one of them, if they are at least half of it. */
  private static final int FEWEST_FIELDS = 3;

  /** Columns of access logs that do so whatever else the table holds. */
  private static final int MANY_FIELDS = 6;

  /**
   * Longest cell, and row, in bytes: the rest is left out, and as a line it is too long anyway. The
   * quote of a longer cell is an ordinary sign.
   */
  static final int LONGEST = 1 << 20;

  private static final String DELIMITERS = ",\t;|";

  private final InputStream in;
  private final int delimiter;
  private final List<byte[]> columns = new ArrayList<>();
  private final List<byte[]> keys;
  private byte[] buffer = new byte[1 << 16];
  private int at;
  private int end;

  /** Where what may be read again starts in the buffer; -1 if nothing will be. */
  private int mark = -1;

  private long openQuotes;

  private TableLines(InputStream in, int delimiter) throws IOException {
    super(in);
    this.in = in;
    this.delimiter = delimiter;
    skipMark();
    boolean more = true;
    for (Cell cell = new Cell(); more && columns.size() < MAX_COLUMNS; cell = new Cell()) {
      more = cell.read();
      columns.add(cell.json());
    }
    String prefix = ColumnNames.prefix(columns());
    keys = columns.stream().map(key -> withoutPrefix(key, prefix)).toList();
  }

  /** The name of a column as a JSON string, without what stands before the name of its field. */
  private static byte[] withoutPrefix(byte[] key, String prefix) {
    String name = new String(key, StandardCharsets.UTF_8);
    return ColumnNames.isPrefixed(TableRow.text(name), prefix)
        ? ('"' + name.substring(1 + prefix.length())).getBytes(StandardCharsets.UTF_8)
        : key;
  }

  /** Names of the columns, in order. */
  List<String> columns() {
    return columns.stream()
        .map(key -> TableRow.text(new String(key, StandardCharsets.UTF_8)))
        .toList();
  }

  /** Quotes that did not end, so far; each is in the cell that it starts. */
  long openQuotes() {
    return openQuotes;
  }

  /** Goes to the first byte that is neither part of a byte order mark nor blank. */
  private void skipMark() throws IOException {
    int b = next();
    while (b == 0xEF || b == 0xBB || b == 0xBF || b == ' ' || b == '\r' || b == '\n') {
      b = next();
    }
    back(b);
  }

  /** A table, if the first line names columns of access logs or one of whole log lines. */
  static boolean isHeader(String line) {
    return delimiter(line) != 0;
  }

  static TableLines of(InputStream in, String firstLine) throws IOException {
    return new TableLines(in, delimiter(firstLine));
  }

  /** What divides the columns; 0 if the line names none. */
  private static int delimiter(String line) {
    String header = line.strip().replace("\ufeff", "").replace("\u00ef\u00bb\u00bf", "");
    for (char delimiter : DELIMITERS.toCharArray()) {
      int fields = 0;
      int lines = 0;
      String[] cells = header.split(java.util.regex.Pattern.quote("" + delimiter), -1);
      List<String> names = new ArrayList<>();
      for (String cell : cells) {
        String name = cell.strip().replaceAll("^\"|\"$", "");
        if (name.matches("[A-Za-z_@:.][A-Za-z0-9_@:. /()-]{0,80}")) {
          names.add(name);
        }
      }
      if (names.size() < cells.length) {
        continue;
      }
      String prefix = ColumnNames.prefix(names);
      for (String name : names) {
        boolean prefixed = ColumnNames.isPrefixed(name, prefix);
        fields += prefixed || ColumnNames.isField(name) ? 1 : 0;
        lines += ColumnNames.isLine(name) ? 1 : 0;
      }
      boolean told = 2 * fields >= cells.length || fields >= MANY_FIELDS;
      if ((lines > 0 || fields >= FEWEST_FIELDS && told)
          && (cells.length > 1 || header.matches("\"[^\"]+\"|[@_][A-Za-z]+|textPayload"))) {
        return delimiter;
      }
    }
    return 0;
  }

  @Override
  boolean produce() throws IOException {
    int first = next();
    if (first < 0) {
      return false;
    }
    if (first == '\n' || first == '\r') {
      return true;
    }
    back(first);
    boolean more = true;
    int written = 0;
    for (int column = 0; more; column++) {
      Cell cell = new Cell();
      more = cell.read();
      if (written > LONGEST) {
        // No line is that long: what is read of the row ends before.
        continue;
      }
      written += cell.length;
      put(column == 0 ? '{' : ',');
      byte[] key =
          column < keys.size()
              ? keys.get(column)
              : ("\"column_" + (column + 1) + "\"").getBytes(StandardCharsets.US_ASCII);
      put(key, 0, key.length);
      put(':');
      byte[] value = cell.json();
      put(value, 0, value.length);
    }
    put('}');
    put('\n');
    return true;
  }

  private int next() throws IOException {
    if (at == end && !fill()) {
      return -1;
    }
    return buffer[at++] & 0xff;
  }

  /** Lets the byte that {@link #next} returned last be the next one. */
  private void back(int last) {
    at -= last < 0 ? 0 : 1;
  }

  private boolean fill() throws IOException {
    int kept = mark < 0 ? 0 : end - mark;
    byte[] room = kept * 2 > buffer.length ? new byte[2 * buffer.length] : buffer;
    System.arraycopy(buffer, end - kept, room, 0, kept);
    buffer = room;
    mark = mark < 0 ? -1 : 0;
    int got = Math.max(0, in.read(buffer, kept, buffer.length - kept));
    at = kept;
    end = kept + got;
    return got > 0;
  }

  /** One cell, as a JSON string; bytes beyond ASCII stay as they are. */
  private final class Cell {
    private byte[] text = new byte[64];
    private int length;

    Cell() {
      add('"');
    }

    /** Reads up to the delimiter; whether another cell follows in the row. */
    boolean read() throws IOException {
      int b = next();
      if (b == '"') {
        mark = at;
        b = quoted();
        mark = -1;
      }
      while (b >= 0 && b != delimiter && b != '\n') {
        int behind = next();
        if (b != '\r' || behind != '\n' && behind >= 0) {
          escaped(b);
        }
        b = behind;
      }
      return b == delimiter;
    }

    /** Reads a cell behind its quote, up to what is behind its last one; returns that. */
    private int quoted() throws IOException {
      boolean otherLines = false;
      for (int b = next(); b >= 0 && length < LONGEST; b = next()) {
        if (b == '"') {
          int behind = next();
          boolean ends = behind < 0 || behind == delimiter || behind == '\n' || behind == '\r';
          if (ends || behind != '"' && !otherLines) {
            return behind;
          }
          if (behind != '"') {
            break;
          }
        }
        otherLines |= b == '\n';
        escaped(b);
      }
      if (!otherLines && length < LONGEST) {
        return -1;
      }
      openQuotes++;
      at = mark;
      length = 1;
      escaped('"');
      return next();
    }

    private void escaped(int b) {
      if (length >= LONGEST) {
        return;
      }
      switch (b) {
        case '"', '\\' -> {
          add('\\');
          add(b);
        }
        case '\n' -> {
          add('\\');
          add('n');
        }
        case '\r' -> {
          add('\\');
          add('r');
        }
        case '\t' -> {
          add('\\');
          add('t');
        }
        default -> {
          if (b < ' ') {
            String hex = String.format("\\u%04x", b);
            hex.chars().forEach(this::add);
          } else {
            add(b);
          }
        }
      }
    }

    private void add(int b) {
      if (length == text.length) {
        text = java.util.Arrays.copyOf(text, 2 * length);
      }
      text[length++] = (byte) b;
    }

    /** A string; a whole number that was written with a fraction is a number. */
    byte[] json() {
      if (isWhole()) {
        return java.util.Arrays.copyOfRange(text, 1, length);
      }
      add('"');
      return java.util.Arrays.copyOf(text, length);
    }

    /** Databases write the numbers of JSON as {@code 503.0}. */
    private boolean isWhole() {
      int digits = 1;
      while (digits < length && Bytes.isDigit(text[digits])) {
        digits++;
      }
      return digits > 1 && length == digits + 2 && text[digits] == '.' && text[digits + 1] == '0';
    }
  }
}
