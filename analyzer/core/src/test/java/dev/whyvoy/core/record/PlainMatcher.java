package dev.whyvoy.core.record;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What {@link TextMatcher#match} means, written down without any regard for speed. */
final class PlainMatcher {
  private final TextLayout layout;

  PlainMatcher(TextLayout layout) {
    this.layout = layout;
  }

  /** The fields of a line that can be read in one way only, with a dash for none; else null. */
  @Nullable Map<Field, String> match(String line) {
    List<Column> columns = layout.columns();
    String prefix = text(layout.prefix());
    if (!line.startsWith(prefix)) {
      return null;
    }
    List<String> values = new ArrayList<>();
    int at = prefix.length();
    for (Column column : columns.subList(0, columns.size() - 1)) {
      String literal = text(column.literal());
      if (literal.isEmpty() || literal.length() > 8) {
        return null;
      }
      int end = line.indexOf(literal.charAt(0) == ' ' ? " " : literal, at);
      if (end < 0 || !line.startsWith(literal, end)) {
        return null;
      }
      if (!fits(column.type(), line.substring(at, end))) {
        return null;
      }
      values.add(line.substring(at, end));
      at = end + literal.length();
    }
    Column last = columns.get(columns.size() - 1);
    String tail = text(last.literal());
    if (line.length() - tail.length() < at || !line.endsWith(tail)) {
      return null;
    }
    String rest = line.substring(at, line.length() - tail.length());
    boolean ends =
        tail.startsWith("\"")
            ? rest.indexOf('"') < 0
            : rest.indexOf(' ') < 0 && fits(last.type(), rest);
    values.add(rest);
    return ends ? fields(values) : null;
  }

  private Map<Field, String> fields(List<String> values) {
    Map<Field, String> fields = new EnumMap<>(Field.class);
    for (int i = 0; i < values.size(); i++) {
      Field field = layout.columns().get(i).field();
      String value = values.get(i);
      if (field != null) {
        if (value.isEmpty() || value.equals("-")) {
          fields.putIfAbsent(field, "-");
        } else {
          fields.put(field, value);
        }
      }
    }
    return fields;
  }

  private static boolean fits(FieldType type, String value) {
    return switch (type) {
      case INTEGER -> value.matches("-?[0-9]{0,20}");
      case CODE -> value.matches("[0-9]{0,3}");
      case FLAGS -> value.matches("-?|[A-Z][A-Z0-9_,]*");
      case PROTOCOL -> value.length() <= 1 || value.length() <= 8 && value.startsWith("H");
      case TIME -> value.matches("(?s)[0-9].*|-[0-9]{0,20}");
      default -> true;
    };
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }
}
