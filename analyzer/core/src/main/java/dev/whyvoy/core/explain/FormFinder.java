package dev.whyvoy.core.explain;

import static dev.whyvoy.core.fact.FactNames.CLUE;
import static dev.whyvoy.core.fact.FactNames.GRPC_STATUS;
import static dev.whyvoy.core.fact.FactNames.REPLY_BODY;

import dev.whyvoy.core.diagnose.Kind;
import dev.whyvoy.grammar.Decoded;
import dev.whyvoy.grammar.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds what is known by its form rather than its words: TLS error queues, gRPC statuses, and
 * bodies that were cut.
 */
final class FormFinder {
  private static final Pattern TLS =
      Pattern.compile(
          "(?:(?:immediate|delayed) connection error: ?[0-9]{1,3})"
              + "|(?:TLS[_ ]error[:|][^\"'\\n]{0,2000})"
              + "|(?:error:|\\b)(?:[0-9]{8,10}|[0-9A-Fa-f]{8}):[A-Za-z0-9._ ]{2,40}[ _](?:routines|library):[^\"'\\n]*");
  private static final Pattern GRPC =
      Pattern.compile(
          "(?i:\\bcode = |\\bgrpc[-_ ]?status(?: code)?\\W{1,3}|\\bStatusCode\\.|\\bStatus\\{code=|\\bStatusRuntimeException: )"
              + "([A-Z][A-Za-z_]{1,20}|1?[0-9])\\b");

  private static final Pattern SHORT_BODY =
      Pattern.compile("(?i)upstream connect error|disconnect/reset before headers");
  private static final Pattern RESET =
      Pattern.compile("(?:retried and the latest )?reset reason: ?[A-Za-z][^\"'`\\n]{0,2000}");

  /** The name of a reason of BoringSSL without the error queue; not as Python names OpenSSL's. */
  private static final Pattern TLS_REASON =
      Pattern.compile("(?<![\\w:]|\\[SSL: )[A-Z][A-Z0-9]+(?:_[A-Z0-9]+){1,20}(?![\\w:])");

  /** A packed code of a TLS library that has a line for itself. */
  private static final Pattern TLS_CODE =
      Pattern.compile(
          "(?m)^[\\s\"'`]*(?:error:)?([0-9]{9,10}|(?:0x)?[0-9A-Fa-f]{8})[\\s\"'`.,;:]*$");

  /** A host name of at least two labels whose final dot is written before a port or path. */
  private static final Pattern TRAILING_DOT =
      Pattern.compile(
          "(?<![\\w.-])(?:[A-Za-z0-9-]{1,63}\\.){1,20}[A-Za-z]{2,63}\\.(?=:[0-9]|/[\\w?#]|/\\s)");

  private static final Pattern FIFTEEN_SECONDS =
      Pattern.compile(
          "(?i)\\b(?:after|at|in|exactly|about|around|within) (?:~|about |around |exactly )?15(?:\\.0+)? ?(?:s|secs?|seconds)\\b");

  /** An https URL whose host is an IPv4 address other than a loopback one. */
  private static final Pattern BY_ADDRESS =
      Pattern.compile("https://(?!127\\.)[0-9]{1,3}(?:\\.[0-9]{1,3}){3}(?=[:/\\s]|$)");

  /** Two ports of which a sentence says that one is served and the other is called. */
  private static final Pattern PORTS =
      Pattern.compile(
          "(?i)\\b(?:expos|listen|serv|bind|bound)\\w*[^.\\n]{0,40}?\\bport[ :=]{1,3}([0-9]{2,5})\\b[^\\n]{0,120}?\\b(?:expos|target|ingress|map|rout|forward|connect|dial|call)\\w*[^.\\n]{0,40}?\\bport[ :=]{1,3}([0-9]{2,5})\\b");

  private static final Pattern ONE_LINE =
      Pattern.compile("(?m)^[\\s\"'`]*([A-Za-z][A-Za-z /()-]{8,60}[a-z])[\\s\"'`.,;]*$");

  /** Units of one text that are parsed as TLS error queues, so that hostile texts end soon. */
  private static final int MOST_PARSED = 32_000;

  private final FieldFacts fields;

