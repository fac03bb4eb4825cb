package dev.whyvoy.report;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.whyvoy.core.incident.Incident;
import dev.whyvoy.core.incident.OutcomeShare;
import dev.whyvoy.core.incident.Place;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;

/** Incidents as JSON. */
final class IncidentJson {
  private static final int MOST_CAUSES = 5;

  private IncidentJson() {}

  /** The field {@code incidents} of the object being written. */
  static void write(JsonGenerator json, List<Incident> incidents) throws IOException {
    json.writeArrayFieldStart("incidents");
    for (Incident incident : incidents) {
      json.writeStartObject();
      json.writeStringField("title", incident.title());
      json.writeStringField("level", incident.level().word());
      place(json, incident.place());
      time(json, "since", incident.period().since());
      time(json, "until", incident.period().until());
      json.writeStringField("onset", incident.period().onset().name().toLowerCase(Locale.ROOT));
      json.writeBooleanField("ongoing", incident.period().ongoing());
      json.writeNumberField("count", incident.count());
      json.writeNumberField("traffic", incident.traffic());
      json.writeNumberField("share", Json.rounded(incident.share()));
      outcomes(json, incident.outcomes());
      Json.strings(json, "shows", incident.shows());
      CausesJson.causes(json, incident.causes().stream().limit(MOST_CAUSES).toList());
      CausesJson.asks(json, incident.ask());
      Json.strings(json, "examples", incident.examples());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void place(JsonGenerator json, Place place) throws IOException {
    json.writeObjectFieldStart("place");
    json.writeStringField("kind", place.kind().name().toLowerCase(Locale.ROOT));
    json.writeStringField("value", place.value());
    parts(json, "upstream_clusters", place.clusters());
    parts(json, "upstream_hosts", place.hosts());
    json.writeEndObject();
  }

  private static void parts(JsonGenerator json, String name, List<Place.Part> parts)
      throws IOException {
    json.writeArrayFieldStart(name);
    for (Place.Part part : parts) {
      json.writeStartObject();
      json.writeStringField("name", part.name());
      json.writeNumberField("count", part.count());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void outcomes(JsonGenerator json, List<OutcomeShare> outcomes) throws IOException {
    json.writeArrayFieldStart("outcomes");
    for (OutcomeShare outcome : outcomes) {
      json.writeStartObject();
      if (outcome.diagnosis() == null) {
        json.writeNullField("code");
      } else {
        json.writeStringField("code", outcome.diagnosis().code());
      }
      json.writeStringField("line", outcome.line());
      json.writeStringField("said", outcome.said());
      json.writeNumberField("count", outcome.count());
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
}
