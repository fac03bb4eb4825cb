package dev.whyvoy.grammar.format;

import static dev.whyvoy.grammar.antlr.Source.from;
import static dev.whyvoy.grammar.antlr.Source.to;

import dev.whyvoy.grammar.Decoded;
import dev.whyvoy.grammar.Piece;
import dev.whyvoy.grammar.antlr.Source;
import dev.whyvoy.grammar.format.FormatParser.FormatContext;
import dev.whyvoy.grammar.format.FormatString.Command;
import dev.whyvoy.grammar.format.FormatString.Element;
import dev.whyvoy.grammar.format.FormatString.Literal;
import dev.whyvoy.grammar.format.FormatString.Malformed;
import dev.whyvoy.grammar.format.FormatString.Problem;
import java.util.ArrayList;
import java.util.List;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.tree.TerminalNode;
import org.jspecify.annotations.Nullable;

/** Turns the parse tree into a {@link FormatString}. */
final class FormatStringBuilder extends FormatParserBaseListener {
  /** Digits of a length that surely fits an int. */
  private static final int MAX_DIGITS = 9;

  private final Source source;
  private final List<Element> elements = new ArrayList<>();
  private final StringBuilder literal = new StringBuilder();
  private int literalFrom;

  FormatStringBuilder(Decoded text) {
    source = new Source(text);
  }

  FormatString build(@Nullable FormatContext tree) {
    int parsed = tree == null ? 0 : source.parsedLength();
    if (tree != null) {
      tree.element().forEach(element -> element.enterRule(this));
    }
    for (int i = parsed; i < source.length(); i++) {
      literal.append(source.at(i));
    }
    endLiteral(source.length());
    return new FormatString(source.whole(), elements);
  }

  @Override
  public void enterText(FormatParser.TextContext text) {
    literal.append(source.text(text));
  }

  @Override
  public void enterPercent(FormatParser.PercentContext percent) {
    literal.append('%');
  }

  @Override
  public void enterCommand(FormatParser.CommandContext command) {
    int nameEnd = command.getStart().getStopIndex() + 1;
    int lengthEnd = command.END().getSymbol().getStartIndex();
    Integer length = command.LENGTH() == null ? null : length(nameEnd + 1, lengthEnd);
    if (command.LENGTH() != null && length == null) {
      malformed(command, nameEnd + 1, Problem.LENGTH_TOO_LARGE);
      return;
    }
    add(
        command,
        new Command(source.span(command), name(command), null, List.of(), List.of(), length));
  }

  @Override
  public void enterArgumentCommand(FormatParser.ArgumentCommandContext command) {
    Token end = command.end;
    if (end == null || end.getType() == FormatLexer.BAD) {
      malformed(command, unclosed(command), Problem.UNCLOSED_ARGUMENT);
      return;
    }
    int from = command.PAREN().getSymbol().getStopIndex() + 1;
    int to = end.getStartIndex();
    boolean limited = source.at(to + 1) == ':';
    Integer length = limited ? length(to + 2, end.getStopIndex()) : null;
    if (limited && length == null) {
      malformed(command, to + 2, Problem.LENGTH_TOO_LARGE);
      return;
    }
    add(
        command,
        new Command(
            source.span(command),
            name(command),
            source.exact(from, to),
            split(from, to, '?'),
            split(from, to, ':'),
            length));
  }

  /** The first parenthesis that could have closed the argument, else the one that opens it. */
  private static int unclosed(FormatParser.ArgumentCommandContext command) {
    TerminalNode opening = command.PAREN();
    List<TerminalNode> inner = command.argument().INNER();
    return (inner.isEmpty() ? opening : inner.get(0)).getSymbol().getStartIndex();
  }

  @Override
  public void enterUnfinished(FormatParser.UnfinishedContext command) {
    int at = command.BAD() == null ? to(command) : command.BAD().getSymbol().getStartIndex();
    malformed(command, at, Problem.UNCLOSED_COMMAND);
  }

  @Override
  public void enterLone(FormatParser.LoneContext sign) {
    malformed(sign, from(sign), Problem.LONE_PERCENT);
  }

  private Piece name(ParserRuleContext command) {
    return source.exact(from(command) + 1, command.getStart().getStopIndex() + 1);
  }

  private List<Piece> split(int from, int to, char separator) {
    List<Piece> pieces = new ArrayList<>();
    int start = from;
    for (int i = from; i <= to; i++) {
      if (i == to || source.at(i) == separator) {
        pieces.add(source.exact(start, i));
        start = i + 1;
      }
    }
    return pieces;
  }

  private @Nullable Integer length(int from, int to) {
    return to - from > MAX_DIGITS ? null : Integer.valueOf(source.exact(from, to).text());
  }

  private void malformed(ParserRuleContext element, int at, Problem problem) {
    int column = source.span(at, at).from() + 1;
    add(element, new Malformed(source.span(element), source.text(element), column, problem));
  }

  private void add(ParserRuleContext context, Element element) {
    endLiteral(from(context));
    elements.add(element);
    literalFrom = to(context);
  }

  private void endLiteral(int to) {
    if (to > literalFrom) {
      elements.add(new Literal(source.span(literalFrom, to), literal.toString()));
    }
    literal.setLength(0);
    literalFrom = to;
  }
}
