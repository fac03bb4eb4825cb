package dev.whyvoy.report;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.whyvoy.core.record.Field;
import java.io.IOException;
import java.io.StringWriter;

/** JSON whose texts do not show what should not be seen. */
final class RedactedJson {
  private static final JsonFactory FACTORY = Json.FACTORY;

  private RedactedJson() {}

  /**
   * JSON values that follow each other, each ended by a line feed; objects say that they are
   * redacted.
   */
  static String of(String json, Redaction redaction) throws IOException {
    StringWriter all = new StringWriter();
    try (JsonParser parser = FACTORY.createParser(json);
        JsonGenerator out = FACTORY.createGenerator(all)) {
      out.setRootValueSeparator(null);
      int depth = 0;
      while (parser.nextToken() != null) {
        JsonToken token = parser.currentToken();
        depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
        copy(parser, out, redaction);
        if (depth == 1 && token == JsonToken.START_OBJECT) {
          out.writeBooleanField("redacted", true);
        }
        if (depth == 0) {
          out.flush();
          all.append('\n');
        }
      }
    }
    return all.toString();
  }

  private static void copy(JsonParser parser, JsonGenerator out, Redaction redaction)
      throws IOException {
    if (parser.currentToken() == JsonToken.VALUE_STRING) {
      String name = parser.currentName();
      out.writeString(value(name == null ? "" : name, parser.getText(), redaction));
    } else {
      out.copyCurrentEvent(parser);
    }
  }

  private static String value(String name, String text, Redaction redaction) {
    Field field = Sensitive.named(name);
    return field != null && Sensitive.whole(field)
        ? redaction.value(field, text)
        : redaction.text(text);
  }
}
