package dev.whyvoy.grammar.transport;

import dev.whyvoy.grammar.Decoded;
import dev.whyvoy.grammar.antlr.Parsing;
import dev.whyvoy.grammar.transport.TransportParser.ReasonContext;
import org.jspecify.annotations.Nullable;

/**
 * Reads transport failure reasons: {@code delayed connect error: Connection refused}, {@code
 * TLS_error:|268435581:SSL_routines:OPENSSL_internal:CERTIFICATE_VERIFY_FAILED:TLS_error_end}.
 */
public final class TransportFailureReader {
  private static final Parsing<TransportParser, ReasonContext> PARSING =
      new Parsing<>(TransportLexer::new, TransportParser::new, TransportParser::reason);

  private TransportFailureReader() {}

  /** The reason in {@code text}, whose punctuation may be escaped; never fails. */
  public static TransportFailure parse(String text) {
    return parse(Decoded.pasted(text));
  }

  /** The reason in {@code text}; spans refer to its original. */
  public static TransportFailure parse(Decoded text) {
    return new TransportFailureBuilder(text).build(tree(text), true);
  }

  /** One of the two failures inside another; it holds no further ones. */
  static TransportFailure parseInner(Decoded text) {
    return new TransportFailureBuilder(text).build(tree(text), false);
  }

  private static @Nullable ReasonContext tree(Decoded text) {
    return PARSING.parse(text.text());
  }
}
