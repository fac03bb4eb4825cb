package dev.whyvoy.core.source;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Writes requests the way Envoy writes them in a format; independent of what reads them. */
final class EnvoyFormat {
  static final ObjectMapper JSON = new ObjectMapper();

  private static final Pattern COMMAND = Pattern.compile("%([A-Z0-9_]+(?:\\([^)]*\\))?)%");
  private static final Map<String, String> CONSTANTS =
      Map.of(
          "KUMA_MESH", "default",
          "KUMA_SOURCE_SERVICE", "web_shop_svc_80",
          "KUMA_DESTINATION_SERVICE", "orders_shop_svc_8080",
          "KUMA_SOURCE_ADDRESS_WITHOUT_PORT", "10.8.0.9");
  private static final Set<String> NUMBERS =
      Set.of(
          "response_code",
          "bytes_received",
          "bytes_sent",
          "duration",
          "response_duration",
          "grpc_status_number");

  private EnvoyFormat() {}

  /** The line of a text format. */
  static String text(String format, Map<String, String> request) {
    return COMMAND
        .matcher(format.strip())
        .replaceAll(
            match ->
                Matcher.quoteReplacement(
                    CONSTANTS.getOrDefault(
                        match.group(1),
                        request.getOrDefault(Requests.column(match.group(1)), "-"))));
  }

  /** The fields that a line of the format says. */
  static Map<String, String> fields(String format, Map<String, String> request) {
    Map<String, String> fields = new TreeMap<>();
    COMMAND
        .matcher(format)
        .results()
        .map(match -> Requests.column(match.group(1)))
        .filter(column -> !column.isEmpty())
        .forEach(column -> fields.put(column, request.get(column)));
    return fields;
  }

  /** The line of a JSON format with strings throughout, as old releases write it. */
  static String strings(Map<String, String> keys, Map<String, String> request) {
    return json(keys, command -> request.getOrDefault(Requests.column(command), "-"));
  }

  /** The line of a JSON format with values that keep their types, and nulls. */
  static String typed(Map<String, String> keys, Map<String, String> request) {
    return json(
        new TreeMap<>(keys),
        command -> {
          String column = Requests.column(command);
          String value = request.getOrDefault(column, "-");
          boolean flags = column.equals("response_flags");
          return value.equals("-") && !flags
              ? null
              : NUMBERS.contains(column) ? Long.valueOf(value) : value;
        });
  }

  private static String json(Map<String, String> keys, Function<String, Object> value) {
    Map<String, Object> line = new LinkedHashMap<>();
    keys.forEach((key, command) -> line.put(key, value.apply(command.replace("%", ""))));
    return json(line);
  }

  static String json(Object value) {
    try {
      return JSON.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }
}
