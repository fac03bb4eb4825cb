package dev.whyvoy.core.explain;

import static dev.whyvoy.core.fact.FactNames.REPLY_BODY;
import static dev.whyvoy.core.fact.FactNames.RESPONSE_STARTED;
import static dev.whyvoy.core.fact.FactNames.RETRIED;

import dev.whyvoy.core.diagnose.Kind;
import dev.whyvoy.grammar.Decoded;
import dev.whyvoy.grammar.body.ResponseBody;
import dev.whyvoy.grammar.body.ResponseBodyReader;

/** Bodies of local replies to facts. */
final class BodyFacts {
  static final String UPSTREAM_CONNECT_ERROR =
      "upstream connect error or disconnect/reset before headers";

  private final ResetFacts resets;
  private final TransportFacts transports;

  BodyFacts(ResetFacts resets, TransportFacts transports) {
    this.resets = resets;
    this.transports = transports;
  }

  /** Reads a text that is known to be a body of a local reply. */
  void read(Decoded text, Reading reading) {
    ResponseBody body = ResponseBodyReader.parse(text);
    if (body instanceof ResponseBody.UpstreamConnectError error) {
      upstreamConnectError(error, reading);
    } else if (body instanceof ResponseBody.PlainBody plain) {
      reading.facts().set(REPLY_BODY, plain.text().text());
      reading.label(plain.text().span(), "body of Envoy's own reply");
    }
    reading.read(Kind.RESPONSE_BODY, body.span());
  }

  private void upstreamConnectError(ResponseBody.UpstreamConnectError error, Reading reading) {
    reading.facts().set(REPLY_BODY, UPSTREAM_CONNECT_ERROR);
    reading.facts().set(RESPONSE_STARTED, "false");
    if (error.opening() != null) {
      reading.label(
          error.opening(), "body of Envoy's own reply: the router had no response to pass on");
    }
    if (error.retried() != null) {
      reading.facts().set(RETRIED, "true");
      reading.label(error.retried(), "the request had been retried; this is the last attempt");
    }
    if (error.resetReason() != null) {
      resets.read(error.resetReason(), reading);
    }
    if (error.transport() != null) {
      transports.read(error.transport(), reading);
    }
    reading.unparsed(error.unparsed());
  }
}
