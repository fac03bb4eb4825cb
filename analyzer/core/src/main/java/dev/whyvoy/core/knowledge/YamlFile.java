package dev.whyvoy.core.knowledge;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A YAML file of the knowledge.
 *
 * @param name path below the knowledge's root, with slashes
 */
record YamlFile(String name, Yaml root) {
  private static final YAMLFactory YAML = new YAMLFactory();
  private static final int MAX_DEPTH = 20;

  /**
   * Reads one document of maps, lists and scalars; anchors, tags' types and repeated keys are
   * problems.
   */
  static YamlFile read(String name, String text, Problems problems) {
    Yaml root = new Yaml.Mapping(1, Map.of());
    try (YAMLParser parser = YAML.createParser(text)) {
      if (parser.nextToken() != null) {
        root = node(name, parser, problems, 0);
        if (parser.nextToken() != null) {
          problems.add(name, line(parser), "a second document", "one document a file");
        }
      }
    } catch (JacksonException e) {
      int line = e.getLocation() == null ? 1 : e.getLocation().getLineNr();
      problems.add(name, line, "not YAML: " + firstLine(e.getOriginalMessage()), "");
    } catch (IOException e) {
      throw new IllegalStateException("reading from memory failed", e);
    }
    return new YamlFile(name, root);
  }

  private static Yaml node(String name, YAMLParser parser, Problems problems, int depth)
      throws IOException {
    int line = line(parser);
    if (parser.isCurrentAlias() || parser.getObjectId() != null) {
      problems.add(name, line, "an anchor or alias", "plain maps, lists and scalars");
    }
    if (depth > MAX_DEPTH) {
      problems.add(name, line, "nested too deeply", "at most " + MAX_DEPTH + " levels");
      parser.skipChildren();
      return new Yaml.Text(line, "");
    }
    JsonToken token = parser.currentToken();
    if (token == JsonToken.START_OBJECT) {
      Map<String, Yaml> entries = new LinkedHashMap<>();
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        String key = parser.currentName();
        int keyLine = line(parser);
        parser.nextToken();
        if (entries.put(key, node(name, parser, problems, depth + 1)) != null) {
          problems.add(name, keyLine, "\"" + key + "\" stands twice in one map", "once");
        }
      }
      return new Yaml.Mapping(line, entries);
    }
    if (token == JsonToken.START_ARRAY) {
      List<Yaml> items = new ArrayList<>();
      while (parser.nextToken() != JsonToken.END_ARRAY) {
        items.add(node(name, parser, problems, depth + 1));
      }
      return new Yaml.Seq(line, items);
    }
    return new Yaml.Text(line, parser.getText());
  }

  private static int line(JsonParser parser) {
    return parser.currentTokenLocation().getLineNr();
  }

  private static String firstLine(String text) {
    return text.lines().findFirst().orElse("");
  }
}
