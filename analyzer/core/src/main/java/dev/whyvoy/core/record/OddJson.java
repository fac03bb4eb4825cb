package dev.whyvoy.core.record;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;

/** Reads JSON whose keys or values are not those of Envoy's own formats. */
final class OddJson {
  private static final JsonFactory JSON = new JsonFactory();
  private static final int MAX_DEPTH = 32;

  private OddJson() {}

  /** Puts every value of the object in the range into {@code gathered}; false if it is broken. */
  static boolean read(byte[] b, int from, int to, Gathered gathered) {
    Deque<String> paths = new ArrayDeque<>();
    paths.push("");
    try (JsonParser parser = JSON.createParser(b, from, to - from)) {
      for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
        String name = parser.currentName();
        String path = path(paths, name);
        switch (token) {
          case START_OBJECT -> paths.push(path);
          case END_OBJECT -> paths.pop();
          case START_ARRAY -> array(parser, path, gathered, from);
          case FIELD_NAME, END_ARRAY -> {}
          default -> gathered.put(path, parser.getText(), place(parser, token, from));
        }
        if (paths.size() > MAX_DEPTH) {
          return false;
        }
      }
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  private static String path(Deque<String> paths, @org.jspecify.annotations.Nullable String name) {
    String outer = paths.element();
    if (name == null) {
      return outer;
    }
    String plain = JsonKeys.plain(name);
    return outer.isEmpty() ? plain : outer + "." + plain;
  }

  private static int place(JsonParser parser, JsonToken token, int from) {
    int at = from + (int) parser.currentTokenLocation().getByteOffset();
    return token == JsonToken.VALUE_STRING ? at + 1 : at;
  }

  /** Texts are joined by commas, numbers are taken for the bytes of a text; others are passed. */
  private static void array(JsonParser parser, String path, Gathered gathered, int from)
      throws IOException {
    int at = place(parser, JsonToken.START_ARRAY, from) + 1;
    StringBuilder texts = new StringBuilder();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      JsonToken token = parser.currentToken();
      if (token == null) {
        throw new IOException("the array does not end");
      }
      if (token == JsonToken.VALUE_STRING) {
        texts.append(texts.isEmpty() ? "" : ",").append(parser.getText());
      } else if (token == JsonToken.VALUE_NUMBER_INT) {
        bytes.write(parser.getIntValue());
      } else {
        parser.skipChildren();
      }
    }
    if (!texts.isEmpty()) {
      gathered.put(path, texts.toString(), at + 1);
    } else if (bytes.size() > 0) {
      gathered.put(path, bytes.toString(StandardCharsets.UTF_8), at);
    }
  }
}
