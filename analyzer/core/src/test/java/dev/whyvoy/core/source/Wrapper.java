package dev.whyvoy.core.source;

import static dev.whyvoy.core.source.EnvoyFormat.json;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What stands around the lines of a log when people have it.
 *
 * @param name name for people
 * @param log writes lines as a whole log
 * @param says fields that it adds to each record
 */
record Wrapper(String name, Function<List<String>, String> log, Map<String, String> says) {
  static final String TIME = "2026-03-04T10:00:00.123456789Z";
  static final Map<String, String> POD = Map.of("pod", "web-7d9", "container", "proxy");

  static final List<Wrapper> ALL =
      Stream.of(RuntimeWrappers.ALL, CollectorWrappers.ALL, NestedWrappers.ALL)
          .flatMap(List::stream)
          .toList();

  static Wrapper each(String name, Function<String, String> line) {
    return each(name, line, Map.of());
  }

  static Wrapper each(String name, Function<String, String> line, Map<String, String> says) {
    return new Wrapper(
        name, lines -> lines.stream().map(line).collect(Collectors.joining("\n")), says);
  }

  static Map<String, String> with(String namespace) {
    return Map.of("pod", "web-7d9", "container", "proxy", "namespace", namespace);
  }

  static String docker(String log) {
    return json(map("log", log, "stream", "stdout", "time", TIME));
  }

  static String cri(String tag, String line) {
    return TIME + " stdout " + tag + " " + line;
  }

  /** An object of JSON, in this order. */
  static Map<String, Object> map(Object... keysAndValues) {
    Map<String, Object> map = new LinkedHashMap<>();
    for (int i = 0; i < keysAndValues.length; i += 2) {
      map.put((String) keysAndValues[i], keysAndValues[i + 1]);
    }
    return map;
  }
}
