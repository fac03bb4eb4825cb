package dev.whyvoy.report;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.whyvoy.core.knowledge.Diagnosis;
import dev.whyvoy.core.record.Field;
import dev.whyvoy.core.record.LineKind;
import dev.whyvoy.core.summary.Accounting;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;

/** A summary as one line of JSON, as {@code schema/summary.schema.json} describes it. */
public final class SummaryJson {
  /** Counts changes that old readers would not cope with. */
  static final int SCHEMA_VERSION = 1;

  private static final int MOST_PARTS = 20;

  private SummaryJson() {}

  /** One object, ended by a line feed. */
  public static String of(SummaryView view) throws IOException {
    return Json.line(
        json -> {
          json.writeNumberField("schema_version", SCHEMA_VERSION);
          accounting(json, view);
          bounds(json, view);
          IncidentJson.write(json, view.incidents());
          json.writeArrayFieldStart("outcomes");
          for (Outcome outcome : view.outcomes()) {
            json.writeStartObject();
            by(json, view, outcome);
            outcome(json, outcome, view.accounting().failed());
            causes(json, outcome);
            json.writeStringField("sample", outcome.sample().orElse(""));
            json.writeEndObject();
          }
          json.writeEndArray();
          components(json, view);
          notUnderstood(json, view);
        });
  }

  /** What Envoy's own log says; nothing if it says nothing. */
  private static void components(JsonGenerator json, SummaryView view) throws IOException {
    if (view.components().isEmpty()) {
      return;
    }
    json.writeArrayFieldStart("component_log");
    for (ComponentFinding finding : view.components()) {
      json.writeStartObject();
      json.writeStringField("event", finding.event());
      json.writeStringField("said", finding.said());
      json.writeStringField("diagnosis", finding.code());
      json.writeNumberField("count", finding.count());
      json.writeStringField("sample", finding.sample());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  /** What was not kept apart. */
  static void bounds(JsonGenerator json, SummaryView view) throws IOException {
    json.writeStringField("grain", view.summary().grain().name().toLowerCase(Locale.ROOT));
    json.writeNumberField("folded_families", view.summary().foldedFamilies());
  }

  /** Where every line went. */
  static void accounting(JsonGenerator json, SummaryView view) throws IOException {
    Accounting accounting = view.accounting();
    json.writeNumberField("requests", view.requests());
    json.writeNumberField("failed", accounting.failed());
    time(json, "first", view.first());
    time(json, "last", view.last());
    json.writeNumberField("lines", accounting.lines());
    json.writeObjectFieldStart("lines_by_kind");
    for (Map.Entry<LineKind, Long> kind : accounting.kinds().entrySet()) {
      json.writeNumberField(name(kind.getKey()), kind.getValue());
    }
    json.writeEndObject();
    json.writeNumberField("filtered", accounting.filtered());
    json.writeNumberField("too_long", accounting.tooLong());
    json.writeNumberField("ambiguous", accounting.ambiguous());
    json.writeNumberField("without_time", accounting.withoutTime());
  }

  /** The values that outcomes are grouped by in addition, if there are any. */
  private static void by(JsonGenerator json, SummaryView view, Outcome outcome) throws IOException {
    List<Field> fields = view.summary().by();
    if (!fields.isEmpty()) {
      List<String> values = outcome.groups().get(0).group().signature().by();
      json.writeObjectFieldStart("by");
      for (int i = 0; i < Math.min(fields.size(), values.size()); i++) {
        json.writeStringField(fields.get(i).key(), values.get(i));
      }
      json.writeEndObject();
    }
  }

  /** The fields of an outcome, but for its causes and samples. */
  static void outcome(JsonGenerator json, Outcome outcome, long failed) throws IOException {
    Diagnosis diagnosis = outcome.diagnosis();
    if (diagnosis == null) {
      json.writeNullField("diagnosis");
    } else {
      json.writeObjectFieldStart("diagnosis");
      json.writeStringField("code", diagnosis.code());
      json.writeStringField("slug", diagnosis.slug());
      json.writeStringField("level", diagnosis.level().word());
      json.writeStringField("locus", diagnosis.locus().word());
      json.writeEndObject();
    }
    json.writeStringField("line", outcome.line());
    json.writeStringField("said", outcome.said());
    json.writeNumberField("count", outcome.count());
    json.writeNumberField("share", Json.rounded(outcome.count() / (double) Math.max(1, failed)));
    time(json, "first", outcome.first());
    time(json, "last", outcome.last());
    number(json, "duration_p50_ms", outcome.p50());
    number(json, "duration_p99_ms", outcome.p99());
    parts(json, "upstream_clusters", outcome.clusters());
    parts(json, "upstream_hosts", outcome.hosts());
  }

  private static void causes(JsonGenerator json, Outcome outcome) throws IOException {
    json.writeArrayFieldStart("causes");
    for (Outcome.LikelyCause cause : outcome.causes()) {
      json.writeStartObject();
      json.writeStringField("id", cause.cause().id());
      json.writeStringField("title", cause.cause().title());
      json.writeNumberField("likelihood", Json.rounded(cause.likelihood()));
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  static void parts(JsonGenerator json, String name, List<Outcome.Part> parts) throws IOException {
    json.writeArrayFieldStart(name);
    for (Outcome.Part part : parts.subList(0, Math.min(MOST_PARTS, parts.size()))) {
      json.writeStartObject();
      json.writeStringField("name", part.name());
      json.writeNumberField("count", part.count());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  static void notUnderstood(JsonGenerator json, SummaryView view) throws IOException {
    json.writeArrayFieldStart("not_understood");
    for (Map.Entry<LineKind, List<String>> kind : view.summary().notUnderstood().entrySet()) {
      json.writeStartObject();
      json.writeStringField("kind", name(kind.getKey()));
      json.writeNumberField("count", view.accounting().kinds().getOrDefault(kind.getKey(), 0L));
      Json.strings(json, "samples", kind.getValue());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void time(JsonGenerator json, String name, OptionalLong time) throws IOException {
    if (time.isPresent()) {
      json.writeStringField(name, Times.iso(time));
    } else {
      json.writeNullField(name);
    }
  }

  private static void number(JsonGenerator json, String name, OptionalLong number)
      throws IOException {
    if (number.isPresent()) {
      json.writeNumberField(name, number.getAsLong());
    } else {
      json.writeNullField(name);
    }
  }

  private static String name(LineKind kind) {
    return kind.name().toLowerCase(Locale.ROOT);
  }
}
