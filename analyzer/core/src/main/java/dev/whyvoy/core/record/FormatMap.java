package dev.whyvoy.core.record;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** A JSON format: which key shows which command, as Envoy's {@code json_format} has it. */
final class FormatMap {
  private static final JsonFactory JSON = new JsonFactory();
  private static final int MAX_DEPTH = 32;

  private FormatMap() {}

  /** Paths of plain keys to what they show; empty if the text is no JSON object with commands. */
  static Optional<Map<String, String>> parse(String text) {
    if (!text.strip().startsWith("{")) {
      return Optional.empty();
    }
    Map<String, String> keys = new LinkedHashMap<>();
    Deque<String> paths = new ArrayDeque<>();
    paths.push("");
    try (JsonParser parser = JSON.createParser(text)) {
      for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
        String name = parser.currentName();
        String outer = paths.element();
        String plain = name == null ? "" : JsonKeys.plain(name);
        String path = outer.isEmpty() || plain.isEmpty() ? outer + plain : outer + "." + plain;
        switch (token) {
          case START_OBJECT -> paths.push(path);
          case END_OBJECT -> paths.pop();
          case START_ARRAY -> parser.skipChildren();
          case VALUE_STRING -> keys.put(path, parser.getText());
          default -> {}
        }
        if (paths.size() > MAX_DEPTH) {
          return Optional.empty();
        }
      }
    } catch (IOException e) {
      return Optional.empty();
    }
    boolean commands = keys.values().stream().anyMatch(value -> value.contains("%"));
    return commands ? Optional.of(keys) : Optional.empty();
  }

  /**
   * {@code aliases} with what the keys of {@code format} mean; a key that shows something else no
   * longer means a field.
   */
  static void addTo(Map<String, Field> aliases, Map<String, String> format) {
    format.forEach(
        (path, shown) -> {
          Field field = null;
          var parts = FormatStrings.parts(shown);
          if (parts.size() == 1 && parts.get(0) instanceof FormatPart.Command command) {
            field = Field.ofCommand(command.name(), command.main(), command.alternative());
          }
          String key = path.substring(path.lastIndexOf('.') + 1);
          if (field == null) {
            aliases.remove(key);
          } else {
            aliases.put(path, field);
            aliases.put(key, field);
          }
        });
  }
}
