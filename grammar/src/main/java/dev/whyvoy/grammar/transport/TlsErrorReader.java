package dev.whyvoy.grammar.transport;

import static dev.whyvoy.grammar.antlr.Source.from;
import static dev.whyvoy.grammar.antlr.Source.to;

import dev.whyvoy.grammar.Piece;
import dev.whyvoy.grammar.Span;
import dev.whyvoy.grammar.antlr.Source;
import dev.whyvoy.grammar.transport.TransportParser.TlsErrorContext;
import java.util.Optional;
import org.antlr.v4.runtime.ParserRuleContext;
import org.jspecify.annotations.Nullable;

/** Makes {@link TlsError}s of their parse trees. */
final class TlsErrorReader {
  /** Digits of a number that surely fits a long. */
  private static final int MAX_DIGITS = 15;

  private final Source source;

  TlsErrorReader(Source source) {
    this.source = source;
  }

  TlsError read(TlsErrorContext error) {
    int codeEnd = error.code.getStopIndex();
    int codeFrom = codeEnd;
    while (codeFrom > from(error) && Character.digit(source.at(codeFrom - 1), 16) >= 0) {
      codeFrom--;
    }
    Piece code = source.raw(codeFrom, codeEnd);
    boolean hex = error.code.getType() == TransportLexer.ERROR_CODE;
    boolean bareColon = error.data != null && data(from(error.data), to(error.data)) == null;
    int end = bareColon ? to(error.detail) : TlsParts.body(error, error.tail());
    int reasonEnd = end;
    Piece reason = null;
    if (error.detail != null) {
      reasonEnd = reasonEnd(from(error.detail), to(error.detail));
      reason = reason(from(error.detail), reasonEnd);
    }
    return new TlsError(
        source.span(source.trimProse(codeFrom, end)),
        code,
        number(code.text(), hex),
        filled(source.prose(from(error.library), to(error.library))),
        function(error.function),
        reason,
        data(reasonEnd, end));
  }

  /**
   * Text where an error was expected: a bare reason such as {@code SSL_ERROR_SYSCALL}, or the code
   * of an error that was cut off.
   */
  Optional<TlsError> withoutCode(int from, int to) {
    boolean piped = from < to && source.at(from) == '|';
    Span text = source.trimProse(piped ? from + 1 : from, to);
    if (text.length() == 0) {
      return Optional.empty();
    }
    Piece whole = source.raw(text.from(), text.to());
    Long code = number(whole.text(), false);
    int end = reasonEnd(text.from(), text.to());
    return Optional.of(
        new TlsError(
            whole.span(),
            code == null ? null : whole,
            code,
            null,
            null,
            code == null ? reason(text.from(), end) : null,
            data(end, text.to())));
  }

  private @Nullable Piece function(@Nullable ParserRuleContext function) {
    return function == null ? null : filled(source.name(from(function), to(function)));
  }

  private @Nullable Piece reason(int from, int to) {
    Span range = source.trimProse(from, to);
    boolean symbol = nameEnd(range.from(), range.to()) == range.to();
    return filled(symbol ? source.raw(range.from(), range.to()) : source.prose(from, to));
  }

  private @Nullable Piece data(int from, int to) {
    int start = from;
    while (start < to && (source.at(start) == ':' || source.isGap(start))) {
      start++;
    }
    return filled(source.prose(start, to));
  }

  private static @Nullable Piece filled(Piece piece) {
    return piece.text().isEmpty() ? null : piece;
  }

  /**
   * The end of a reason's name, if it starts with one: capitals, digits and at least one
   * underscore. Otherwise the reason is prose and takes all.
   */
  private int reasonEnd(int from, int to) {
    Span range = source.trimProse(from, to);
    int end = nameEnd(range.from(), range.to());
    while (end > range.from() && source.at(end - 1) == '_') {
      end--;
    }
    boolean word = end == range.to() || !Character.isLetterOrDigit(source.at(end));
    for (int i = range.from(); word && i < end; i++) {
      if (source.at(i) == '_') {
        return end;
      }
    }
    return to;
  }

  private int nameEnd(int from, int to) {
    int end = from;
    while (end < to && Names.isUnit(source.at(end))) {
      end++;
    }
    return end;
  }

  private static @Nullable Long number(String code, boolean hex) {
    if (code.isEmpty() || code.length() > MAX_DIGITS) {
      return null;
    }
    boolean decimal = code.chars().allMatch(c -> c >= '0' && c <= '9');
    boolean digits = code.chars().allMatch(c -> Character.digit(c, 16) >= 0);
    return digits ? Long.valueOf(code, decimal && !hex ? 10 : 16) : null;
  }
}
