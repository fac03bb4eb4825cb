package dev.whyvoy.core.explain;

import static dev.whyvoy.core.fact.FactNames.DETAILS_ARGUMENT;
import static dev.whyvoy.core.fact.FactNames.DETAILS_NAME;
import static dev.whyvoy.core.fact.FactNames.RESPONSE_STARTED;

import dev.whyvoy.core.diagnose.Kind;
import dev.whyvoy.grammar.Decoded;
import dev.whyvoy.grammar.Piece;
import dev.whyvoy.grammar.details.ResponseDetails;
import dev.whyvoy.grammar.details.ResponseDetailsReader;

/** Response code details to facts. */
final class DetailFacts {
  private final ResetFacts resets;
  private final TransportFacts transports;

  DetailFacts(ResetFacts resets, TransportFacts transports) {
    this.resets = resets;
    this.transports = transports;
  }

  /** Reads a text that is known to be response code details. */
  ResponseDetails read(Decoded text, Reading reading) {
    ResponseDetails details = ResponseDetailsReader.parse(text);
    Piece name = details.name();
    reading.facts().set(DETAILS_NAME, name.text());
    reading.label(name.span(), DetailLabels.name(details));
    Piece argument = details.argument();
    if (argument != null && !argument.text().isEmpty()) {
      reading.facts().set(DETAILS_ARGUMENT, argument.text());
    }
    ResponseDetails.Reset reset = details.reset();
    if (reset != null) {
      reset(reset, reading);
    } else if (argument != null) {
      reading.label(argument.span(), DetailLabels.argument(details, argument));
    }
    reading.unparsed(details.unparsed());
    reading.read(Kind.RESPONSE_CODE_DETAILS, details.span());
    return details;
  }

  private void reset(ResponseDetails.Reset reset, Reading reading) {
    reading.facts().set(RESPONSE_STARTED, Boolean.toString(reset.responseStarted()));
    Piece reason = reset.reason();
    if (reason != null) {
      resets.read(reason, reading);
    }
    if (reset.transport() != null) {
      transports.read(reset.transport(), reading);
    }
  }
}
