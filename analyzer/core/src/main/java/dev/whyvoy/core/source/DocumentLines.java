package dev.whyvoy.core.source;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * JSON documents as one object a line: what Loki, CloudWatch, Elasticsearch, Google Cloud and
 * OpenTelemetry exports hold in lists, and objects that were printed over several lines. What is no
 * JSON any more is passed on as it is.
 */
final class DocumentLines extends Rewritten {
  private static final JsonFactory JSON = new JsonFactory();

  /** Lists of records. */
  private static final Set<String> RECORDS =
      Set.of(
          "values",
          "events",
          "results",
          "hits",
          "logRecords",
          "log_records",
          "logEntry",
          "log_entry",
          "data",
          "logs",
          "entries",
          "rows",
          "records",
          "items");

  /** Lists of what holds lists of records. */
  private static final Set<String> HOLDERS =
      Set.of(
          "result",
          "resourceLogs",
          "resource_logs",
          "scopeLogs",
          "scope_logs",
          "instrumentationLibraryLogs");

  /** Objects that say something about all records of the holder they stand in. */
  private static final Set<String> ABOUT = Set.of("stream", "resource");

  /** How far behind the start of an object a list is looked for, to tell what it is. */
  private static final int MAX_DEPTH = 64;

  private final InputStream in;
  private final JsonParser parser;
  private final Deque<String> open = new ArrayDeque<>();
  private final ByteArrayOutputStream copy = new ByteArrayOutputStream();
  private @Nullable JsonGenerator whole;
  private byte[] about = new byte[0];
  private @Nullable InputStream rest;

  DocumentLines(InputStream in) throws IOException {
    super(in);
    this.in = in;
    this.parser = JSON.createParser(in);
  }

  /**
   * Whether documents of this sort start here.
   *
   * @param to end of the first line
   */
  static boolean isDocument(byte[] head, int from, int to, int length) {
    int next = from + 1;
    // A NUL here would make a parser read UTF-16 or UTF-32.
    while (next < length && " \t\r\n".indexOf(head[next]) >= 0) {
      next++;
    }
    if (next == length) {
      return false;
    }
    if (head[from] == '[') {
      return head[next] == '{' || head[next] == '[' && head[from + 1] <= ' ';
    }
    if (head[next] != '"') {
      return false;
    }
    return next > to || holdsList(head, from, length);
  }

