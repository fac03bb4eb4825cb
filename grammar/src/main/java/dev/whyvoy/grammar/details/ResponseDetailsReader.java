package dev.whyvoy.grammar.details;

import dev.whyvoy.grammar.Decoded;
import dev.whyvoy.grammar.antlr.Parsing;
import dev.whyvoy.grammar.details.DetailsParser.DetailsContext;

/**
 * Reads response code details: {@code route_not_found}, {@code
 * upstream_reset_before_response_started{connection_termination}}.
 */
public final class ResponseDetailsReader {
  private static final Parsing<DetailsParser, DetailsContext> PARSING =
      new Parsing<>(DetailsLexer::new, DetailsParser::new, DetailsParser::details);

  private ResponseDetailsReader() {}

  /** The details in {@code text}, whose punctuation may be escaped; never fails. */
  public static ResponseDetails parse(String text) {
    return parse(Decoded.pasted(text));
  }

  /** The details in {@code text}; spans refer to its original. */
  public static ResponseDetails parse(Decoded text) {
    return new ResponseDetailsBuilder(text).build(PARSING.parse(text.text()));
  }
}
