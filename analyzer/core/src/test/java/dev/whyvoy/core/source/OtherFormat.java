package dev.whyvoy.core.source;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Formats that are no Envoy format strings: what servers of the access log service make of records,
 * what clouds and collectors rename, and what runs beside Envoy.
 *
 * @param id name for people
 * @param requests what it can show
 * @param line writes one of them
 * @param fields names of the columns that a line shows
 * @param renamed differing values, by column
 */
record OtherFormat(
    String id,
    List<Map<String, String>> requests,
    Function<Map<String, String>, String> line,
    List<String> fields,
    Map<String, Function<Map<String, String>, String>> renamed) {
  static final List<OtherFormat> ALL =
      Stream.of(AlsFormats.ALL, CloudFormats.ALL, MeshFormats.ALL).flatMap(List::stream).toList();

  /** Milliseconds as JSON of protocol buffers has them, in seconds. */
  static String seconds(String milliseconds) {
    long ms = Long.parseLong(milliseconds);
    return ms % 1000 == 0 ? ms / 1000 + "s" : "%d.%03ds".formatted(ms / 1000, ms % 1000);
  }

  /** {@code key=text key=@column key=#number}, as JSON; underscores in texts stay. */
  static String object(Map<String, String> request, String words) {
    Map<String, Object> line = new LinkedHashMap<>();
    for (String word : words.split(" ")) {
      String key = word.substring(0, word.indexOf('='));
      String value = word.substring(word.indexOf('=') + 1);
      int at = value.indexOf('@');
      if (value.startsWith("#")) {
        line.put(key, Long.parseLong(request.get(value.substring(1))));
      } else if (at >= 0) {
        String[] parts = value.substring(at + 1).split("\\+");
        String suffix = parts.length > 1 ? parts[1] : "";
        String text = request.get(parts[0]);
        line.put(key, text.equals("-") ? null : value.substring(0, at) + text + suffix);
      } else {
        line.put(key, value);
      }
    }
    return EnvoyFormat.json(line);
  }

  /** What the fields of a line should be read as. */
  Map<String, String> expected(Map<String, String> request) {
    Map<String, String> expected = new TreeMap<>();
    for (String field : new ArrayList<>(fields)) {
      Function<Map<String, String>, String> other = renamed.get(field);
      expected.put(field, other == null ? request.get(field) : other.apply(request));
    }
    return expected;
  }
}
