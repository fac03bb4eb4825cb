package dev.whyvoy.core.record;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A text format as literals and columns in turn.
 *
 * @param prefix the text before the first column
 * @param columns at least one
 */
record TextLayout(byte[] prefix, List<Column> columns) {
  /**
   * The layout of a format string.
   *
   * @throws IllegalArgumentException if it has no command operator
   */
  static TextLayout of(List<FormatPart> parts) {
    byte[] prefix = new byte[0];
    List<Column> columns = new ArrayList<>();
    for (int i = 0; i < parts.size(); i++) {
      if (parts.get(i) instanceof FormatPart.Literal literal && columns.isEmpty()) {
        prefix = Bytes.latin1(literal.text());
      } else if (parts.get(i) instanceof FormatPart.Command command) {
        boolean last = i == parts.size() - 1;
        byte[] behind =
            !last && parts.get(i + 1) instanceof FormatPart.Literal literal
                ? Bytes.latin1(literal.text())
                : new byte[0];
        columns.add(column(command, withoutNewline(behind, i + 2 >= parts.size())));
      }
    }
    if (columns.isEmpty()) {
      throw new IllegalArgumentException("the format has no command operator");
    }
    return new TextLayout(prefix, List.copyOf(columns));
  }

  private static Column column(FormatPart.Command command, byte[] behind) {
    Field field = Field.ofCommand(command.name(), command.main(), command.alternative());
    FieldType type = field != null ? field.type() : unknown(command, behind);
    return new Column(command.text(), field, type, behind);
  }

  /** Between quotes anything may stand; elsewhere a blank ends the column. */
  private static FieldType unknown(FormatPart.Command command, byte[] behind) {
    if (command.name().endsWith("_BYTES") || command.name().endsWith("_DURATION")) {
      return FieldType.INTEGER;
    }
    return behind.length > 0 && behind[0] == '"' ? FieldType.FREE : FieldType.NAME;
  }

  private static byte[] withoutNewline(byte[] literal, boolean last) {
    int length = literal.length;
    while (last && length > 0 && (literal[length - 1] == '\n' || literal[length - 1] == '\r')) {
      length--;
    }
    return Arrays.copyOf(literal, length);
  }

  /** What lines of this layout look like; formats of one shape read the same. */
  String shape() {
    StringBuilder shape =
        new StringBuilder(new String(prefix, java.nio.charset.StandardCharsets.ISO_8859_1));
    for (Column column : columns) {
      shape.append('%').append(column.field() == null ? "?" : column.field().key()).append('%');
      shape.append(new String(column.literal(), java.nio.charset.StandardCharsets.ISO_8859_1));
    }
    return shape.toString();
  }
}
