package dev.whyvoy.grammar.transport;

import dev.whyvoy.grammar.Piece;
import dev.whyvoy.grammar.Span;
import dev.whyvoy.grammar.antlr.Source;
import dev.whyvoy.grammar.transport.TransportPart.CertificateError;
import dev.whyvoy.grammar.transport.TransportPart.ConnectError;
import dev.whyvoy.grammar.transport.TransportPart.Phase;
import dev.whyvoy.grammar.transport.TransportPart.QuicClose;
import dev.whyvoy.grammar.transport.TransportPart.QuicReset;
import dev.whyvoy.grammar.transport.TransportPart.TlsErrors;
import dev.whyvoy.grammar.transport.TransportPart.TlsSetup;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A part to which the next pieces of the text may still belong. Positions are in decoded units. */
abstract sealed class Open {
  final int from;
  int to;

  Open(int from, int to) {
    this.from = from;
    this.to = to;
  }

  /** The finished part. */
  abstract TransportPart close(Source source);

  Span span(Source source) {
    return source.span(source.trimProse(from, to));
  }

  static final class Connect extends Open {
    private final Phase phase;
    private final Piece error;
    private final @Nullable Integer number;
    @Nullable Piece remoteAddress;
    @Nullable Piece remoteFamily;
    @Nullable Piece localFamily;

    Connect(int from, int to, Phase phase, Piece error, @Nullable Integer number) {
      super(from, to);
      this.phase = phase;
      this.error = error;
      this.number = number;
    }

    @Override
    ConnectError close(Source source) {
      return new ConnectError(
          span(source), phase, error, number, remoteAddress, remoteFamily, localFamily);
    }
  }

  static final class Setup extends Open {
    private final int errorFrom;
    @Nullable TlsError cause;

    Setup(int from, int errorFrom, int to) {
      super(from, to);
      this.errorFrom = errorFrom;
    }

    @Override
    TlsSetup close(Source source) {
      return new TlsSetup(span(source), source.prose(errorFrom, to), cause);
    }
  }

  static final class Tls extends Open {
    private TlsErrors.Form form;
    final List<TlsError> errors = new ArrayList<>();
    @Nullable CertificateError verify;
    @Nullable Piece remoteAddress;
    boolean ended;

    Tls(int from, int to, TlsErrors.Form form) {
      super(from, to);
      this.form = form;
    }

    /** Whether the reason a certificate was refused for would be this queue's. */
    boolean takesVerify() {
      return verify == null && !ended;
    }

    /** It has what only the newer spelling has. */
    void marked() {
      if (form == TlsErrors.Form.OLD) {
        form = TlsErrors.Form.MARKED;
      }
    }

    @Override
    TlsErrors close(Source source) {
      return new TlsErrors(span(source), form, errors, verify, remoteAddress);
    }
  }

  static final class Certificate extends Open {
    Piece reason;
    @Nullable Piece depth;
    @Nullable Span revocation;
    final List<Piece> expectedNames = new ArrayList<>();
    final List<Piece> certificateNames = new ArrayList<>();
    final List<Piece> revocationLists = new ArrayList<>();

    Certificate(int from, int to, Piece reason) {
      super(from, to);
      this.reason = reason;
    }

    @Override
    CertificateError close(Source source) {
      return new CertificateError(
          span(source),
          reason,
          depth,
          revocation,
          expectedNames,
          certificateNames,
          revocationLists);
    }
  }

  /** A closed connection, or a reset stream if there is a source. */
  static final class Quic extends Open {
    private final Piece error;
    private final @Nullable Piece origin;
    private final int detailsFrom;
    final List<TransportPart> inner = new ArrayList<>();

    /** {@code detailsFrom} is where free text starts, or -1 if none can follow. */
    Quic(int from, int to, Piece error, @Nullable Piece origin, int detailsFrom) {
      super(from, to);
      this.error = error;
      this.origin = origin;
      this.detailsFrom = detailsFrom;
    }

    boolean hasDetails() {
      return detailsFrom >= 0;
    }

    @Override
    TransportPart close(Source source) {
      Piece details = hasDetails() ? source.prose(detailsFrom, to) : null;
      return origin == null
          ? new QuicClose(span(source), error, details, inner)
          : new QuicReset(span(source), error, origin, details);
    }
  }
}
