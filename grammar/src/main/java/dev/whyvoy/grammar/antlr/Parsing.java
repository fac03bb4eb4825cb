package dev.whyvoy.grammar.antlr;

import java.util.function.Function;
import org.antlr.v4.runtime.BailErrorStrategy;
import org.antlr.v4.runtime.BaseErrorListener;
import org.antlr.v4.runtime.CharStream;
import org.antlr.v4.runtime.CommonTokenStream;
import org.antlr.v4.runtime.Lexer;
import org.antlr.v4.runtime.Parser;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.RecognitionException;
import org.antlr.v4.runtime.Recognizer;
import org.antlr.v4.runtime.TokenStream;
import org.antlr.v4.runtime.atn.PredictionMode;
import org.antlr.v4.runtime.misc.ParseCancellationException;
import org.jspecify.annotations.Nullable;

/**
 * How every dialect runs its generated lexer and parser: quietly, without recovery, on a bounded
 * input, with the fast SLL prediction first and full LL only if that fails.
 *
 * @param <P> the generated parser
 * @param <C> the context of its start rule
 */
public final class Parsing<P extends Parser, C extends ParserRuleContext> {
  /** Units of a message that are parsed at most; the rest is left to the caller, as unparsed. */
  public static final int MAX_UNITS = 64 * 1024;

  private final Function<CharStream, ? extends Lexer> lexer;
  private final Function<TokenStream, P> parser;
  private final Function<P, C> start;

  public Parsing(
      Function<CharStream, ? extends Lexer> lexer,
      Function<TokenStream, P> parser,
      Function<P, C> start) {
    this.lexer = lexer;
    this.parser = parser;
    this.start = start;
  }

  /**
   * Parses the first {@link #MAX_UNITS} units of a text.
   *
   * @return the tree of the start rule, or null if the text is not in the language
   */
  public @Nullable C parse(String text) {
    Lexer tokens = lexer.apply(new UnitStream(text, Math.min(text.length(), MAX_UNITS)));
    tokens.removeErrorListeners();
    tokens.addErrorListener(Bail.INSTANCE);
    P rules = parser.apply(new CommonTokenStream(tokens));
    rules.removeErrorListeners();
    rules.setErrorHandler(new BailErrorStrategy());
    rules.getInterpreter().setPredictionMode(PredictionMode.SLL);
    try {
      return start.apply(rules);
    } catch (ParseCancellationException notSll) {
      return parseFully(rules);
    }
  }

  private @Nullable C parseFully(P rules) {
    rules.reset();
    rules.getInterpreter().setPredictionMode(PredictionMode.LL);
    try {
      return start.apply(rules);
    } catch (ParseCancellationException notInLanguage) {
      return null;
    }
  }

  /** Stops at the first character no token starts with; the parser's errors stop by themselves. */
  private static final class Bail extends BaseErrorListener {
    static final Bail INSTANCE = new Bail();

    @Override
    public void syntaxError(
        Recognizer<?, ?> recognizer,
        @Nullable Object offendingSymbol,
        int line,
        int charPositionInLine,
        String message,
        @Nullable RecognitionException cause) {
      throw new ParseCancellationException(message);
    }
  }
}
