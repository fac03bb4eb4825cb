package dev.whyvoy.report;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.whyvoy.core.knowledge.Cause;
import dev.whyvoy.core.knowledge.Commonness;
import dev.whyvoy.core.knowledge.Diagnosis;
import dev.whyvoy.core.knowledge.Message;
import dev.whyvoy.core.knowledge.Term;
import java.io.IOException;
import java.util.Map;

/** Entries of the knowledge as JSON: one object with a list for each kind. */
public final class CatalogJson {
  private CatalogJson() {}

  /** One object on one line. */
  public static String of(CatalogSearch.Hits hits) throws IOException {
    return Json.line(
        json -> {
          json.writeArrayFieldStart("diagnoses");
          for (Diagnosis diagnosis : hits.diagnoses()) {
            diagnosis(json, diagnosis);
          }
          json.writeEndArray();
          json.writeArrayFieldStart("causes");
          for (Cause cause : hits.causes()) {
            cause(json, cause);
          }
          json.writeEndArray();
          json.writeArrayFieldStart("messages");
          for (Message message : hits.messages()) {
            message(json, message);
          }
          json.writeEndArray();
          json.writeArrayFieldStart("terms");
          for (Term term : hits.terms()) {
            term(json, term);
          }
          json.writeEndArray();
        });
  }

  private static void diagnosis(JsonGenerator json, Diagnosis diagnosis) throws IOException {
    json.writeStartObject();
    json.writeStringField("code", diagnosis.code());
    json.writeStringField("slug", diagnosis.slug());
    json.writeStringField("level", diagnosis.level().word());
    json.writeStringField("locus", diagnosis.locus().word());
    json.writeStringField("line", Words.general(diagnosis.line()));
    if (diagnosis.refines() != null) {
      json.writeStringField("refines", diagnosis.refines());
    }
    json.writeStringField("what", diagnosis.what());
    json.writeStringField("not", diagnosis.not());
    json.writeStringField("effect", diagnosis.effect());
    Json.strings(json, "check", diagnosis.check());
    Json.strings(json, "versions", diagnosis.versions());
    Json.strings(json, "not_seen", diagnosis.notSeen());
    Json.strings(json, "see", diagnosis.see());
    Json.strings(json, "examples", diagnosis.examples());
    json.writeEndObject();
  }

  private static void cause(JsonGenerator json, Cause cause) throws IOException {
    json.writeStartObject();
    json.writeStringField("id", cause.id());
    json.writeStringField("family", cause.family());
    json.writeStringField("title", cause.title());
    json.writeStringField("definition", cause.definition());
    json.writeObjectFieldStart("explains");
    for (Map.Entry<String, Commonness> one : cause.explains().entrySet()) {
      json.writeStringField(one.getKey(), one.getValue().word());
    }
    json.writeEndObject();
    Json.strings(json, "check", cause.check());
    json.writeStringField("fix", cause.fix());
    json.writeStringField("side", cause.side().word());
    json.writeEndObject();
  }

  private static void term(JsonGenerator json, Term term) throws IOException {
    json.writeStartObject();
    json.writeStringField("list", term.list());
    json.writeStringField("name", term.name());
    json.writeStringField("number", term.number());
    json.writeStringField("text", term.text());
    json.writeStringField("meaning", term.meaning());
    json.writeEndObject();
  }

  private static void message(JsonGenerator json, Message message) throws IOException {
    json.writeStartObject();
    json.writeStringField("id", message.id());
    json.writeStringField("dialect", message.dialect().word());
    json.writeStringField("template", message.template());
    json.writeStringField("function", message.function());
    json.writeStringField("file", message.file());
    json.writeStringField("since", message.since().toString());
    json.writeStringField("until", message.until().toString());
    json.writeNumberField("code", message.code());
    Json.strings(json, "flags", message.flags());
    json.writeEndObject();
  }
}
