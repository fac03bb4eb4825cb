package dev.whyvoy.grammar.details;

import static dev.whyvoy.grammar.antlr.Source.from;
import static dev.whyvoy.grammar.antlr.Source.to;

import dev.whyvoy.grammar.Decoded;
import dev.whyvoy.grammar.Piece;
import dev.whyvoy.grammar.Span;
import dev.whyvoy.grammar.antlr.Source;
import dev.whyvoy.grammar.details.DetailsParser.BracketContext;
import dev.whyvoy.grammar.details.DetailsParser.DetailsContext;
import dev.whyvoy.grammar.details.DetailsParser.HeadContext;
import dev.whyvoy.grammar.details.DetailsParser.ResetHeadContext;
import dev.whyvoy.grammar.details.ResponseDetails.Bracket;
import dev.whyvoy.grammar.details.ResponseDetails.Policy;
import dev.whyvoy.grammar.details.ResponseDetails.Reset;
import dev.whyvoy.grammar.transport.TransportFailure;
import dev.whyvoy.grammar.transport.TransportFailureReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.tree.TerminalNode;
import org.jspecify.annotations.Nullable;

/** Turns the parse tree into {@link ResponseDetails}. */
final class ResponseDetailsBuilder {
  /** Digits of a status or error number; a longer run is an identifier's. */
  private static final int MAX_DIGITS = 9;

  private final Source source;
  private boolean quoted;
  private Piece name;
  private @Nullable Piece number;
  private Bracket bracket = Bracket.NONE;
  private @Nullable Piece argument;
  private boolean closed = true;
  private @Nullable Reset reset;
  private @Nullable Policy policy;

  ResponseDetailsBuilder(Decoded text) {
    source = new Source(text);
    name = source.raw(0, 0);
  }

  ResponseDetails build(@Nullable DetailsContext tree) {
    if (tree != null) {
      quoted = !tree.QUOTE().isEmpty();
      readName(tree.head());
      if (tree.bracket() != null) {
        readBracket(tree.head(), tree.bracket());
      }
    }
    source.unparsedAfter(tree);
    return new ResponseDetails(
        source.whole(), name, number, bracket, argument, closed, reset, policy, source.unparsed());
  }

  private void readName(HeadContext head) {
    if (head instanceof ResetHeadContext resetHead) {
      Piece written = source.name(from(head), resetHead.RESET().getSymbol().getStopIndex() + 1);
      name = new Piece(written.span(), written.text().toLowerCase(Locale.ROOT));
      noteUnknown(from(resetHead.stray()), to(resetHead.stray()));
      return;
    }
    int end = withoutQuotes(from(head), to(head)).to();
    int digits = end;
    while (digits > from(head) && isDigit(source.at(digits - 1))) {
      digits--;
    }
    boolean numbered =
        digits < end
            && end - digits <= MAX_DIGITS
            && digits > from(head) + 1
            && source.isGap(digits - 1);
    number = numbered ? source.raw(digits, end) : null;
    name = source.name(from(head), numbered ? digits - 1 : end);
  }

  private void readBracket(HeadContext head, BracketContext context) {
    bracket = bracket(context.open);
    TerminalNode close = context.CLOSE();
    int start = context.open.getStopIndex() + 1;
    int end = close == null ? source.parsedLength() : close.getSymbol().getStartIndex();
    int after = close == null ? end : close.getSymbol().getStopIndex() + 1;
    boolean isReset = head instanceof ResetHeadContext;
    int early = isReset ? firstClose(from(context.reason()), to(context.reason())) : -1;
    if (early >= 0) {
      end = early;
    }
    closed = close != null || early >= 0 || bracket == Bracket.COLON;
    if (end < after) {
      noteUnknown(end + 1, after);
    } else {
      end = withoutQuotes(start, end).to();
    }
    argument = source.raw(start, end);
    if (context.reason().POLICY(0) != null) {
      policy = policy(context.reason().POLICY(0).getSymbol());
    }
    if (isReset) {
      reset = reset(context, end);
    } else if (number == null && bracket == Bracket.COLON && isNumber(argument.text())) {
      number = argument;
    }
  }

  /**
   * The first closing bracket between two positions, or -1. A reset reason holds none, so what
   * follows it is not Envoy's; only {@code remote_reset_(no_error)} has round ones.
   */
  private int firstClose(int from, int to) {
    char close =
        switch (bracket) {
          case BRACE -> '}';
          case SQUARE -> ']';
          case ANGLE -> '>';
          default -> '\0';
        };
    for (int i = from; i < to; i++) {
      if (source.at(i) == close) {
        return i;
      }
    }
    return -1;
  }

  private Reset reset(BracketContext context, int end) {
    boolean started = name.text().contains("after");
    int reasonEnd = Math.min(end, to(context.reason()));
    Piece reason = source.name(context.open.getStopIndex() + 1, reasonEnd);
    Piece separator = null;
    TransportFailure transport = null;
    TerminalNode split = context.SEPARATOR();
    if (split != null && split.getSymbol().getStartIndex() < end) {
      int at = split.getSymbol().getStartIndex();
      separator = source.raw(at, at + 1);
      transport = TransportFailureReader.parse(source.slice(at + 1, end));
    }
    return new Reset(
        source.span(source.trim(context.open.getStopIndex() + 1, end)),
        started,
        reason.text().isEmpty() ? null : reason,
        separator,
        transport);
  }

  /** The three brackets of {@code ns[shop]-policy[deny]-rule[0]}. */
  private Policy policy(Token token) {
    List<Piece> inside = new ArrayList<>();
    int open = token.getStartIndex();
    for (int i = open; i <= token.getStopIndex(); i++) {
      if (source.at(i) == '[' && source.at(open) != '[') {
        open = i;
      } else if (source.at(i) == ']') {
        inside.add(source.exact(open + 1, i));
        open = i;
      }
    }
    return new Policy(
        source.span(token.getStartIndex(), token.getStopIndex() + 1),
        inside.get(0),
        inside.get(1),
        inside.get(2));
  }

  private static Bracket bracket(Token open) {
    return switch (open.getType()) {
      case DetailsLexer.BRACE -> Bracket.BRACE;
      case DetailsLexer.SQUARE -> Bracket.SQUARE;
      case DetailsLexer.ROUND -> Bracket.ROUND;
      case DetailsLexer.ANGLE -> Bracket.ANGLE;
      default -> Bracket.COLON;
    };
  }

  private void noteUnknown(int from, int to) {
    Span range = source.trim(from, to);
    int start = range.from();
    int end = range.to();
    while (start < end && isQuote(source.at(start))) {
      start++;
    }
    source.unparsed(start, end);
  }

  /** The range without white space and, if the text starts with a quote, without its last one. */
  private Span withoutQuotes(int from, int to) {
    Span range = source.trim(from, to);
    int end = range.to();
    while (quoted && end > range.from() && isQuote(source.at(end - 1))) {
      end--;
    }
    return new Span(range.from(), end);
  }

  private static boolean isQuote(char c) {
    return c == '"' || c == '\'' || c == '`';
  }

  private static boolean isNumber(String text) {
    return !text.isEmpty()
        && text.length() <= MAX_DIGITS
        && text.chars().allMatch(c -> isDigit((char) c));
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}
