package dev.whyvoy.core.explain;

import static dev.whyvoy.core.fact.FactNames.CONNECT_PHASE;
import static dev.whyvoy.core.fact.FactNames.ERRNO;
import static dev.whyvoy.core.fact.FactNames.ERRNO_FORM;
import static dev.whyvoy.core.fact.FactNames.MESSAGE;
import static dev.whyvoy.core.fact.FactNames.QUIC_ERROR;
import static dev.whyvoy.core.fact.FactNames.QUIC_SOURCE;
import static dev.whyvoy.core.fact.FactNames.REMOTE_ADDRESS;
import static dev.whyvoy.core.fact.FactNames.TRANSPORT_FAILURE_REASON;
import static dev.whyvoy.core.fact.FactNames.TRANSPORT_KIND;

import dev.whyvoy.core.diagnose.Kind;
import dev.whyvoy.core.knowledge.ErrorTables;
import dev.whyvoy.core.knowledge.Term;
import dev.whyvoy.grammar.Decoded;
import dev.whyvoy.grammar.Piece;
import dev.whyvoy.grammar.transport.TransportFailure;
import dev.whyvoy.grammar.transport.TransportFailureReader;
import dev.whyvoy.grammar.transport.TransportPart;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Transport failure reasons to facts. Of several parts the first that tells a kind decides it. */
final class TransportFacts {
  private static final String OTHER = "other";

  /** What is left of an error queue when its reader stops at the first sign of punctuation. */
  private static final String CUT_TLS_ERROR = "TLS error";

  /** Id of the message that holds the reasons of two attempts. */
  private static final String GRID = "quic.with_earlier_attempt_failure_reason";

  /** Numbers of ConnectionPool::PoolFailureReason. */
  private static final Map<String, String> POOL_FAILURES =
      Map.of(
          "0", "overflow: a limit of the pool",
          "1", "local connection failure",
          "2", "remote connection failure",
          "3", "connect timeout");

  /** Errors that clients of every kind report of their own connections. */
  private static final Set<String> OFTEN_OF_CLIENTS =
      Set.of("ECONNRESET", "ECONNREFUSED", "EPIPE", "ETIMEDOUT", "EACCES", "EPERM");

  private final ErrorTables tables;
  private final TlsFacts tls;

  TransportFacts(ErrorTables tables, Supplier<List<Term>> terms) {
    this.tables = tables;
    this.tls = new TlsFacts(tables, terms);
  }

  /** Reads a text that is known to be a transport failure reason. */
  TransportFailure read(Decoded text, Reading reading) {
    TransportFailure failure = TransportFailureReader.parse(text);
    read(failure, reading);
    reading.read(Kind.TRANSPORT_FAILURE_REASON, failure.span());
    return failure;
  }

  /** Reads the bare text of a system error, as of connecting; says whether it is one. */
  boolean errno(Decoded text, Reading reading) {
    Optional<ErrorTables.Errno> known =
        tables.errno(text.text()).filter(errno -> !OFTEN_OF_CLIENTS.contains(errno.name()));
    known.ifPresent(
        errno -> {
          Piece piece = new Piece(text.span(0, text.text().length()), text.text());
          kind("connect_error", reading);
          errno(piece, null, reading);
          reading.read(Kind.TRANSPORT_FAILURE_REASON, piece.span());
        });
    return known.isPresent();
  }

  /** Reads the bare name of a TLS reason, or a packed code; says whether it is one. */
  boolean tlsReason(Decoded name, Reading reading) {
    Piece piece = new Piece(name.span(0, name.text().length()), name.text());
    boolean known = tls.reason(piece, reading) || tls.code(piece, reading);
    if (known) {
      kind("tls_error", reading);
      reading.read(Kind.TRANSPORT_FAILURE_REASON, piece.span());
    }
    return known;
  }

  void read(TransportFailure failure, Reading reading) {
    if (!failure.text().isEmpty()) {
      reading.facts().set(TRANSPORT_FAILURE_REASON, failure.text());
    }
    if (failure.text().equals(CUT_TLS_ERROR)) {
      kind("tls_error", reading);
      reading.label(failure.span(), "a TLS error, whose own text is cut off");
      return;
    }
    failure.parts().forEach(part -> part(part, reading));
    reading.unparsed(failure.unparsed());
  }

