package dev.whyvoy.grammar.format;

import dev.whyvoy.grammar.Decoded;
import dev.whyvoy.grammar.antlr.Parsing;
import dev.whyvoy.grammar.format.FormatParser.FormatContext;

/** Reads format strings: {@code [%START_TIME%] %RESPONSE_CODE% %REQ(X-FOO?:PATH):40%}. */
public final class FormatStringReader {
  private static final Parsing<FormatParser, FormatContext> PARSING =
      new Parsing<>(FormatLexer::new, FormatParser::new, FormatParser::format);

  private FormatStringReader() {}

  /** The elements of {@code text}; never fails. */
  public static FormatString parse(String text) {
    return parse(Decoded.of(text));
  }

  /** The elements of {@code text}; spans refer to its original. */
  public static FormatString parse(Decoded text) {
    return new FormatStringBuilder(text).build(PARSING.parse(text.text()));
  }
}
