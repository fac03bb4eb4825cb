package dev.whyvoy.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import dev.whyvoy.core.diagnose.Diagnoser;
import dev.whyvoy.core.explain.RecordFacts;
import dev.whyvoy.core.knowledge.EnvoyVersion;
import dev.whyvoy.core.record.Bytes;
import dev.whyvoy.core.record.Field;
import dev.whyvoy.core.record.LineKind;
import dev.whyvoy.core.record.LineReader;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The JSON outputs are what their schemas say, and nothing else. */
class SchemaTest {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  @Test
  void summaries() throws IOException {
    conforms("summary", SummaryJson.of(Logs.summary(Logs.MIXED)));
    conforms("summary", SummaryJson.of(Logs.summary(Hostile.LINES)));
    conforms("summary", SummaryJson.of(Logs.summary()));
    conforms("summary", SummaryJson.of(Logs.summary(Logs.outage())));
  }

  @Test
  void reports() throws IOException {
    conforms("report", ReportJson.of(Logs.report(Logs.MIXED)));
    conforms("report", ReportJson.of(Logs.report(Hostile.LINES)));
    conforms("report", ReportJson.of(Logs.report()));
    String report = ReportJson.of(Logs.report(Logs.outage()));
    conforms("report", report);
    assertThat(MAPPER.readTree(report).get("incidents")).isNotEmpty();
  }

  @Test
  void annotations() throws IOException {
    for (String line : Logs.MIXED) {
      conforms("annotation", AnnotationJson.of(annotated(line)));
    }
    conforms("annotation", AnnotationJson.of(annotated("2026-03-04T09:04:12.1Z\tinfo\tx\ty")));
  }

  @Test
  void annotationsOfTables() throws IOException {
    AnnotatedLine line = annotated(Logs.MIXED[0]);
    AnnotatedLine row =
        new AnnotatedLine(
            line.source(),
            1,
            line.kind(),
            line.text(),
            List.of("a", "b", "c", "d"),
            line.fields(),
            line.finding());
    String json = AnnotationJson.of(row, List.of("x", "x", "y"));
    conforms("annotation", json);
    assertThat(MAPPER.readTree(json).get("columns").toString())
        .isEqualTo("{\"x\":\"a\",\"x_2\":\"b\",\"y\":\"c\",\"column_4\":\"d\"}");
  }

  /** So that the other tests can fail. */
  @ParameterizedTest
  @ValueSource(strings = {"requests", "outcomes", "schema_version", "timeline"})
  void whatLacksAFieldOrHasAnUnknownOneIsNoReport(String field) throws IOException {
    ObjectNode report = (ObjectNode) MAPPER.readTree(ReportJson.of(Logs.report(Logs.MIXED)));
    JsonNode value = report.remove(field);
    assertThat(schema("report").validate(report)).isNotEmpty();
    report.set(field, value);
    assertThat(schema("report").validate(report)).isEmpty();
    report.set(field + "s", value);
    assertThat(schema("report").validate(report)).isNotEmpty();
  }

  private static AnnotatedLine annotated(String line) {
    byte[] bytes = Bytes.padded(line);
    LineReader reader = new LineReader();
    LineKind kind = reader.read(bytes, 0, bytes.length - Bytes.PADDING);
    Map<Field, String> fields = kind == LineKind.ACCESS ? reader.record().fields() : Map.of();
    Map<String, String> named = new LinkedHashMap<>();
    fields.forEach((field, text) -> named.put(field.fact(), text));
    var findings =
        new Diagnoser(Logs.KNOWLEDGE, EnvoyVersion.RELEASED)
            .diagnose(new RecordFacts(Logs.KNOWLEDGE).of(named));
    return new AnnotatedLine(
        "a.log", 1, kind, line, List.of(), fields, findings.isEmpty() ? null : findings.get(0));
  }

  private static void conforms(String name, String json) throws IOException {
    assertThat(schema(name).validate(MAPPER.readTree(json))).isEmpty();
  }

  /** The published schema, but closed: fields that it does not name are mistakes. */
  private static JsonSchema schema(String name) throws IOException {
    try (InputStream in =
        SummaryJson.class.getResourceAsStream("schema/" + name + ".schema.json")) {
      JsonNode schema = MAPPER.readTree(in);
      close(schema);
      return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(schema);
    }
  }

  private static void close(JsonNode node) {
    List<JsonNode> children = new ArrayList<>();
    node.forEach(children::add);
    for (JsonNode child : children) {
      close(child);
    }
    if (node instanceof ObjectNode object
        && object.path("properties").isObject()
        && !object.has("additionalProperties")) {
      object.put("additionalProperties", false);
    }
  }
}
