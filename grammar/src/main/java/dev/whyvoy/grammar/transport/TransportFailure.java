package dev.whyvoy.grammar.transport;

import dev.whyvoy.grammar.Span;
import dev.whyvoy.grammar.Unparsed;
import java.util.List;

/**
 * A transport failure reason.
 *
 * @param span the whole text
 * @param text the whole text with a blank for every underscore, in names too: for comparing with
 *     another text in {@link dev.whyvoy.grammar.Blanks#blanked the same form}, not for showing
 * @param parts what it says, in the order written; empty if it is empty or {@code -}
 * @param unparsed what follows a part and does not belong to it
 */
public record TransportFailure(
    Span span, String text, List<TransportPart> parts, List<Unparsed> unparsed) {
  public TransportFailure {
    parts = List.copyOf(parts);
    unparsed = List.copyOf(unparsed);
  }
}
