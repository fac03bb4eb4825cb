package dev.whyvoy.core.record;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The access log formats in configuration: Envoy's bootstrap and config dumps, Istio's MeshConfig
 * and Telemetry providers, EnvoyProxy and other resources, as YAML or JSON. A format is what looks
 * like one: a text with several command operators, or an object of texts that show commands.
 */
public final class ConfigFormats {
  /** Largest file in bytes. */
  private static final long LARGEST = 64 << 20;

  private static final int FEWEST = 3;
  private static final int MAX_DEPTH = 64;
  private static final Pattern OPERATOR = Pattern.compile("%[A-Z][A-Z0-9_]+(\\(|%|:[0-9])");
  private static final Pattern CONFIG =
      Pattern.compile("(?m)^\\s*(accessLog|access_log|envoyFileAccessLog|log_format)\\w*:");

  /** What shows commands without being an access log. */
  private static final Set<String> NOT_LOGS =
      Set.of(
          "body_format",
          "bodyFormat",
          "body_format_override",
          "bodyFormatOverride",
          "custom_tags",
          "request_headers_to_add",
          "response_headers_to_add",
          "header");

  /** Access logs without a format of their own. */
  private static final Pattern SINK =
      Pattern.compile(".*\\.(FileAccessLog|StdoutAccessLog|StderrAccessLog|StreamAccessLog)");

  private final String file;
  private final List<String> formats = new ArrayList<>();
  private boolean plainSink;

  private ConfigFormats(String file) {
    this.file = file;
  }

  /**
   * The formats of a file, each once, in the order in which they stand there; Envoy's own if a log
   * is configured without one.
   *
   * @return at least one
   * @throws IOException if the file can't be read
   * @throws IllegalArgumentException with the place, if it holds none, or one that Envoy would
   *     refuse
   */
  public static List<String> read(Path path) throws IOException {
    if (Files.size(path) > LARGEST) {
      throw new IllegalArgumentException(path + ": larger than 64 MiB");
    }
    byte[] bytes = Files.readAllBytes(path);
    ConfigFormats config = new ConfigFormats(path.toString());
    config.document(new String(bytes, StandardCharsets.UTF_8), 0);
    if (config.formats.isEmpty() && config.plainSink) {
      config.formats.add(KnownFormats.get().all().get(0).format());
    }
    if (config.formats.isEmpty()) {
      throw new IllegalArgumentException(
          path
              + ": holds no access log format; looked for Envoy's log_format, Istio's"
              + " accessLogFormat and the like");
    }
    return List.copyOf(config.formats);
  }

  private void document(String text, int lineBefore) throws IOException {
    List<ConfigNode> roots;
    try {
      roots = ConfigNode.parse(text, lineBefore);
    } catch (JsonProcessingException e) {
      int line = e.getLocation() == null ? 0 : e.getLocation().getLineNr();
      String first = e.getOriginalMessage().lines().findFirst().orElse("no YAML");
      throw new IllegalArgumentException(file + ":" + (lineBefore + line) + ": " + first);
    }
    for (ConfigNode root : roots) {
      node(root, 0);
    }
  }

  private void node(ConfigNode node, int depth) throws IOException {
    if (depth > MAX_DEPTH || NOT_LOGS.contains(node.name())) {
      return;
    }
    if (node.isText()) {
      text(node);
      return;
    }
    if (isMap(node)) {
      add(node.json(), node, false);
      return;
    }
    plainSink |=
        node.children().stream()
            .anyMatch(
                child -> child.name().equals("@type") && SINK.matcher(child.text()).matches());
    for (ConfigNode child : node.children()) {
      node(child, depth + 1);
    }
  }

  /** A format string, or configuration within configuration, as in a ConfigMap. */
  private void text(ConfigNode node) throws IOException {
    String text = node.text();
    if (operators(text) >= FEWEST && !CONFIG.matcher(text).find()) {
      add(text, node, true);
    } else if (text.indexOf('\n') >= 0 && CONFIG.matcher(text).find()) {
      document(text, node.line());
    }
  }

  /** Whether most members show one command each; or, for Kuma, pairs of key and value do. */
  private static boolean isMap(ConfigNode node) {
    long shown =
        node.children().stream()
            .filter(child -> child.isText() && operators(child.text()) > 0)
            .filter(child -> operators(child.text()) < FEWEST)
            .count();
    return !node.isList() && shown >= FEWEST || node.pairs().size() >= FEWEST;
  }

  private static int operators(String text) {
    int count = 0;
    for (Matcher matcher = OPERATOR.matcher(text); count < FEWEST && matcher.find(); ) {
      count++;
    }
    return count;
  }

  private void add(String format, ConfigNode node, boolean isText) {
    if (formats.contains(format)) {
      return;
    }
    try {
      if (isText && FormatMap.parse(format).isEmpty()) {
        TextLayout.of(FormatStrings.parts(format.strip()));
      } else {
        FormatMap.parse(format).orElseThrow().values().forEach(FormatStrings::parts);
      }
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(file + ":" + node.line() + ": " + e.getMessage(), e);
    }
    formats.add(format);
  }
}
