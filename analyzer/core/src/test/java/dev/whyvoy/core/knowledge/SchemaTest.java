package dev.whyvoy.core.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SpecVersion.VersionFlag;
import java.io.IOException;
import java.net.JarURLConnection;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every knowledge file fits the published schema of its kind. */
class SchemaTest {
  private static final JsonSchemaFactory SCHEMAS =
      JsonSchemaFactory.getInstance(
          VersionFlag.V202012,
          builder ->
              builder.schemaMappers(
                  mappers ->
                      mappers.mapPrefix(
                          "https://whyvoy.dev/schema/", "classpath:/whyvoy/schema/")));

  @TestFactory
  Stream<DynamicTest> everyFileFitsItsSchema() throws IOException, URISyntaxException {
    Path root = root();
    List<Path> files;
    try (Stream<Path> walk = Files.walk(root, 2)) {
      files =
          walk.filter(path -> path.toString().endsWith(".yaml"))
              .filter(path -> !root.relativize(path).startsWith("formats"))
              .sorted()
              .toList();
    }
    assertThat(files).isNotEmpty();
    return files.stream()
        .map(
            path -> {
              String name = root.relativize(path).toString().replace('\\', '/');
              return DynamicTest.dynamicTest(name, () -> assertFits(path, name));
            });
  }

  @Test
  void aMistakeIsNoticed() {
    ObjectNode family = JsonNodeFactory.instance.objectNode().put("nam", "x");
    assertThat(schema("families").validate(family)).isNotEmpty();
  }

  private static void assertFits(Path path, String name) throws IOException {
    Problems problems = new Problems();
    JsonNode tree = json(YamlFile.read(name, Files.readString(path), problems).root());
    problems.failIfAny();
    String kind = name.contains("/") ? name.substring(0, name.indexOf('/')) : stem(name);
    assertThat(schema(kind).validate(tree)).isEmpty();
  }

  private static String stem(String name) {
    return name.substring(0, name.length() - ".yaml".length());
  }

  private static JsonSchema schema(String kind) {
    return SCHEMAS.getSchema(SchemaLocation.of("https://whyvoy.dev/schema/" + kind + ".json"));
  }

  /** Scalars become what JSON makes of them; releases stay text. */
  private static JsonNode json(Yaml node) {
    if (node instanceof Yaml.Mapping mapping) {
      ObjectNode object = JsonNodeFactory.instance.objectNode();
      mapping.entries().forEach((key, value) -> object.set(key, json(value)));
      return object;
    }
    if (node instanceof Yaml.Seq seq) {
      return new ObjectMapper().valueToTree(seq.items().stream().map(SchemaTest::json).toList());
    }
    String text = ((Yaml.Text) node).text();
    if (text.matches("-?[0-9]{1,15}")) {
      return JsonNodeFactory.instance.numberNode(Long.parseLong(text));
    }
    return text.equals("true") || text.equals("false")
        ? JsonNodeFactory.instance.booleanNode(Boolean.parseBoolean(text))
        : JsonNodeFactory.instance.textNode(text);
  }

  /** Folder of the knowledge files: of a jar when the whole project is built, else of classes. */
  private static Path root() throws IOException, URISyntaxException {
    URL families = Objects.requireNonNull(SchemaTest.class.getResource("/whyvoy/families.yaml"));
    if (families.openConnection() instanceof JarURLConnection jar) {
      // Stays open: the dynamic tests read from it later.
      Path file = Path.of(jar.getJarFileURL().toURI());
      return FileSystems.newFileSystem(file).getPath("/whyvoy");
    }
    return Objects.requireNonNull(Path.of(families.toURI()).getParent());
  }
}
