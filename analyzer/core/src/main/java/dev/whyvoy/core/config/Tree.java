package dev.whyvoy.core.config;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** A piece of JSON or YAML: a map, a list, or a text. */
final class Tree {
  private static final Tree NOTHING = new Tree(null);
  private static final int DEEPEST = 100;
  private static final int MOST_NODES = 3_000_000;

  private final @Nullable Object value;

  private Tree(@Nullable Object value) {
    this.value = value;
  }

  /** The documents of a JSON or YAML text. */
  static List<Tree> read(String text, boolean json) throws IOException, UnreadableConfig {
    JsonFactory factory = json ? new JsonFactory() : new YAMLFactory();
    List<Tree> documents = new ArrayList<>();
    int[] left = {MOST_NODES};
    try (JsonParser parser = factory.createParser(text)) {
      while (parser.nextToken() != null) {
        documents.add(new Tree(node(parser, 0, left)));
      }
    }
    return documents;
  }

  private static Object node(JsonParser parser, int depth, int[] left)
      throws IOException, UnreadableConfig {
    if (depth > DEEPEST || --left[0] < 0) {
      throw new UnreadableConfig("nested too deeply, or too large");
    }
    if (parser.currentToken() == JsonToken.START_OBJECT) {
      Map<String, Object> map = new LinkedHashMap<>();
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        String key = parser.currentName();
        parser.nextToken();
        map.put(key, node(parser, depth + 1, left));
      }
      return map;
    }
    if (parser.currentToken() == JsonToken.START_ARRAY) {
      List<Object> list = new ArrayList<>();
      while (parser.nextToken() != JsonToken.END_ARRAY) {
        list.add(node(parser, depth + 1, left));
      }
      return list;
    }
    return String.valueOf(parser.getText());
  }

  /** The entry of a map; nothing if there is none. JSON and proto spellings are the same. */
  Tree get(String name) {
    if (!(value instanceof Map<?, ?> map)) {
      return NOTHING;
    }
    Object found = map.get(name);
    return found != null ? new Tree(found) : new Tree(map.get(camel(name)));
  }

  private static String camel(String name) {
    StringBuilder camel = new StringBuilder();
    for (int i = 0; i < name.length(); i++) {
      boolean after = i > 0 && name.charAt(i - 1) == '_';
      if (name.charAt(i) != '_') {
        camel.append(after ? Character.toUpperCase(name.charAt(i)) : name.charAt(i));
      }
    }
    return camel.toString();
  }

  /** The entry at the end of a path of names. */
  Tree at(String... names) {
    Tree tree = this;
    for (String name : names) {
      tree = tree.get(name);
    }
    return tree;
  }

  boolean exists() {
    return value != null;
  }

  boolean isMap() {
    return value instanceof Map;
  }

  /** The items of a list, or the values of a map; none of a text. */
  List<Tree> items() {
    List<Tree> items = new ArrayList<>();
    if (value instanceof List<?> list) {
      list.forEach(item -> items.add(new Tree(item)));
    } else if (value instanceof Map<?, ?> map) {
      map.values().forEach(item -> items.add(new Tree(item)));
    }
    return items;
  }

  Optional<String> text() {
    return value instanceof String text ? Optional.of(text) : Optional.empty();
  }

  /** The entry as text, or empty. */
  String text(String name) {
    return get(name).text().orElse("");
  }

  OptionalLong number() {
    try {
      return value instanceof String text
          ? OptionalLong.of(Long.parseLong(text))
          : OptionalLong.empty();
    } catch (NumberFormatException e) {
      return OptionalLong.empty();
    }
  }

  /** A duration as protobuf or Go writes it ({@code 0.250s}, {@code 1m30s}), in ms. */
  OptionalLong millis() {
    return value instanceof String text ? Lengths.millis(text) : OptionalLong.empty();
  }
}
