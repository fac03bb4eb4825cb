package dev.whyvoy.core.source;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.ByteArrayOutputStream;
import java.io.IOException;

/** A log record of OpenTelemetry as plain JSON: attributes as keys, values without their type. */
final class OtlpRecord {
  private OtlpRecord() {}

  /**
   * The record that {@code parser} is at the start of.
   *
   * @param resource what the export says about all of its records, as it was written
   */
  static byte[] flat(JsonParser parser, JsonFactory json, byte[] resource) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (JsonGenerator out = json.createGenerator(bytes)) {
      out.writeStartObject();
      members(parser, out);
      if (resource.length > 2) {
        out.writeObjectFieldStart("resource");
        try (JsonParser about = json.createParser(resource)) {
          about.nextToken();
          members(about, out);
        }
        out.writeEndObject();
      }
      out.writeEndObject();
    }
    return bytes.toByteArray();
  }

  private static void members(JsonParser parser, JsonGenerator out) throws IOException {
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String name = parser.currentName();
      JsonToken token = parser.nextToken();
      if (name.equals("attributes") && token == JsonToken.START_ARRAY) {
        attributes(parser, out);
      } else {
        out.writeFieldName(name);
        value(parser, out);
      }
    }
  }

  /** {@code [{"key": k, "value": v}, ...]}. */
  private static void attributes(JsonParser parser, JsonGenerator out) throws IOException {
    while (parser.nextToken() == JsonToken.START_OBJECT) {
      String key = "";
      while (parser.nextToken() != JsonToken.END_OBJECT) {
        String name = parser.currentName();
        parser.nextToken();
        if (name.equals("key")) {
          key = parser.getText();
        } else if (name.equals("value")) {
          out.writeFieldName(key);
          value(parser, out);
        } else {
          parser.skipChildren();
        }
      }
    }
  }

  /** {@code {"stringValue": v}} as {@code v}. */
  private static void value(JsonParser parser, JsonGenerator out) throws IOException {
    if (parser.currentToken() != JsonToken.START_OBJECT) {
      out.copyCurrentStructure(parser);
      return;
    }
    if (parser.nextToken() == JsonToken.END_OBJECT) {
      out.writeNull();
      return;
    }
    String type = parser.currentName();
    parser.nextToken();
    if (type.equals("kvlistValue") || type.equals("kvlist_value")) {
      out.writeStartObject();
      while (parser.nextToken() != JsonToken.END_OBJECT) {
        parser.nextToken();
        attributes(parser, out);
      }
      out.writeEndObject();
    } else {
      out.copyCurrentStructure(parser);
    }
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      parser.skipChildren();
    }
  }
}
