package dev.whyvoy.grammar.transport;

import dev.whyvoy.grammar.Piece;
import dev.whyvoy.grammar.Span;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One of the things a transport failure reason can say. Prose in it has blanks, names and addresses
 * keep their underscores.
 */
public sealed interface TransportPart {
  /** Where the part stands. */
  Span span();

  /**
   * {@code connect(2)} failed, at once or later.
   *
   * @param error the error's text or number
   * @param number the errno of the system Envoy ran on, if the error is a number (up to 1.30)
   * @param remoteAddress since 1.31, for immediate errors only
   * @param remoteFamily {@code v4} or {@code v6}
   * @param localFamily {@code v4} or {@code v6}
   */
  record ConnectError(
      Span span,
      Phase phase,
      Piece error,
      @Nullable Integer number,
      @Nullable Piece remoteAddress,
      @Nullable Piece remoteFamily,
      @Nullable Piece localFamily)
      implements TransportPart {}

  /** When a connect error came. */
  enum Phase {
    /** From {@code connect(2)} itself. */
    IMMEDIATE,
    /** From {@code SO_ERROR}, after the socket became writable. */
    DELAYED
  }

  /** The transport socket (TLS handshake) of a downstream connection was not ready in time. */
  record ConnectTimeout(Span span) implements TransportPart {}

  /** {@code socket(2)} failed. */
  record SocketFailure(Span span) implements TransportPart {}

  /** {@code bind(2)} to the configured source address failed. */
  record BindError(Span span, Piece address, @Nullable Piece error) implements TransportPart {}

  /**
   * The error queue of the TLS library.
   *
   * @param form the spelling
   * @param errors the queue, first error first; empty if the text was cut
   * @param verify why the peer's certificate was refused, since 1.37
   * @param remoteAddress the peer, in Envoy's own log lines only
   */
  record TlsErrors(
      Span span,
      Form form,
      List<TlsError> errors,
      @Nullable CertificateError verify,
      @Nullable Piece remoteAddress)
      implements TransportPart {
    public TlsErrors {
      errors = List.copyOf(errors);
    }

    /** How the queue is written. */
    public enum Form {
      /** {@code TLS_error:|..:TLS_error_end}, since 1.28. */
      MARKED,
      /** {@code TLS error: a:b:c:d e:f:g:h}, up to 1.31. */
      OLD,
      /** {@code TLS_error|error:..:TLS_error_end}, by the TLS inspector. */
      INSPECTOR,
      /** {@code SSL error: a:b:c:d}, in log lines of the TLS context. */
      CONTEXT,
      /** Only the errors, without the words around them. */
      BARE
    }
  }

  /** The certificate or the validation context has not come from the secret discovery service. */
  record SecretNotSupplied(Span span) implements TransportPart {}

  /**
   * The TLS socket could not be set up because of its SNI.
   *
   * @param error why, as written
   * @param cause the same as an error of the TLS library, if it is one
   */
  record TlsSetup(Span span, Piece error, @Nullable TlsError cause) implements TransportPart {}

  /**
   * The peer's certificate was refused.
   *
   * @param reason the telling words: {@code certificate has expired}, {@code SAN matcher}
   * @param depth the certificate's place in its chain, 0 for the leaf
   * @param revocation where it says that a revocation list was checked
   * @param expectedNames the subject alternative names that were wanted
   * @param certificateNames the subject alternative names on the certificate
   * @param revocationLists where the certificate's revocation lists are
   */
  record CertificateError(
      Span span,
      Piece reason,
      @Nullable Piece depth,
      @Nullable Span revocation,
      List<Piece> expectedNames,
      List<Piece> certificateNames,
      List<Piece> revocationLists)
      implements TransportPart {
    public CertificateError {
      expectedNames = List.copyOf(expectedNames);
      certificateNames = List.copyOf(certificateNames);
      revocationLists = List.copyOf(revocationLists);
    }
  }

  /**
   * A QUIC connection was closed.
   *
   * @param error {@code QUIC_NETWORK_IDLE_TIMEOUT}
   * @param details free text, from QUICHE or the peer; null if cut
   * @param inner what is known of the details, such as a refused certificate
   */
  record QuicClose(Span span, Piece error, @Nullable Piece details, List<TransportPart> inner)
      implements TransportPart {
    public QuicClose {
      inner = List.copyOf(inner);
    }
  }

  /**
   * A single HTTP/3 stream was reset.
   *
   * @param error {@code QUIC_STREAM_CANCELLED}
   * @param source {@code FROM_PEER} or {@code FROM_SELF}
   * @param details if the connection closed under it
   */
  record QuicReset(Span span, Piece error, Piece source, @Nullable Piece details)
      implements TransportPart {}

  /**
   * An HTTP/3 connection and its TCP fall-back both failed.
   *
   * @param latest the failure that came last
   * @param earlierReason the earlier one's {@code ConnectionPool::PoolFailureReason}, a number
   * @param earlierProtocol {@code QUIC} or {@code TCP}
   * @param earlier the earlier failure
   */
  record GridFailure(
      Span span,
      TransportFailure latest,
      Piece earlierReason,
      Piece earlierProtocol,
      TransportFailure earlier)
      implements TransportPart {}

  /** Marks a local reset that Envoy's own upstream codec asked for. */
  record CodecError(Span span) implements TransportPart {}

  /** A raw TCP upstream behind HTTP closed its half, so Envoy closed the rest. */
  record HalfClose(Span span) implements TransportPart {}

  /** A UDP upstream (CONNECT-UDP) had no socket. */
  record UdpError(Span span, String text) implements TransportPart {}

  /** The HTTP/3 connection pool went away while a stream waited. */
  record GridTeardown(Span span) implements TransportPart {}

  /** A proxy answered the tunnel request of {@code tcp_proxy} with {@code status}. */
  record TunnelResponse(Span span, Piece status) implements TransportPart {}

  /** Anything else. */
  record Other(Span span, String text) implements TransportPart {}
}
