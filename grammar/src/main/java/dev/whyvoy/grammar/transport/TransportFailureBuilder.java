package dev.whyvoy.grammar.transport;

import static dev.whyvoy.grammar.antlr.Source.from;
import static dev.whyvoy.grammar.antlr.Source.to;

import dev.whyvoy.grammar.Blanks;
import dev.whyvoy.grammar.Decoded;
import dev.whyvoy.grammar.Piece;
import dev.whyvoy.grammar.antlr.Source;
import dev.whyvoy.grammar.transport.TransportParser.EarlierContext;
import dev.whyvoy.grammar.transport.TransportParser.PartContext;
import dev.whyvoy.grammar.transport.TransportParser.ReasonContext;
import dev.whyvoy.grammar.transport.TransportPart.GridFailure;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Turns the parse tree into a {@link TransportFailure}. */
final class TransportFailureBuilder {
  private final Decoded text;
  private final Source source;

  TransportFailureBuilder(Decoded text) {
    this.text = text;
    this.source = new Source(text);
  }

  TransportFailure build(@Nullable ReasonContext tree, boolean outermost) {
    if (tree != null && outermost) {
      Optional<EarlierContext> earlier = earlier(tree);
      if (earlier.isPresent()) {
        return grid(earlier.get());
      }
    }
    List<TransportPart> parts = List.of();
    if (tree != null) {
      TransportParts builder = new TransportParts(source);
      builder.lead(tree.text());
      tree.part().forEach(part -> part.enterRule(builder));
      parts = builder.finish();
    }
    source.unparsedAfter(tree);
    return failure(parts);
  }

  private TransportFailure failure(List<TransportPart> parts) {
    return new TransportFailure(
        source.whole(), Blanks.blanked(text.text()), parts, source.unparsed());
  }

  private static Optional<EarlierContext> earlier(ReasonContext tree) {
    for (PartContext part : tree.part()) {
      if (part instanceof EarlierContext earlier) {
        return Optional.of(earlier);
      }
    }
    return Optional.empty();
  }

  /** Splits around {@code (with earlier attempt failure reason N, P: } and the last parenthesis. */
  private TransportFailure grid(EarlierContext earlier) {
    int open = from(earlier);
    int start = earlier.getStart().getStopIndex() + 1;
    int last = text.text().lastIndexOf(')');
    int close = last < start ? text.text().length() : last;
    int end = Math.min(text.text().length(), close + 1);
    Piece protocol = protocol(open, start);
    List<TransportPart> parts = new ArrayList<>();
    parts.add(
        new GridFailure(
            source.span(source.trimProse(0, end)),
            TransportFailureReader.parseInner(text.slice(0, open)),
            number(open, start),
            protocol,
            TransportFailureReader.parseInner(text.slice(start, close))));
    TransportFailure rest =
        TransportFailureReader.parseInner(text.slice(end, text.text().length()));
    parts.addAll(rest.parts());
    return new TransportFailure(
        source.whole(), Blanks.blanked(text.text()), parts, rest.unparsed());
  }

  private Piece number(int from, int to) {
    int start = from;
    while (!Character.isDigit(source.at(start))) {
      start++;
    }
    int end = start;
    while (end < to && Character.isDigit(source.at(end))) {
      end++;
    }
    return source.raw(start, end);
  }

  private Piece protocol(int from, int to) {
    int end = to;
    while (source.at(end - 1) != ':') {
      end--;
    }
    int start = end - 1;
    while (start > from && Character.isLetter(source.at(start - 1))) {
      start--;
    }
    return source.raw(start, end - 1);
  }
}
