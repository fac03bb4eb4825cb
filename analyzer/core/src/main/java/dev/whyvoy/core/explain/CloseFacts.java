package dev.whyvoy.core.explain;

import static dev.whyvoy.core.fact.FactNames.CONNECTION_TERMINATION_DETAILS;
import static dev.whyvoy.core.fact.FactNames.LOCAL_CLOSE_REASON;
import static dev.whyvoy.core.fact.FactNames.TERMINATION_DETAILS;

import dev.whyvoy.core.diagnose.Kind;
import dev.whyvoy.grammar.Decoded;
import dev.whyvoy.grammar.details.ResponseDetails;
import dev.whyvoy.grammar.details.ResponseDetailsReader;

/** Why a connection was closed to facts: connection termination details and local close reasons. */
final class CloseFacts {
  /** Reads connection termination details. */
  void termination(Decoded text, Reading reading) {
    ResponseDetails details = ResponseDetailsReader.parse(text);
    reading.facts().set(CONNECTION_TERMINATION_DETAILS, text.text());
    reading.facts().set(TERMINATION_DETAILS, details.name().text());
    reading.label(details.name().span(), "connection termination details");
    reading.read(Kind.CONNECTION_TERMINATION_DETAILS, details.span());
  }

  /** Reads a local close reason. */
  void localClose(Decoded text, Reading reading) {
    ResponseDetails details = ResponseDetailsReader.parse(text);
    reading.facts().set(LOCAL_CLOSE_REASON, details.name().text());
    reading.label(details.name().span(), "why Envoy closed the connection");
    reading.read(Kind.LOCAL_CLOSE_REASON, details.span());
  }
}
