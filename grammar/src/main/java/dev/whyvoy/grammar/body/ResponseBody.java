package dev.whyvoy.grammar.body;

import dev.whyvoy.grammar.Piece;
import dev.whyvoy.grammar.Span;
import dev.whyvoy.grammar.Unparsed;
import dev.whyvoy.grammar.transport.TransportFailure;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The body of a local reply. */
public sealed interface ResponseBody {
  /** The whole text. */
  Span span();

  /**
   * {@code upstream connect error or disconnect/reset before headers. reset reason: ..}.
   *
   * @param opening its fixed words; null if only {@code reset reason:} was given
   * @param retried where it says that the request was retried
   * @param resetReason the reset reason with underscores: {@code connection_termination}
   * @param transport the transport failure reason, which may be empty; null if absent: Envoy had
   *     none, or from 1.39 does not show it
   * @param unparsed text around and between
   */
  record UpstreamConnectError(
      Span span,
      @Nullable Span opening,
      @Nullable Span retried,
      @Nullable Piece resetReason,
      @Nullable TransportFailure transport,
      List<Unparsed> unparsed)
      implements ResponseBody {
    public UpstreamConnectError {
      unparsed = List.copyOf(unparsed);
    }
  }

  /**
   * Any other body.
   *
   * @param text the text without white space and quotes around it
   */
  record PlainBody(Span span, Piece text) implements ResponseBody {}
}
