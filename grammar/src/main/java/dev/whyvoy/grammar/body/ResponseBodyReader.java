package dev.whyvoy.grammar.body;

import dev.whyvoy.grammar.Decoded;
import dev.whyvoy.grammar.antlr.Parsing;
import dev.whyvoy.grammar.body.BodyParser.BodyContext;

/**
 * Reads bodies of local replies: {@code upstream connect error or disconnect/reset before headers}.
 */
public final class ResponseBodyReader {
  private static final Parsing<BodyParser, BodyContext> PARSING =
      new Parsing<>(BodyLexer::new, BodyParser::new, BodyParser::body);

  private ResponseBodyReader() {}

  /** The body in {@code text}, whose punctuation may be escaped; never fails. */
  public static ResponseBody parse(String text) {
    return parse(Decoded.pasted(text));
  }

  /** The body in {@code text}; spans refer to its original. */
  public static ResponseBody parse(Decoded text) {
    return new ResponseBodyBuilder(text).build(PARSING.parse(text.text()));
  }
}