  FormFinder(FieldFacts fields) {
    this.fields = fields;
  }

  /** Adds what is found outside of {@code taken}, a reading each. */
  void find(Decoded text, Taken taken, Events events) {
    List<Reading> found = new ArrayList<>();
    Matcher tls = TLS.matcher(text.text());
    int parsed = 0;
    while (tls.find()) {
      parsed += tls.end() - tls.start();
      if (parsed > MOST_PARSED) {
        events.unreadFrom(text.origin(tls.start()));
        break;
      }
      if (taken.isFree(text.span(tls.start(), tls.end()))) {
        Reading reading = new Reading();
        fields.transport(text.slice(tls.start(), tls.end()), reading);
        found.add(reading);
      }
    }
    bareErrno(text, taken, found);
    tls(TLS_REASON, 0, text, taken, found);
    tls(TLS_CODE, 1, text, taken, found);
    clue(TRAILING_DOT, "trailing_dot_host", text, found);
    clue(BY_ADDRESS, "https_by_address", text, found);
    clue(FIFTEEN_SECONDS, "fifteen_seconds", text, found);
    portsDiffer(text, found);
    Matcher body = SHORT_BODY.matcher(text.text());
    while (body.find()) {
      Span span = text.span(body.start(), body.end());
      if (taken.isFree(span)) {
        Reading reading = new Reading();
        reading.facts().set(REPLY_BODY, BodyFacts.UPSTREAM_CONNECT_ERROR);
        reading.label(span, "part of the body of Envoy's own reply");
        reading.read(Kind.RESPONSE_BODY, span);
        found.add(reading);
      }
    }
    Matcher reset = RESET.matcher(text.text());
    while (reset.find()) {
      if (taken.isFree(text.span(reset.start(), reset.end()))) {
        Reading reading = new Reading();
        fields.cutBody(text.slice(reset.start(), reset.end()), reading);
        found.add(reading);
      }
    }
    Matcher grpc = GRPC.matcher(text.text());
    while (grpc.find()) {
      OptionalInt code = GrpcStatus.code(grpc.group(1));
      Span span = text.span(grpc.start(1), grpc.end(1));
      if (code.isPresent() && taken.isFree(span)) {
        Reading reading = new Reading();
        reading.facts().set(GRPC_STATUS, code.getAsInt());
        reading.label(span, "gRPC status " + code.getAsInt());
        reading.read(Kind.HTTP_RESPONSE, span);
        found.add(reading);
      }
    }
    found.forEach(events::add);
  }

  private void tls(Pattern form, int group, Decoded text, Taken taken, List<Reading> found) {
    Matcher tls = form.matcher(text.text());
    while (tls.find()) {
      Reading reading = new Reading();
      if (taken.isFree(text.span(tls.start(group), tls.end(group)))
          && fields.tlsReason(text.slice(tls.start(group), tls.end(group)), reading)) {
        found.add(reading);
      }
    }
  }

  /** The text of a system error that stands alone on a line, perhaps in quotes. */
  private void bareErrno(Decoded text, Taken taken, List<Reading> found) {
    Matcher line = ONE_LINE.matcher(text.text());
    while (line.find()) {
      Reading reading = new Reading();
      if (taken.isFree(text.span(line.start(1), line.end(1)))
          && fields.errno(text.slice(line.start(1), line.end(1)), reading)) {
        found.add(reading);
      }
    }
  }

  private static void portsDiffer(Decoded text, List<Reading> found) {
    Matcher ports = PORTS.matcher(text.text());
    if (ports.find() && !ports.group(1).equals(ports.group(2))) {
      Reading reading = new Reading();
      reading.facts().add(CLUE, "ports_differ");
      reading.read(Kind.APPLICATION_LOG, text.span(ports.start(), ports.end()));
      found.add(reading);
    }
  }

  private static void clue(Pattern form, String clue, Decoded text, List<Reading> found) {
    Matcher matcher = form.matcher(text.text());
    if (matcher.find()) {
      Reading reading = new Reading();
      reading.facts().add(CLUE, clue);
      reading.read(Kind.APPLICATION_LOG, text.span(matcher.start(), matcher.end()));
      found.add(reading);
    }
  }
}
