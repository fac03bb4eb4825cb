package dev.whyvoy.core.record;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.LoaderOptions;

/**
 * A piece of YAML or JSON with the line it stands on. Data only: no tags are followed, no aliases
 * expanded.
 *
 * @param name key under which it stands; empty if none
 * @param text text of a scalar; empty for others
 * @param children members of an object or a list
 * @param line counted from 1
 */
record ConfigNode(String name, String text, Kind kind, List<ConfigNode> children, int line) {
  private static final int LARGEST = 64 << 20;
  private static final int DEEPEST = 200;

  /** What a node is. */
  enum Kind {
    TEXT,
    OBJECT,
    LIST
  }

  /** Every document in {@code text}. */
  static List<ConfigNode> parse(String text, int lineBefore) throws IOException {
    List<ConfigNode> roots = new ArrayList<>();
    boolean json = text.stripLeading().startsWith("{") || text.stripLeading().startsWith("[");
    try (JsonParser parser = (json ? jsonFactory() : yamlFactory()).createParser(text)) {
      while (parser.nextToken() != null) {
        roots.add(node("", parser, lineBefore));
      }
    }
    return roots;
  }

  private static JsonFactory jsonFactory() {
    return JsonFactory.builder().streamReadConstraints(constraints()).build();
  }

  private static JsonFactory yamlFactory() {
    LoaderOptions options = new LoaderOptions();
    options.setCodePointLimit(LARGEST);
    options.setNestingDepthLimit(DEEPEST);
    options.setMaxAliasesForCollections(DEEPEST);
    return YAMLFactory.builder()
        .loaderOptions(options)
        .streamReadConstraints(constraints())
        .build();
  }

  private static StreamReadConstraints constraints() {
    return StreamReadConstraints.builder().maxNestingDepth(DEEPEST).build();
  }

  private static ConfigNode node(String name, JsonParser parser, int lineBefore)
      throws IOException {
    int line = lineBefore + parser.currentTokenLocation().getLineNr();
    List<ConfigNode> children = new ArrayList<>();
    return switch (parser.currentToken()) {
      case START_OBJECT -> {
        while (parser.nextToken() != JsonToken.END_OBJECT) {
          String key = parser.currentName();
          parser.nextToken();
          children.add(node(key, parser, lineBefore));
        }
        yield new ConfigNode(name, "", Kind.OBJECT, List.copyOf(children), line);
      }
      case START_ARRAY -> {
        while (parser.nextToken() != JsonToken.END_ARRAY) {
          children.add(node("", parser, lineBefore));
        }
        yield new ConfigNode(name, "", Kind.LIST, List.copyOf(children), line);
      }
      default -> new ConfigNode(name, parser.getText(), Kind.TEXT, List.of(), line);
    };
  }

  boolean isText() {
    return kind == Kind.TEXT;
  }

  boolean isList() {
    return kind == Kind.LIST;
  }

  /** Of a list of {@code {key: k, value: v}}: k to v, for those whose value shows a command. */
  Map<String, String> pairs() {
    Map<String, String> pairs = new LinkedHashMap<>();
    for (ConfigNode child : isList() ? children : List.<ConfigNode>of()) {
      String value = child.member("value");
      if (!child.member("key").isEmpty() && value.indexOf('%') >= 0) {
        pairs.put(child.member("key"), value);
      }
    }
    return pairs;
  }

  private String member(String key) {
    for (ConfigNode child : children) {
      if (child.name.equals(key)) {
        return child.text;
      }
    }
    return "";
  }

  /** The node as JSON on one line; a list of pairs as an object. */
  String json() {
    StringWriter text = new StringWriter();
    try (JsonGenerator out = new JsonFactory().createGenerator(text)) {
      write(out);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
    return text.toString();
  }

  private void write(JsonGenerator out) throws IOException {
    if (isText()) {
      out.writeString(text);
      return;
    }
    out.writeStartObject();
    for (Map.Entry<String, String> pair : pairs().entrySet()) {
      out.writeStringField(pair.getKey(), pair.getValue());
    }
    for (ConfigNode child : isList() ? List.<ConfigNode>of() : children) {
      out.writeFieldName(child.name);
      child.write(out);
    }
    out.writeEndObject();
  }
}
