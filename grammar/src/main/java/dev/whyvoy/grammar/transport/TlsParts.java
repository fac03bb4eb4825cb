package dev.whyvoy.grammar.transport;

import static dev.whyvoy.grammar.antlr.Source.from;
import static dev.whyvoy.grammar.antlr.Source.to;

import dev.whyvoy.grammar.Piece;
import dev.whyvoy.grammar.Span;
import dev.whyvoy.grammar.antlr.Source;
import dev.whyvoy.grammar.transport.TransportParser.TailContext;
import dev.whyvoy.grammar.transport.TransportPart.TlsErrors.Form;
import java.util.List;
import org.antlr.v4.runtime.ParserRuleContext;
import org.jspecify.annotations.Nullable;

/** Reads TLS error queues and refused certificates. */
abstract class TlsParts extends TransportParserBaseListener {
  final Source source;
  final Assembly parts;
  private final TlsErrorReader tlsErrors;

  TlsParts(Source source) {
    this.source = source;
    this.parts = new Assembly(source);
    this.tlsErrors = new TlsErrorReader(source);
  }

  @Override
  public void enterTlsHead(TransportParser.TlsHeadContext part) {
    Span peer = parts.takePeer();
    parts.begin(part);
    Form form =
        switch (part.head.getType()) {
          case TransportLexer.INSPECTOR_HEAD -> Form.INSPECTOR;
          case TransportLexer.SSL_HEAD -> Form.CONTEXT;
          default -> Form.OLD;
        };
    int end = to(part.words());
    Open.Tls tls = new Open.Tls(peer == null ? start(part) : peer.from(), end, form);
    if (peer != null) {
      tls.remoteAddress = peerAddress(peer);
    }
    int text = from(part.words());
    tlsErrors.withoutCode(text, end).ifPresent(tls.errors::add);
    if (end > text && source.at(text) == '|') {
      tls.marked();
    }
    parts.open(tls);
    parts.unparsed(part.tail());
  }

  @Override
  public void enterTlsError(TransportParser.TlsErrorContext part) {
    Open.Setup setup = parts.setup();
    if (setup != null && setup.cause == null) {
      parts.reach(part);
      setup.cause = tlsErrors.read(part);
      setup.to = body(part, part.tail());
      parts.unparsed(part.tail());
      return;
    }
    Open.Tls tls = parts.tls();
    if (tls == null) {
      parts.begin(part);
      tls = new Open.Tls(start(part), start(part), Form.BARE);
      parts.open(tls);
    }
    parts.reach(part);
    if (part.code.getType() == TransportLexer.PIPE_CODE) {
      tls.marked();
    }
    tls.errors.add(tlsErrors.read(part));
    tls.to = body(part, part.tail());
    parts.unparsed(part.tail());
  }

  @Override
  public void enterTlsEnd(TransportParser.TlsEndContext part) {
    parts.reach(part);
    parts.closeCertificate();
    Open.Tls tls = parts.tls();
    if (tls != null) {
      tls.to = phraseEnd(part);
      tls.ended = true;
      tls.marked();
      parts.unparsed(part.text());
    } else {
      parts.settle();
      parts.unparsed(part);
    }
  }

  @Override
  public void enterVerify(TransportParser.VerifyContext part) {
    parts.refuse(part, part.tail(), prose(part.words()));
    parts.unparsed(part.tail());
  }

  @Override
  public void enterDepth(TransportParser.DepthContext part) {
    Piece reason = prose(part.words());
    Open.Certificate refused = parts.certificate();
    if (refused == null || refused.depth != null) {
      refused = parts.refuse(part, part.tail(), reason);
    }
    refused.depth = Numbers.last(source, from(part), phraseEnd(part));
    extend(refused, part, part.tail(), reason);
  }

  @Override
  public void enterRevocation(TransportParser.RevocationContext part) {
    Piece reason = prose(part.words());
    Open.Certificate refused = parts.certificate();
    if (refused == null) {
      refused = parts.refuse(part, part.tail(), reason);
    }
    refused.revocation = phrase(part);
    extend(refused, part, part.tail(), reason);
  }

  @Override
  public void enterNames(TransportParser.NamesContext part) {
    Open.Certificate refused = parts.certificate();
    if (refused == null) {
      refused = parts.refuse(part, null, source.prose(from(part), from(part)));
    }
    extend(refused, part, null, refused.reason);
    List<Piece> names =
        switch (part.list.getType()) {
          case TransportLexer.EXPECTED_SANS -> refused.expectedNames;
          case TransportLexer.CERTIFICATE_SANS -> refused.certificateNames;
          default -> refused.revocationLists;
        };
    part.entry().stream()
        .map(entry -> source.raw(from(entry), to(entry)))
        .filter(name -> !name.text().isEmpty())
        .forEach(names::add);
    parts.unparsed(part.text());
  }

  @Override
  public void enterHostname(TransportParser.HostnameContext part) {
    int colon = phraseEnd(part) - 1;
    while (source.at(colon) != ':') {
      colon--;
    }
    Open.Certificate refused = parts.refuse(part, part.tail(), source.prose(from(part), colon));
    refused.expectedNames.add(address(part.words()));
    parts.unparsed(part.tail());
  }

  @Override
  public void enterCertificate(TransportParser.CertificateContext part) {
    parts.refuse(part, part.tail(), source.prose(from(part), to(part.words())));
    parts.unparsed(part.tail());
  }

  private void extend(
      Open.Certificate refused, ParserRuleContext part, @Nullable TailContext tail, Piece reason) {
    parts.reach(part);
    refused.to = body(part, tail);
    refused.reason = reason;
    parts.unparsed(tail);
  }

  /** The end of a part without what stands around the whole. */
  static int body(ParserRuleContext part, @Nullable TailContext tail) {
    return tail == null ? to(part) : from(tail);
  }

  final Piece address(ParserRuleContext address) {
    return source.raw(from(address), to(address));
  }

  /** The address in {@code remote address:10.0.0.1:80,}. */
  private Piece peerAddress(Span peer) {
    int start = peer.from();
    while (source.at(start) != ':') {
      start++;
    }
    int end = start;
    while (end < peer.to() && source.at(end) != ',') {
      end++;
    }
    return source.raw(start + 1, end);
  }

  private Piece prose(ParserRuleContext text) {
    return source.prose(from(text), to(text));
  }

  /** The part without the punctuation that joins it to the one before. */
  final int start(ParserRuleContext part) {
    int start = from(part);
    while (".|: \t\r\n\u00a0_".indexOf(source.at(start)) >= 0) {
      start++;
    }
    return start;
  }

  /** The span of the phrase that opens a part. */
  final Span phrase(ParserRuleContext part) {
    return source.span(source.trimProse(start(part), phraseEnd(part)));
  }

  static int phraseEnd(ParserRuleContext part) {
    return part.getStart().getStopIndex() + 1;
  }
}
