package dev.whyvoy.grammar.transport;

import static dev.whyvoy.grammar.antlr.Source.from;
import static dev.whyvoy.grammar.antlr.Source.to;

import dev.whyvoy.grammar.Piece;
import dev.whyvoy.grammar.Span;
import dev.whyvoy.grammar.antlr.Source;
import dev.whyvoy.grammar.transport.TransportParser.TailContext;
import dev.whyvoy.grammar.transport.TransportParser.TextContext;
import dev.whyvoy.grammar.transport.TransportPart.CertificateError;
import dev.whyvoy.grammar.transport.TransportPart.Other;
import dev.whyvoy.grammar.transport.TransportPart.TlsErrors;
import java.util.ArrayList;
import java.util.List;
import org.antlr.v4.runtime.ParserRuleContext;
import org.jspecify.annotations.Nullable;

/**
 * The parts read so far and those that the next pieces may still complete: a connect error by its
 * address, a TLS queue by its next error, a refused certificate by its names, QUIC's free text by
 * anything.
 */
final class Assembly {
  private final Source source;
  private final List<TransportPart> parts = new ArrayList<>();

  /** The QUIC close or reset whose free text goes on. */
  private Open.@Nullable Quic quic;

  /** The connect error or TLS queue that may go on. */
  private @Nullable Open open;

  private Open.@Nullable Certificate certificate;

  /** A peer's address that the TLS queue after it will own. */
  private @Nullable Span peer;

  Assembly(Source source) {
    this.source = source;
  }

  List<TransportPart> finish() {
    settle();
    closeQuic();
    return parts;
  }

  /** A new part starts: what was open is complete, unless it is QUIC's free text. */
  void begin(ParserRuleContext part) {
    settle();
    if (quic != null && !quic.hasDetails()) {
      closeQuic();
    }
    reach(part);
  }

  /** QUIC's free text, if any, holds this part too. */
  void reach(ParserRuleContext part) {
    if (quic != null) {
      quic.to = to(part);
    }
  }

  /** Completes what is open, except QUIC's free text. */
  void settle() {
    closeCertificate();
    Open done = open;
    open = null;
    if (done != null) {
      add(done.close(source));
    }
    Span address = takePeer();
    if (address != null) {
      other(address.from(), address.to());
    }
  }

  void open(Open part) {
    open = part;
  }

  Open.@Nullable Connect connect() {
    return open instanceof Open.Connect connect ? connect : null;
  }

  Open.@Nullable Setup setup() {
    return open instanceof Open.Setup setup ? setup : null;
  }

  Open.@Nullable Tls tls() {
    return open instanceof Open.Tls tls ? tls : null;
  }

  Open.@Nullable Certificate certificate() {
    return certificate;
  }

  void peer(int from, int to) {
    peer = new Span(from, to);
  }

  @Nullable Span takePeer() {
    Span taken = peer;
    peer = null;
    return taken;
  }

  /** A certificate was refused, perhaps as the reason of the TLS queue that is open. */
  Open.Certificate refuse(ParserRuleContext part, @Nullable TailContext tail, Piece reason) {
    Open.Tls tls = tls();
    if (tls != null && tls.takesVerify()) {
      closeCertificate();
      reach(part);
    } else {
      begin(part);
    }
    Open.Certificate refused = new Open.Certificate(from(part), TlsParts.body(part, tail), reason);
    certificate = refused;
    return refused;
  }

  void closeCertificate() {
    Open.Certificate done = certificate;
    certificate = null;
    if (done == null) {
      return;
    }
    CertificateError refused = done.close(source);
    Open.Tls tls = tls();
    if (tls != null && tls.takesVerify()) {
      tls.verify = refused;
      tls.to = done.to;
    } else {
      add(refused);
    }
  }

  /** A QUIC error; {@code detailsFrom} as for {@link Open.Quic}. */
  void openQuic(ParserRuleContext part, Piece error, @Nullable Piece origin, int detailsFrom) {
    settle();
    if (quic != null && quic.hasDetails()) {
      reach(part);
      return;
    }
    closeQuic();
    int end = detailsFrom < 0 ? part.getStart().getStopIndex() + 1 : to(part);
    quic = new Open.Quic(from(part), end, error, origin, detailsFrom);
  }

  void closeQuic() {
    Open.Quic done = quic;
    quic = null;
    if (done != null) {
      parts.add(done.close(source));
    }
  }

  /** Adds a part; inside QUIC's free text only what refines it is kept. */
  void add(TransportPart part) {
    if (quic == null) {
      parts.add(part);
    } else if (part instanceof TlsErrors || part instanceof CertificateError) {
      quic.inner.add(part);
    }
  }

  /** A part without pieces that could follow, and the text behind it. */
  void add(ParserRuleContext context, TransportPart part, TextContext rest) {
    begin(context);
    add(part);
    unparsed(rest);
  }

  void other(int from, int to) {
    Piece prose = source.prose(from, to);
    if (!prose.text().isEmpty()) {
      add(new Other(prose.span(), prose.text()));
    }
  }

  /** Text that does not belong to the part before it. */
  void unparsed(@Nullable ParserRuleContext text) {
    if (text != null) {
      unparsed(from(text), to(text));
    }
  }

  void unparsed(int from, int to) {
    if (quic == null || !quic.hasDetails()) {
      Span range = source.trimProse(from, to);
      source.unparsed(range.from(), range.to());
    }
  }
}
