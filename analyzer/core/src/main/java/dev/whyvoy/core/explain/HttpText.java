package dev.whyvoy.core.explain;

import static dev.whyvoy.core.fact.FactNames.BYTES_SENT;
import static dev.whyvoy.core.fact.FactNames.CLUE;
import static dev.whyvoy.core.fact.FactNames.GRPC_STATUS;
import static dev.whyvoy.core.fact.FactNames.RESPONSE_CODE;
import static dev.whyvoy.core.fact.FactNames.SERVER_HEADER;
import static dev.whyvoy.core.fact.FactNames.UPSTREAM_SERVICE_TIME_MS;

import dev.whyvoy.core.diagnose.Kind;
import dev.whyvoy.grammar.Decoded;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads status line and headers of an HTTP response, also as {@code curl -v} prints them. */
final class HttpText {
  private static final Pattern STATUS =
      Pattern.compile("^[ \\t]*(<[ ])?[ \\t]*HTTP/([0-9.]{1,3})[ ]+([1-5][0-9][0-9])\\b");
  private static final Pattern HEADER =
      Pattern.compile("^[ \\t]*(<[ ])?[ \\t]*([A-Za-z][A-Za-z-]{1,40}):[ \\t]*(.*?)[ \\t\\r]*$");
  private static final Pattern CURL = Pattern.compile("^[*<>][ ]|^curl:? .*");

  private final FieldFacts fields;

  HttpText(FieldFacts fields) {
    this.fields = fields;
  }

  /** Reads one line; says whether it was a status line or a header of use. */
  boolean line(Decoded line, Reading reading) {
    String text = line.text();
    if (CURL.matcher(text).find()) {
      reading.facts().add(CLUE, "curl_transcript");
    }
    Matcher status = STATUS.matcher(text);
    if (status.find()) {
      reading.facts().set(RESPONSE_CODE, status.group(3)).add(CLUE, "http_status_line");
      reading.label(line.span(status.start(3), status.end(3)), "HTTP status");
      reading.read(Kind.HTTP_RESPONSE, line.span(status.start(), status.end()));
      return true;
    }
    Matcher header = HEADER.matcher(text);
    return header.find() && header(line, header, reading);
  }

  private boolean header(Decoded line, Matcher header, Reading reading) {
    String value = header.group(3);
    Decoded piece = line.slice(header.start(3), header.end(3));
    switch (header.group(2).toLowerCase(Locale.ROOT)) {
      case "server" -> {
        reading.facts().set(SERVER_HEADER, value);
        if (value.contains("envoy")) {
          reading.label(piece.span(0, value.length()), "an Envoy sent this response on");
        }
      }
      case "x-envoy-upstream-service-time" -> {
        number(UPSTREAM_SERVICE_TIME_MS, value, reading);
        reading.label(piece.span(0, value.length()), "an upstream of that Envoy answered");
      }
      case "content-length" -> number(BYTES_SENT, value, reading);
      case "grpc-status" -> fields.field(GRPC_STATUS, piece, reading);
      case "grpc-message" -> {
        Decoded message = piece.percent();
        if (!fields.body(message, reading)) {
          return false;
        }
      }
      default -> {
        return false;
      }
    }
    reading.read(Kind.HTTP_RESPONSE, line.span(header.start(2), header.end()));
    return true;
  }

  private static void number(String name, String value, Reading reading) {
    if (value.matches("[0-9]{1,12}")) {
      reading.facts().set(name, value);
    }
  }
}
