package dev.whyvoy.grammar.envoylog;

import dev.whyvoy.grammar.Decoded;
import dev.whyvoy.grammar.antlr.Parsing;
import dev.whyvoy.grammar.envoylog.EnvoyLogParser.LineContext;

/** Reads lines of Envoy's own log: {@code [time][16][warning][upstream] [file.cc:235] message}. */
public final class EnvoyLogReader {
  private static final Parsing<EnvoyLogParser, LineContext> PARSING =
      new Parsing<>(EnvoyLogLexer::new, EnvoyLogParser::new, EnvoyLogParser::line);

  private EnvoyLogReader() {}

  /** The line in {@code text}; never fails. */
  public static EnvoyLog parse(String text) {
    return parse(Decoded.of(text));
  }

  /** The line in {@code text}; spans refer to its original. */
  public static EnvoyLog parse(Decoded text) {
    return new EnvoyLogBuilder(text).build(PARSING.parse(text.text()));
  }
}
