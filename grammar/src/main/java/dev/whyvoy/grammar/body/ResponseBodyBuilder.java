package dev.whyvoy.grammar.body;

import static dev.whyvoy.grammar.antlr.Source.from;
import static dev.whyvoy.grammar.antlr.Source.to;

import dev.whyvoy.grammar.Decoded;
import dev.whyvoy.grammar.Piece;
import dev.whyvoy.grammar.Span;
import dev.whyvoy.grammar.antlr.Source;
import dev.whyvoy.grammar.body.BodyParser.BodyContext;
import dev.whyvoy.grammar.body.BodyParser.PartContext;
import dev.whyvoy.grammar.body.ResponseBody.PlainBody;
import dev.whyvoy.grammar.body.ResponseBody.UpstreamConnectError;
import dev.whyvoy.grammar.transport.TransportFailure;
import dev.whyvoy.grammar.transport.TransportFailureReader;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;
import org.jspecify.annotations.Nullable;

/** Turns the parse tree into a {@link ResponseBody}. */
final class ResponseBodyBuilder extends BodyParserBaseListener {
  private final Source source;
  private @Nullable Span opening;
  private @Nullable Span retried;
  private @Nullable Piece resetReason;
  private @Nullable TransportFailure transport;

  /** Whether the message is complete: what follows is another one. */
  private boolean complete;

  ResponseBodyBuilder(Decoded text) {
    source = new Source(text);
  }

  ResponseBody build(@Nullable BodyContext tree) {
    if (tree == null || tree.part().stream().noneMatch(ResponseBodyBuilder::isTelling)) {
      Span range = source.unquoted(0, source.length());
      return new PlainBody(source.whole(), source.raw(range.from(), range.to()));
    }
    note(from(tree.text()), to(tree.text()));
    tree.part().forEach(part -> part.enterRule(this));
    source.unparsedAfter(tree);
    return new UpstreamConnectError(
        source.whole(), opening, retried, resetReason, transport, source.unparsed());
  }

  private static boolean isTelling(PartContext part) {
    return part instanceof BodyParser.OpeningContext
        || part instanceof BodyParser.KnownResetContext
        || part instanceof BodyParser.OtherResetContext;
  }

  @Override
  public void enterOpening(BodyParser.OpeningContext part) {
    if (opening != null || resetReason != null) {
      complete = true;
    }
    if (complete) {
      note(from(part), to(part));
      return;
    }
    opening = words(part);
    note(from(part.text()), to(part.text()));
  }

  @Override
  public void enterRetried(BodyParser.RetriedContext part) {
    if (complete || retried != null || resetReason != null) {
      note(from(part), to(part));
      return;
    }
    retried = words(part);
    note(from(part.text()), to(part.text()));
  }

  @Override
  public void enterKnownReset(BodyParser.KnownResetContext part) {
    Token known = part.KNOWN().getSymbol();
    reason(part, known.getStartIndex(), known.getStopIndex() + 1);
  }

  @Override
  public void enterOtherReset(BodyParser.OtherResetContext part) {
    int start = part.getStart().getStopIndex() + 1;
    reason(part, start, part.words() == null ? start : to(part.words()));
  }

  private void reason(ParserRuleContext part, int from, int to) {
    if (complete || resetReason != null) {
      complete = true;
      note(from(part), to(part));
      return;
    }
    Piece words = source.prose(from, to);
    if (!words.text().isEmpty()) {
      resetReason = new Piece(words.span(), inDetails(words.text()));
    }
    note(to, to(part));
  }

  /** The spelling of details, which is that of the body but for blanks; pastes may capitalise. */
  private static String inDetails(String words) {
    String spelt = words.replace(' ', '_');
    boolean capital = spelt.length() > 1 && Character.isLowerCase(spelt.charAt(1));
    return capital ? Character.toLowerCase(spelt.charAt(0)) + spelt.substring(1) : spelt;
  }

  @Override
  public void enterTransportReason(BodyParser.TransportReasonContext part) {
    if (complete || resetReason == null) {
      note(from(part), to(part));
      return;
    }
    Span range = source.unquoted(from(part.transport()), to(part.transport()));
    transport = TransportFailureReader.parse(source.slice(range.from(), range.to()));
  }

  private Span words(ParserRuleContext part) {
    return source.span(from(part), part.getStart().getStopIndex() + 1);
  }

  /** Text between the pieces is unparsed unless it only separates them. */
  private void note(int from, int to) {
    Span range = source.unquoted(from, to);
    int start = range.from();
    while (start < range.to() && (source.at(start) == '.' || source.isGap(start))) {
      start++;
    }
    source.unparsed(start, range.to());
  }
}
