package dev.whyvoy.report;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.whyvoy.core.diagnose.Ask;
import dev.whyvoy.core.diagnose.CodeStep;
import dev.whyvoy.core.diagnose.Explanation;
import dev.whyvoy.core.diagnose.Finding;
import dev.whyvoy.core.diagnose.RankedCause;
import dev.whyvoy.core.fact.Facts;
import dev.whyvoy.core.knowledge.Diagnosis;
import dev.whyvoy.core.knowledge.Knowledge;
import dev.whyvoy.grammar.Span;
import dev.whyvoy.grammar.Unparsed;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** An explanation as one line of JSON. */
public final class ExplanationJson {
  private final Knowledge knowledge;

  public ExplanationJson(Knowledge knowledge) {
    this.knowledge = knowledge;
  }

  /** One object, ended by a line feed. */
  public String of(Explanation explanation) throws IOException {
    return Json.line(
        json -> {
          json.writeStringField("input", explanation.input());
          json.writeStringField("envoy_version", explanation.envoyVersion().toString());
          if (explanation.unreadFrom().isPresent()) {
            json.writeNumberField("unread_from", explanation.unreadFrom().getAsInt());
          }
          if (!explanation.together().isEmpty()) {
            Json.strings(json, "together", explanation.together());
          }
          json.writeArrayFieldStart("findings");
          for (Finding finding : explanation.findings()) {
            finding(json, finding);
          }
          json.writeEndArray();
        });
  }

  private void finding(JsonGenerator json, Finding finding) throws IOException {
    json.writeStartObject();
    json.writeStringField("kind", finding.kind().word());
    span(json, finding.span());
    facts(json, finding.facts());
    diagnosis(json, finding);
    causes(json, finding.causes());
    asks(json, finding.ask());
    codePath(json, finding.codePath());
    json.writeArrayFieldStart("unparsed");
    for (Unparsed unparsed : finding.unparsed()) {
      json.writeStartObject();
      span(json, unparsed.span());
      json.writeStringField("text", unparsed.text());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private static void span(JsonGenerator json, Span span) throws IOException {
    json.writeArrayFieldStart("span");
    json.writeNumber(span.from());
    json.writeNumber(span.to());
    json.writeEndArray();
  }

  /** A fact that may have several values is always an array. */
  private void facts(JsonGenerator json, Facts facts) throws IOException {
    json.writeObjectFieldStart("facts");
    for (String name : facts.names()) {
      boolean many = knowledge.facts().get(name).map(fact -> fact.many()).orElse(false);
      if (many || facts.all(name).size() > 1) {
        Json.strings(json, name, facts.all(name));
      } else {
        json.writeStringField(name, facts.get(name).orElse(""));
      }
    }
    json.writeEndObject();
  }

  static void diagnosis(JsonGenerator json, Finding finding) throws IOException {
    Diagnosis diagnosis = finding.diagnosis();
    if (diagnosis == null) {
      json.writeNullField("diagnosis");
      return;
    }
    json.writeObjectFieldStart("diagnosis");
    json.writeStringField("code", diagnosis.code());
    json.writeStringField("slug", diagnosis.slug());
    json.writeStringField("level", diagnosis.level().word());
    json.writeStringField("locus", diagnosis.locus().word());
    json.writeStringField("certainty", finding.certainty().word());
    json.writeStringField("line", finding.line());
    json.writeEndObject();
  }

  static void causes(JsonGenerator json, List<RankedCause> causes) throws IOException {
    json.writeArrayFieldStart("causes");
    for (RankedCause ranked : causes) {
      json.writeStartObject();
      json.writeStringField("id", ranked.cause().id());
      json.writeNumberField("likelihood", Json.rounded(ranked.likelihood()));
      Json.strings(json, "because", ranked.because());
      Json.strings(json, "check", ranked.cause().check());
      json.writeStringField("fix", ranked.cause().fix());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  /** What would tell the causes apart, with the fact that the answer sets. */
  private static void asks(JsonGenerator json, List<Ask> asks) throws IOException {
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

  static void codePath(JsonGenerator json, List<CodeStep> steps) throws IOException {
    json.writeArrayFieldStart("code_path");
    for (CodeStep step : steps) {
      json.writeStartObject();
      json.writeStringField("function", step.function());
      json.writeStringField("file", step.file());
      if (step.line().isPresent()) {
        json.writeNumberField("line", step.line().getAsInt());
      }
      json.writeStringField("url", step.url());
      if (step.alternative()) {
        json.writeBooleanField("alternative", true);
      }
      json.writeEndObject();
    }
    json.writeEndArray();
  }
}