  /** Whether the object that starts at {@code from} holds a list that is taken apart. */
  private static boolean holdsList(byte[] head, int from, int length) {
    try (JsonParser parser =
        JSON.createParser(new ByteArrayInputStream(head, from, length - from))) {
      int depth = 0;
      for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
        if (token == JsonToken.START_OBJECT) {
          depth++;
        } else if (token == JsonToken.END_OBJECT && --depth == 0) {
          return false;
        } else if (token == JsonToken.START_ARRAY) {
          String name = parser.currentName();
          JsonToken first = parser.nextToken();
          boolean nested = first == JsonToken.START_OBJECT || first == JsonToken.START_ARRAY;
          if (nested && depth <= 3 && (RECORDS.contains(name) || HOLDERS.contains(name))) {
            return !name.equals("values");
          }
          if (first != JsonToken.END_ARRAY) {
            skipRest(parser);
          }
        }
      }
      return false;
    } catch (IOException e) {
      return false;
    }
  }

  /** Goes to the end of the array that the parser is in, at its first element. */
  private static void skipRest(JsonParser parser) throws IOException {
    parser.skipChildren();
    for (JsonToken token = parser.nextToken();
        token != JsonToken.END_ARRAY;
        token = parser.nextToken()) {
      if (token == null) {
        throw new IOException("the array does not end");
      }
      parser.skipChildren();
    }
  }

  @Override
  boolean produce() throws IOException {
    InputStream raw = rest;
    if (raw != null) {
      byte[] bytes = raw.readNBytes(1 << 16);
      put(bytes, 0, bytes.length);
      return bytes.length > 0;
    }
    try {
      return element();
    } catch (JsonProcessingException e) {
      ByteArrayOutputStream left = new ByteArrayOutputStream();
      parser.releaseBuffered(left);
      rest = new java.io.SequenceInputStream(new ByteArrayInputStream(left.toByteArray()), in);
      return true;
    }
  }

  /** Goes on to the next record and writes it; false at the end. */
  private boolean element() throws IOException {
    while (true) {
      JsonToken token = parser.nextToken();
      if (token == null) {
        return false;
      }
      switch (token) {
        case START_ARRAY -> {
          if (isRecordList(open.peek())) {
            pairOrCells();
            return true;
          }
          startArray();
        }
        case START_OBJECT -> {
          String name = parser.currentName();
          if (isRecordList(open.peek())) {
            record();
            return true;
          }
          if (whole == null && open.isEmpty()) {
            copy.reset();
            whole = JSON.createGenerator(copy);
          }
          if (whole == null && name != null && ABOUT.contains(name)) {
            about = object();
          } else {
            copied();
            open.push("{" + (name == null ? "" : name));
          }
        }
        case END_ARRAY, END_OBJECT -> {
          copied();
          open.pop();
          if (open.isEmpty() && whole != null) {
            whole.close();
            whole = null;
            put(copy.toByteArray(), 0, copy.size());
            put('\n');
            return true;
          }
        }
        default -> copied();
      }
      if (open.size() > MAX_DEPTH) {
        throw new JsonDepth(parser);
      }
    }
  }

  private void copied() throws IOException {
    if (whole != null) {
      whole.copyCurrentEvent(parser);
    }
  }

  /** A list of records or of their holders is entered; other arrays are copied or passed over. */
  private void startArray() throws IOException {
    String name = parser.currentName();
    boolean top = open.isEmpty();
    boolean holder = name != null && HOLDERS.contains(name);
    boolean records =
        top
            || name != null
                && RECORDS.contains(name)
                && (!name.equals("values") || inside("[result"));
    if (!holder && !records) {
      if (whole != null) {
        whole.copyCurrentStructure(parser);
      } else {
        parser.skipChildren();
      }
      return;
    }
    whole = null;
    open.push((holder ? "[" : "*") + (name == null ? "" : name));
  }

  private boolean inside(String what) {
    return open.contains(what);
  }

  private static boolean isRecordList(@Nullable String frame) {
    return frame != null && frame.startsWith("*");
  }

  /** The object that the parser is at, on one line. */
  private byte[] object() throws IOException {
    copy.reset();
    try (JsonGenerator out = JSON.createGenerator(copy)) {
      out.copyCurrentStructure(parser);
    }
    return copy.toByteArray();
  }

  private void record() throws IOException {
    boolean otlp = "*logRecords".equals(open.peek()) || "*log_records".equals(open.peek());
    byte[] record = otlp ? OtlpRecord.flat(parser, JSON, about) : object();
    put(record, 0, record.length);
    put('\n');
  }

  /** Loki's {@code [time, line]}, and CloudWatch's list of {@code {field, value}}. */
  private void pairOrCells() throws IOException {
    copy.reset();
    try (JsonGenerator out = JSON.createGenerator(copy)) {
      out.writeStartObject();
      if (about.length > 2) {
        out.writeFieldName("stream");
        out.writeRawValue(new String(about, java.nio.charset.StandardCharsets.UTF_8));
      }
      int place = 0;
      String field = "";
      while (parser.nextToken() != JsonToken.END_ARRAY) {
        if (parser.currentToken() == JsonToken.START_OBJECT) {
          while (parser.nextToken() != JsonToken.END_OBJECT) {
            String key = parser.currentName();
            parser.nextToken();
            if (key.equals("field")) {
              field = parser.getText();
            } else if (key.equals("value")) {
              out.writeStringField(field, parser.getText());
            } else {
              parser.skipChildren();
            }
          }
        } else {
          out.writeFieldName(place == 0 ? "timestamp" : place == 1 ? "line" : "more");
          out.copyCurrentStructure(parser);
        }
        place++;
      }
      out.writeEndObject();
    }
    put(copy.toByteArray(), 0, copy.size());
    put('\n');
  }

  /** JSON nested deeper than any log is. */
  private static final class JsonDepth extends JsonProcessingException {
    private static final long serialVersionUID = 1;

    JsonDepth(JsonParser at) {
      super("nested too deeply", at.currentLocation());
    }
  }
}
