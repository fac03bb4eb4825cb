package dev.whyvoy.report;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.whyvoy.report.Comparison.Amount;
import dev.whyvoy.report.Comparison.Change;
import dev.whyvoy.report.Comparison.Side;
import java.io.IOException;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/** A comparison as one line of JSON, as {@code schema/comparison.schema.json} describes it. */
public final class ComparisonJson {
  /** Counts changes that old readers would not cope with. */
  static final int SCHEMA_VERSION = 1;

  private ComparisonJson() {}

  /** One object, ended by a line feed. */
  public static String of(Comparison comparison) throws IOException {
    return Json.line(
        json -> {
          json.writeNumberField("schema_version", SCHEMA_VERSION);
          side(json, "before", comparison.before());
          side(json, "after", comparison.after());
          json.writeStringField("basis", ComparisonCsv.word(comparison.basis()));
          json.writeFieldName("total");
          change(json, comparison.total());
          json.writeArrayFieldStart("changes");
          for (Change change : comparison.changes()) {
            change(json, change);
          }
          json.writeEndArray();
        });
  }

  private static void side(JsonGenerator json, String name, Side side) throws IOException {
    json.writeObjectFieldStart(name);
    json.writeNumberField("requests", side.requests());
    json.writeNumberField("failed", side.failed());
    time(json, "first", side.first());
    time(json, "last", side.last());
    json.writeEndObject();
  }

  private static void change(JsonGenerator json, Change change) throws IOException {
    json.writeStartObject();
    json.writeStringField("kind", ComparisonCsv.word(change.kind()));
    json.writeStringField("name", change.name());
    json.writeStringField("title", change.title());
    json.writeStringField("line", change.line());
    json.writeStringField("likely", change.likely());
    json.writeStringField("verdict", change.verdict().word());
    amount(json, "before", change.before());
    amount(json, "after", change.after());
    number(json, "factor", change.factor());
    json.writeNumberField("chance", significant(change.chance()));
    json.writeEndObject();
  }

  private static void amount(JsonGenerator json, String name, Amount amount) throws IOException {
    json.writeObjectFieldStart(name);
    json.writeNumberField("count", amount.count());
    json.writeNumberField("of", significant(amount.of()));
    number(json, "rate", amount.rate());
    json.writeEndObject();
  }

  private static void number(JsonGenerator json, String name, OptionalDouble number)
      throws IOException {
    if (number.isPresent()) {
      json.writeNumberField(name, significant(number.getAsDouble()));
    } else {
      json.writeNullField(name);
    }
  }

  private static void time(JsonGenerator json, String name, OptionalLong time) throws IOException {
    if (time.isPresent()) {
      json.writeStringField(name, Times.iso(time));
    } else {
      json.writeNullField(name);
    }
  }

  /** {@code value} with as many digits as it is worth. */
  private static double significant(double value) {
    return value == 0 || value >= 100_000
        ? Math.rint(value)
        : new java.math.BigDecimal(value, new java.math.MathContext(4)).doubleValue();
  }
}
