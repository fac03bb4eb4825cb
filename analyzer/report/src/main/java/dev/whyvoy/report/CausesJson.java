package dev.whyvoy.report;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.whyvoy.core.diagnose.Ask;
import dev.whyvoy.core.diagnose.RankedCause;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** Causes, and what tells them apart, wherever JSON holds them. */
final class CausesJson {
  private CausesJson() {}

  /** The field {@code causes} of the object being written. */
  static void causes(JsonGenerator json, List<RankedCause> causes) throws IOException {
    json.writeArrayFieldStart("causes");
    for (RankedCause ranked : causes) {
      json.writeStartObject();
      json.writeStringField("id", ranked.cause().id());
      json.writeNumberField("likelihood", Json.rounded(ranked.likelihood()));
      Json.strings(json, "because", ranked.because());
      Json.strings(json, "check", ranked.cause().check());
      json.writeStringField("fix", ranked.cause().fix());
      json.writeStringField("title", ranked.cause().title());
      Json.strings(json, "against", ranked.against());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  /** The field {@code ask}: questions, each with the fact that the answer sets. */
  static void asks(JsonGenerator json, List<Ask> asks) throws IOException {
    json.writeArrayFieldStart("ask");
    for (Ask ask : asks) {
      json.writeStartObject();
      json.writeStringField("fact", ask.fact());
      json.writeStringField("question", ask.question());
      json.writeBooleanField("given", ask.given());
      json.writeObjectFieldStart("values");
      for (Map.Entry<String, String> value : ask.values().entrySet()) {
        json.writeStringField(value.getKey(), value.getValue());
      }
      json.writeEndObject();
      json.writeEndObject();
    }
    json.writeEndArray();
  }
}