  private void part(TransportPart part, Reading reading) {
    if (part instanceof TransportPart.ConnectError error) {
      connectError(error, reading);
    } else if (part instanceof TransportPart.BindError error) {
      kind("bind_error", reading);
      errno(error.error(), null, reading);
      reading.label(error.span(), "binding the local address failed");
    } else if (part instanceof TransportPart.TlsErrors errors) {
      kind("tls_error", reading);
      tls.read(errors, reading);
    } else if (part instanceof TransportPart.CertificateError error) {
      kind("tls_error", reading);
      tls.read(error, reading);
    } else if (part instanceof TransportPart.SecretNotSupplied secret) {
      kind("tls_setup", reading);
      reading.label(secret.span(), "the secret discovery service has not sent the secret");
    } else if (part instanceof TransportPart.TlsSetup setup) {
      kind("tls_setup", reading);
      reading.label(setup.span(), "TLS could not be set up");
    } else if (part instanceof TransportPart.QuicClose close) {
      kind("quic_close", reading);
      quic(close.error(), null, reading);
      close.inner().forEach(inner -> part(inner, reading));
    } else if (part instanceof TransportPart.QuicReset reset) {
      kind(reset.details() == null ? "quic_reset" : "quic_close", reading);
      quic(reset.error(), reset.source(), reading);
    } else if (part instanceof TransportPart.GridFailure grid) {
      kind("http3_grid", reading);
      reading.facts().add(MESSAGE, GRID);
      grid.latest().parts().forEach(inner -> part(inner, reading));
      earlier(grid, reading);
    } else {
      other(part, reading);
    }
  }

  /** The attempt before: labelled, but the last one decides what the failure was. */
  private void earlier(TransportPart.GridFailure grid, Reading reading) {
    String kind = POOL_FAILURES.getOrDefault(grid.earlierReason().text(), "kind of that failure");
    reading.label(grid.earlierReason().span(), kind);
    reading.label(grid.earlierProtocol().span(), "the attempt before was over this protocol");
    Reading inner = new Reading();
    grid.earlier().parts().forEach(part -> part(part, inner));
    inner.labels().forEach(label -> reading.label(label.span(), label.text()));
  }

  private static void other(TransportPart part, Reading reading) {
    if (part instanceof TransportPart.CodecError) {
      kind("codec_error", reading);
      reading.label(part.span(), "Envoy's own codec reset the stream");
    } else if (part instanceof TransportPart.HalfClose) {
      kind("half_close", reading);
      reading.label(part.span(), "the upstream sent its FIN first, so Envoy closed both ways");
    } else if (part instanceof TransportPart.UdpError) {
      kind("udp", reading);
      reading.label(part.span(), "no UDP socket towards the upstream");
    } else if (part instanceof TransportPart.TunnelResponse) {
      kind("tunnel_response", reading);
      reading.label(part.span(), "status with which the proxy refused the tunnel");
    } else if (part instanceof TransportPart.GridTeardown) {
      kind("http3_grid", reading);
      reading.label(part.span(), "the pool for HTTP/3 and TCP was removed");
    } else if (part instanceof TransportPart.SocketFailure) {
      kind(OTHER, reading);
      reading.label(part.span(), "the operating system gave no socket");
    } else {
      kind(OTHER, reading);
      reading.label(part.span(), "transport failure reason");
    }
  }

  private void connectError(TransportPart.ConnectError error, Reading reading) {
    kind("connect_error", reading);
    boolean immediate = error.phase() == TransportPart.Phase.IMMEDIATE;
    reading.facts().set(CONNECT_PHASE, immediate ? "immediate" : "delayed");
    errno(error.error(), error.number(), reading);
    Piece address = error.remoteAddress();
    if (address != null) {
      reading.facts().set(REMOTE_ADDRESS, address.text());
      reading.label(address.span(), "the address that was dialled");
    }
  }

  private void errno(@Nullable Piece text, @Nullable Integer number, Reading reading) {
    if (text == null) {
      return;
    }
    Optional<ErrorTables.Errno> errno =
        number == null ? tables.errno(text.text()) : tables.errno(number);
    reading.facts().set(ERRNO_FORM, number == null ? "text" : "number");
    errno.ifPresent(known -> reading.facts().set(ERRNO, known.name()));
    reading.label(
        text.span(), errno.map(known -> words(known, number)).orElse("operating system's error"));
  }

  /** Name and text of a system error; for a number also which system counts so. */
  private static String words(ErrorTables.Errno errno, @Nullable Integer number) {
    String said = "operating system's error: " + errno.name();
    if (number == null) {
      return said + " (" + errno.linux() + " on Linux)";
    }
    boolean macos = number != errno.linux();
    return said
        + ", "
        + errno.text()
        + (macos ? " (a number of macOS; on Linux it is " + errno.linux() + ")" : "");
  }

  private static void quic(Piece error, @Nullable Piece source, Reading reading) {
    reading.facts().set(QUIC_ERROR, error.text());
    reading.label(error.span(), "QUIC error");
    if (source != null) {
      reading.facts().set(QUIC_SOURCE, source.text());
      reading.label(
          source.span(),
          source.text().equals("FROM_PEER")
              ? "closed or reset by the other side"
              : "closed or reset by Envoy");
    }
  }

  private static void kind(String kind, Reading reading) {
    boolean vague = reading.facts().build().holds(TRANSPORT_KIND, OTHER);
    if (vague || !reading.facts().has(TRANSPORT_KIND)) {
      reading.facts().set(TRANSPORT_KIND, kind);
    }
  }
}
