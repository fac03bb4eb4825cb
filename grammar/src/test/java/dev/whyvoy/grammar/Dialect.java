package dev.whyvoy.grammar;

import dev.whyvoy.grammar.body.BodyLexer;
import dev.whyvoy.grammar.body.BodyParser;
import dev.whyvoy.grammar.body.ResponseBodyReader;
import dev.whyvoy.grammar.details.DetailsLexer;
import dev.whyvoy.grammar.details.DetailsParser;
import dev.whyvoy.grammar.details.ResponseDetailsReader;
import dev.whyvoy.grammar.envoylog.EnvoyLogLexer;
import dev.whyvoy.grammar.envoylog.EnvoyLogParser;
import dev.whyvoy.grammar.envoylog.EnvoyLogReader;
import dev.whyvoy.grammar.flags.FlagsLexer;
import dev.whyvoy.grammar.flags.FlagsParser;
import dev.whyvoy.grammar.flags.ResponseFlagsReader;
import dev.whyvoy.grammar.format.FormatLexer;
import dev.whyvoy.grammar.format.FormatParser;
import dev.whyvoy.grammar.format.FormatStringReader;
import dev.whyvoy.grammar.transport.TransportFailureReader;
import dev.whyvoy.grammar.transport.TransportLexer;
import dev.whyvoy.grammar.transport.TransportParser;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.antlr.v4.runtime.BailErrorStrategy;
import org.antlr.v4.runtime.BaseErrorListener;
import org.antlr.v4.runtime.CharStream;
import org.antlr.v4.runtime.CharStreams;
import org.antlr.v4.runtime.CommonTokenStream;
import org.antlr.v4.runtime.Lexer;
import org.antlr.v4.runtime.Parser;
import org.antlr.v4.runtime.RecognitionException;
import org.antlr.v4.runtime.Recognizer;
import org.antlr.v4.runtime.TokenStream;
import org.antlr.v4.runtime.atn.ParseInfo;

/** All dialects, for what must hold in each. */
enum Dialect {
  FLAGS(
      ResponseFlagsReader::parse,
      FlagsLexer::new,
      run(FlagsParser::new, FlagsParser::flags),
      "[,| \t\r\n\u00a0\"'`-]*"),
  TRANSPORT(
      TransportFailureReader::parse,
      TransportLexer::new,
      run(TransportParser::new, TransportParser::reason),
      "([ \t\r\n\u00a0_.,:|-]|error:)*"),
  DETAILS(
      ResponseDetailsReader::parse,
      DetailsLexer::new,
      run(DetailsParser::new, DetailsParser::details),
      "[ \t\r\n\u00a0_\"'`:{}<>()\\[\\]]*"),
  BODY(
      ResponseBodyReader::parse,
      BodyLexer::new,
      run(BodyParser::new, BodyParser::body),
      "(?i)([ \t\r\n\u00a0_.\"'`]|reset[ \t\r\n\u00a0_]+reason:|,[ \t\r\n\u00a0_]*transport[ \t\r\n\u00a0_]+failure[ \t\r\n\u00a0_]+reason:)*"),
  FORMAT(
      FormatStringReader::parse,
      FormatLexer::new,
      run(FormatParser::new, FormatParser::format),
      ""),
  ENVOYLOG(
      EnvoyLogReader::parse,
      EnvoyLogLexer::new,
      run(EnvoyLogParser::new, EnvoyLogParser::line),
      "([ \t\r\n\u00a0\\[\\]CS:,]|Tags:|envoy|thread=)*");

  private final Function<Decoded, Object> reader;
  private final Function<CharStream, Lexer> lexer;
  private final Function<TokenStream, Parser> parse;

  private final Pattern separators;

  Dialect(
      Function<Decoded, Object> reader,
      Function<CharStream, Lexer> lexer,
      Function<TokenStream, Parser> parse,
      String separators) {
    this.reader = reader;
    this.lexer = lexer;
    this.parse = parse;
    this.separators = Pattern.compile(separators);
  }

  /** Whether this may stand between pieces. */
  boolean separates(String gap) {
    return separators.matcher(gap).matches();
  }

  private static <P extends Parser> Function<TokenStream, Parser> run(
      Function<TokenStream, P> parser, Consumer<P> start) {
    return tokens -> {
      P rules = parser.apply(tokens);
      rules.removeErrorListeners();
      rules.setErrorHandler(new BailErrorStrategy());
      rules.setProfile(true);
      start.accept(rules);
      return rules;
    };
  }

  String golden() {
    return name().toLowerCase(Locale.ROOT);
  }

  Object read(String text) {
    return read(Decoded.of(text));
  }

  Object read(Decoded text) {
    return reader.apply(text);
  }

  /** Runs the generated parser alone; fails where it would have to recover. */
  ParseInfo profile(String text) {
    Lexer tokens = lexer.apply(CharStreams.fromString(text));
    tokens.removeErrorListeners();
    tokens.addErrorListener(NoTokenStartsHere.INSTANCE);
    return parse.apply(new CommonTokenStream(tokens)).getParseInfo();
  }

  private static final class NoTokenStartsHere extends BaseErrorListener {
    static final NoTokenStartsHere INSTANCE = new NoTokenStartsHere();

    @Override
    public void syntaxError(
        Recognizer<?, ?> recognizer,
        Object symbol,
        int line,
        int column,
        String message,
        RecognitionException cause) {
      throw new AssertionError(message);
    }
  }
}
