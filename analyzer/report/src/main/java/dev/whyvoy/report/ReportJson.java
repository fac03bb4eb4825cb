package dev.whyvoy.report;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.whyvoy.core.diagnose.RankedCause;
import dev.whyvoy.core.knowledge.Diagnosis;
import java.io.IOException;
import java.util.List;

/** A report as one line of JSON, as {@code schema/report.schema.json} describes it. */
public final class ReportJson {
  /** Counts changes that old readers would not cope with. */
  static final int SCHEMA_VERSION = 1;

  private ReportJson() {}

  /** One object, ended by a line feed. */
  public static String of(ReportView view) throws IOException {
    SummaryView summary = view.summary();
    return Json.line(
        json -> {
          json.writeNumberField("schema_version", SCHEMA_VERSION);
          origin(json, view.origin());
          SummaryJson.accounting(json, summary);
          SummaryJson.bounds(json, view.summary());
          timeline(json, view.timeline());
          IncidentJson.write(json, summary.incidents());
          json.writeArrayFieldStart("outcomes");
          List<Outcome> outcomes = summary.outcomes();
          for (int i = 0; i < outcomes.size(); i++) {
            json.writeStartObject();
            SummaryJson.outcome(json, outcomes.get(i), summary.accounting().failed());
            section(json, view.sectionOf(i));
            json.writeEndObject();
          }
          json.writeEndArray();
          SummaryJson.notUnderstood(json, summary);
        });
  }

  private static void origin(JsonGenerator json, Origin origin) throws IOException {
    json.writeStringField("whyvoy_version", origin.program());
    json.writeStringField("envoy_version", origin.envoy());
    json.writeStringField("written_at", origin.written().toString());
    Json.strings(json, "inputs", origin.inputs());
    json.writeNumberField("bytes", origin.bytes());
    Json.strings(json, "problems", origin.problems());
    Json.strings(json, "filters", origin.filters());
  }

  private static void timeline(JsonGenerator json, Timeline timeline) throws IOException {
    json.writeObjectFieldStart("timeline");
    json.writeStringField("start", Times.iso(timeline.first()));
    json.writeNumberField("interval_ms", timeline.width());
    numbers(json, "requests", timeline.requests());
    json.writeArrayFieldStart("failures");
    for (Timeline.Band band : timeline.bands()) {
      json.writeStartObject();
      json.writeStringField("code", band.code());
      json.writeStringField("name", band.name());
      numbers(json, "counts", band.counts());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private static void numbers(JsonGenerator json, String name, long[] numbers) throws IOException {
    json.writeFieldName(name);
    json.writeArray(numbers, 0, numbers.length);
  }

  private static void section(JsonGenerator json, Section section) throws IOException {
    Diagnosis diagnosis = section.diagnosis();
    json.writeStringField("certainty", section.certainty().word());
    json.writeStringField("what", diagnosis == null ? "" : diagnosis.what().strip());
    json.writeStringField("not", diagnosis == null ? "" : diagnosis.not().strip());
    json.writeStringField("effect", diagnosis == null ? "" : diagnosis.effect().strip());
    Json.strings(json, "check", section.checks());
    Json.strings(json, "see", section.see().stream().map(Diagnosis::code).toList());
    json.writeArrayFieldStart("causes");
    for (RankedCause ranked : section.causes()) {
      json.writeStartObject();
      json.writeStringField("id", ranked.cause().id());
      json.writeStringField("title", ranked.cause().title());
      json.writeNumberField("likelihood", Json.rounded(ranked.likelihood()));
      Json.strings(json, "because", ranked.because());
      Json.strings(json, "against", ranked.against());
      Json.strings(json, "check", ranked.cause().check());
      json.writeStringField("fix", ranked.cause().fix());
      json.writeEndObject();
    }
    json.writeEndArray();
    ExplanationJson.codePath(json, section.codePath());
    json.writeArrayFieldStart("breakdowns");
    for (Breakdown breakdown : section.breakdowns()) {
      json.writeStartObject();
      json.writeStringField("field", breakdown.key());
      json.writeBooleanField("exact", breakdown.exact());
      SummaryJson.parts(json, "values", breakdown.parts());
      json.writeNumberField("more", breakdown.more());
      json.writeEndObject();
    }
    json.writeEndArray();
    Json.strings(json, "samples", section.lines());
  }
}
