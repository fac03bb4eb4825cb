package dev.whyvoy.report;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.whyvoy.core.record.AccessRecord;
import dev.whyvoy.core.record.Field;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** A log line of which only known fields are left, and those without what should not be seen. */
final class RedactedLine {
  /** Stands for what is not known. */
  private static final String HIDDEN = "*";

  private RedactedLine() {}

  /** The record as a line; without its wrapper. */
  static String of(AccessRecord record, Redaction redaction) {
    return record.json() ? json(record.fields(), redaction) : text(record, redaction);
  }

  private static String json(Map<Field, String> fields, Redaction redaction) {
    try {
      return Json.line(
              (JsonGenerator json) -> {
                for (Map.Entry<Field, String> field : fields.entrySet()) {
                  json.writeStringField(
                      field.getKey().key(), redaction.value(field.getKey(), field.getValue()));
                }
              })
          .stripTrailing();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String text(AccessRecord record, Redaction redaction) {
    List<Field> inOrder = new ArrayList<>(record.fields().keySet());
    inOrder.removeIf(field -> !record.has(field));
    inOrder.sort(Comparator.comparingInt(record::from));
    byte[] bytes = record.bytes();
    StringBuilder line = new StringBuilder();
    int at = inOrder.isEmpty() ? 0 : lineStart(bytes, record.from(inOrder.get(0)));
    for (Field field : inOrder) {
      if (record.from(field) >= at) {
        between(bytes, at, record.from(field), line);
        line.append(redaction.value(field, String.valueOf(record.text(field))));
        at = record.to(field);
      }
    }
    int end = at;
    while (end < bytes.length && bytes[end] != '\n' && bytes[end] != 0) {
      end++;
    }
    between(bytes, at, end, line);
    return line.toString();
  }

  private static int lineStart(byte[] bytes, int at) {
    int start = at;
    while (start > 0 && bytes[start - 1] != '\n' && bytes[start - 1] != 0) {
      start--;
    }
    return start;
  }

  /** Signs stay, words do not: nobody knows what they are. */
  private static void between(byte[] bytes, int from, int to, StringBuilder line) {
    String text = new String(bytes, from, to - from, StandardCharsets.UTF_8);
    boolean hidden = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean sign = " \"[]{}()|,;\t-".indexOf(c) >= 0;
      if (sign) {
        line.append(c);
      } else if (!hidden) {
        line.append(HIDDEN);
      }
      hidden = !sign;
    }
  }
}
