package dev.whyvoy.report;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.CharacterEscapes;
import com.fasterxml.jackson.core.io.SerializedString;
import java.io.IOException;
import java.io.StringWriter;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** What the writers of JSON share. */
final class Json {
  static final JsonFactory FACTORY = new JsonFactoryBuilder().characterEscapes(new Spelt()).build();

  private Json() {}

  /**
   * Spells out what is allowed in JSON but ends lines for some readers, or reorders and hides text
   * where JSON is looked at.
   */
  private static final class Spelt extends CharacterEscapes {
    private static final long serialVersionUID = 1L;
    private static final int DELETE = 0x7f;

    @Override
    public int[] getEscapeCodesForAscii() {
      int[] codes = standardAsciiEscapesForJSON();
      codes[DELETE] = ESCAPE_STANDARD;
      return codes;
    }

    @Override
    public @Nullable SerializableString getEscapeSequence(int c) {
      return switch (Character.getType(c)) {
        case Character.CONTROL,
            Character.FORMAT,
            Character.LINE_SEPARATOR,
            Character.PARAGRAPH_SEPARATOR ->
            new SerializedString(String.format("\\u%04x", c));
        default -> null;
      };
    }
  }

  /** Writes the fields of an object. */
  interface Fields {
    void write(JsonGenerator json) throws IOException;
  }

  /** An object on one line, ended by a line feed. */
  static String line(Fields fields) throws IOException {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = FACTORY.createGenerator(text)) {
      json.writeStartObject();
      fields.write(json);
      json.writeEndObject();
    }
    return text.append('\n').toString();
  }

  /** A ratio with as many digits as it is worth. */
  static double rounded(double ratio) {
    return Math.round(ratio * 1000) / 1000.0;
  }

  static void strings(JsonGenerator json, String name, Collection<String> values)
      throws IOException {
    json.writeArrayFieldStart(name);
    for (String value : values) {
      json.writeString(value);
    }
    json.writeEndArray();
  }
}
