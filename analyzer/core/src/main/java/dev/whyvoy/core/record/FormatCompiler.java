package dev.whyvoy.core.record;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Turns the YAML of the known formats into the table that {@link KnownFormats} reads; part of the
 * build, so that no YAML and no grammar is needed to start.
 */
public final class FormatCompiler {
  private static final String FOLDER = "/whyvoy/formats/";

  private FormatCompiler() {}

  /** Writes the table to the file that is the only argument. */
  public static void main(String... args) throws IOException {
    Path target = Path.of(args[0]);
    Files.createDirectories(target.toAbsolutePath().getParent());
    Files.writeString(target, String.join("\n", compile()) + "\n");
  }

  static List<String> compile() throws IOException {
    List<String> lines = new ArrayList<>();
    for (JsonNode format : read("text.yaml").path("formats")) {
      String text = format.path("format").asText();
      lines.add(head("T", format, text));
      for (FormatPart part : FormatStrings.parts(text)) {
        lines.add(
            part instanceof FormatPart.Command command
                ? FormatTable.line(
                    "C", command.name(), command.main(), command.alternative(), command.text())
                : FormatTable.line("L", ((FormatPart.Literal) part).text()));
      }
    }
    Set<String> aliases = new LinkedHashSet<>();
    for (JsonNode format : read("json.yaml").path("formats")) {
      JsonNode keys = format.path("keys");
      lines.add(head("J", format, keys.toString()));
      keys.fields()
          .forEachRemaining(key -> addKey(key.getKey(), key.getValue().asText(), lines, aliases));
    }
    for (JsonNode format : read("other.yaml").path("formats")) {
      lines.add(head("O", format, format.path("kind").asText()));
    }
    read("aliases.yaml")
        .path("aliases")
        .fields()
        .forEachRemaining(
            names -> names.getValue().forEach(name -> aliases.add(alias(names.getKey(), name))));
    lines.addAll(aliases);
    return lines;
  }

  private static void addKey(String key, String command, List<String> lines, Set<String> aliases) {
    String field =
        !command.isEmpty()
                && FormatStrings.parts(command).get(0) instanceof FormatPart.Command first
            ? name(Field.ofCommand(first.name(), first.main(), first.alternative()))
            : "";
    lines.add(FormatTable.line("K", key, field));
    if (!field.isEmpty()) {
      aliases.add(FormatTable.line("A", JsonKeys.plain(key), field));
    }
  }

  private static String name(@org.jspecify.annotations.Nullable Field field) {
    return field == null ? "" : field.key();
  }

  private static String alias(String field, JsonNode name) {
    if (Field.of(field) == null) {
      throw new IllegalArgumentException("aliases.yaml: no such field: " + field);
    }
    return FormatTable.line("A", name.asText(), field);
  }

  private static String head(String kind, JsonNode format, String text) {
    return FormatTable.line(
        kind,
        format.path("id").asText(),
        format.path("product").asText(),
        format.path("since").asText(),
        format.path("until").asText(),
        format.path("note").asText(),
        text);
  }

  private static JsonNode read(String file) throws IOException {
    try (InputStream in = FormatCompiler.class.getResourceAsStream(FOLDER + file)) {
      if (in == null) {
        throw new IOException("not on the class path: " + FOLDER + file);
      }
      return new YAMLMapper().readTree(in);
    }
  }
}
