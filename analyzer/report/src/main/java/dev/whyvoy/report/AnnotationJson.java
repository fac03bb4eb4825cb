package dev.whyvoy.report;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.whyvoy.core.diagnose.Finding;
import dev.whyvoy.core.diagnose.Kind;
import dev.whyvoy.core.record.Field;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Annotated lines as NDJSON, as {@code schema/annotation.schema.json} describes them. */
public final class AnnotationJson {
  /** Counts changes that old readers would not cope with. */
  static final int SCHEMA_VERSION = 1;

  private static final int MOST_CAUSES = 3;

  private AnnotationJson() {}

  /** One object, ended by a line feed. */
  public static String of(AnnotatedLine line) throws IOException {
    return of(line, List.of());
  }

  /**
   * One object, ended by a line feed.
   *
   * @param columns of the table that the line is from; none if it is from none
   */
  public static String of(AnnotatedLine line, List<String> columns) throws IOException {
    return Json.line(json -> fields(json, line, columns));
  }

  private static void fields(JsonGenerator json, AnnotatedLine line, List<String> columns)
      throws IOException {
    json.writeNumberField("schema_version", SCHEMA_VERSION);
    json.writeNumberField("line", line.number());
    json.writeStringField("source", line.source());
    json.writeStringField("kind", kind(line).word());
    if (line.fields().isEmpty()) {
      json.writeStringField("text", line.text());
    }
    for (Map.Entry<Field, String> field : line.fields().entrySet()) {
      json.writeStringField(field.getKey().key(), field.getValue());
    }
    if (!columns.isEmpty()) {
      cells(json, line.cells(), columns);
    }
    Finding finding = line.finding();
    if (finding == null) {
      json.writeNullField("diagnosis");
      ExplanationJson.causes(json, List.of());
      ExplanationJson.codePath(json, List.of());
    } else {
      ExplanationJson.diagnosis(json, finding);
      ExplanationJson.causes(json, finding.causes().stream().limit(MOST_CAUSES).toList());
      ExplanationJson.codePath(json, finding.codePath());
    }
  }

  /** The row as it was; of columns with one name the later ones are told apart by number. */
  private static void cells(JsonGenerator json, List<String> cells, List<String> columns)
      throws IOException {
    json.writeObjectFieldStart("columns");
    Set<String> written = new HashSet<>();
    for (int i = 0; i < cells.size(); i++) {
      String name = i < columns.size() ? columns.get(i) : "column";
      if (i >= columns.size() || !written.add(name)) {
        name += "_" + (i + 1);
      }
      json.writeStringField(name, cells.get(i));
    }
    json.writeEndObject();
  }

  private static Kind kind(AnnotatedLine line) {
    return switch (line.kind()) {
      case ACCESS -> Kind.ACCESS_LOG;
      case APPLICATION_LOG -> Kind.APPLICATION_LOG;
      default -> Kind.UNKNOWN;
    };
  }
}
