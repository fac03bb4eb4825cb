package dev.whyvoy.grammar.flags;

import dev.whyvoy.grammar.Decoded;
import dev.whyvoy.grammar.antlr.Parsing;

/** Reads response flags: {@code UF,URX}, {@code UF | URX}, long names, {@code -}. */
public final class ResponseFlagsReader {
  private static final Parsing<FlagsParser, FlagsParser.FlagsContext> PARSING =
      new Parsing<>(FlagsLexer::new, FlagsParser::new, FlagsParser::flags);

  private ResponseFlagsReader() {}

  /** The flags in {@code text}; never fails. */
  public static ResponseFlags parse(String text) {
    return parse(Decoded.of(text));
  }

  /** The flags in {@code text}; spans refer to its original. */
  public static ResponseFlags parse(Decoded text) {
    return new ResponseFlagsBuilder(text).build(PARSING.parse(text.text()));
  }
}
