package dev.whyvoy.core.explain;

import static java.util.Map.entry;

import dev.whyvoy.core.record.AccessRecord;
import dev.whyvoy.core.record.Bytes;
import dev.whyvoy.core.record.Field;
import dev.whyvoy.core.record.LineKind;
import dev.whyvoy.core.record.LineReader;
import dev.whyvoy.core.record.LogFormat;
import dev.whyvoy.grammar.Decoded;
import dev.whyvoy.grammar.Span;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads access log lines of every known format. The formats are loaded when a line needs them. */
final class AccessLogReader implements RecordReader {
  private static final int SHORTEST = 30;

  /** What shows in a format string that lines of the format have the field. */
  private static final Map<Field, String> COLUMNS =
      Map.ofEntries(
          entry(Field.METHOD, ":METHOD"),
          entry(Field.PATH, "PATH"),
          entry(Field.PROTOCOL, "%PROTOCOL%"),
          entry(Field.RESPONSE_FLAGS, "%RESPONSE_FLAGS%"),
          entry(Field.RESPONSE_CODE_DETAILS, "%RESPONSE_CODE_DETAILS"),
          entry(Field.CONNECTION_TERMINATION_DETAILS, "%CONNECTION_TERMINATION_DETAILS%"),
          entry(Field.UPSTREAM_SERVICE_TIME, "X-ENVOY-UPSTREAM-SERVICE-TIME"),
          entry(Field.USER_AGENT, "USER-AGENT"),
          entry(Field.AUTHORITY, ":AUTHORITY"),
          entry(Field.UPSTREAM_HOST, "%UPSTREAM_HOST%"),
          entry(Field.UPSTREAM_CLUSTER, "%UPSTREAM_CLUSTER"),
          entry(Field.UPSTREAM_LOCAL_ADDRESS, "%UPSTREAM_LOCAL_ADDRESS%"),
          entry(Field.REQUESTED_SERVER_NAME, "%REQUESTED_SERVER_NAME%"),
          entry(Field.ROUTE_NAME, "%ROUTE_NAME%"));

  private @Nullable LineReader reader;

  @Override
  public synchronized Optional<List<Value>> read(String line) {
    if (!looksLikeRecord(line)) {
      return Optional.empty();
    }
    if (reader == null) {
      reader = new LineReader();
    }
    byte[] utf8 = line.getBytes(StandardCharsets.UTF_8);
    byte[] padded = Arrays.copyOf(utf8, utf8.length + Bytes.PADDING);
    if (reader.read(padded, 0, utf8.length) != LineKind.ACCESS) {
      return Optional.empty();
    }
    AccessRecord record = reader.record();
    List<Value> values = new ArrayList<>();
    record
        .fields()
        .forEach((field, text) -> values.add(new Value(field.key(), text, span(line, padded, record, field, text))));
    addAbsent(line, record, values);
    return Optional.of(values);
  }

  private static boolean looksLikeRecord(String line) {
    return line.length() >= SHORTEST && (line.indexOf('"') >= 0 || line.indexOf('[') >= 0);
  }

  /** Fields that the line has room for, and that Envoy had nothing for. */
  private static void addAbsent(String line, AccessRecord record, List<Value> values) {
    LogFormat format = record.format();
    if (record.json()) {
      for (KeyValues.Pair pair : KeyValues.of(Decoded.of(line))) {
        String text = pair.value().text();
        if (text.equals("-") || (text.equals("null") && !pair.quoted())) {
          values.add(new Value(pair.key(), "-", pair.value().span(0, text.length())));
        }
      }
    } else if (format != null && format.kind() == LogFormat.Kind.TEXT) {
      String columns = format.format().toUpperCase(Locale.ROOT);
      COLUMNS.forEach(
          (field, shown) -> {
            if (!record.has(field) && columns.contains(shown)) {
              values.add(new Value(field.key(), "-", new Span(0, 0)));
            }
          });
    }
  }

  /** Where a value stands in the line; at 0 if that can't be told. */
  private static Span span(
      String line, byte[] bytes, AccessRecord record, Field field, String text) {
    int from = -1;
    if (record.bytes() == bytes) {
      from = new String(bytes, 0, record.from(field), StandardCharsets.UTF_8).length();
    }
    if (from < 0 || !line.startsWith(text, from)) {
      from = line.indexOf(text);
    }
    return from < 0 ? new Span(0, 0) : new Span(from, from + text.length());
  }
}
