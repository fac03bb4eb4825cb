package dev.whyvoy.grammar.transport;

import static dev.whyvoy.grammar.antlr.Source.from;
import static dev.whyvoy.grammar.antlr.Source.to;

import dev.whyvoy.grammar.Piece;
import dev.whyvoy.grammar.Span;
import dev.whyvoy.grammar.antlr.Source;
import dev.whyvoy.grammar.transport.TransportParser.TextContext;
import dev.whyvoy.grammar.transport.TransportPart.BindError;
import dev.whyvoy.grammar.transport.TransportPart.CertificateError;
import dev.whyvoy.grammar.transport.TransportPart.CodecError;
import dev.whyvoy.grammar.transport.TransportPart.ConnectTimeout;
import dev.whyvoy.grammar.transport.TransportPart.GridTeardown;
import dev.whyvoy.grammar.transport.TransportPart.HalfClose;
import dev.whyvoy.grammar.transport.TransportPart.Other;
import dev.whyvoy.grammar.transport.TransportPart.Phase;
import dev.whyvoy.grammar.transport.TransportPart.SecretNotSupplied;
import dev.whyvoy.grammar.transport.TransportPart.SocketFailure;
import dev.whyvoy.grammar.transport.TransportPart.TlsErrors;
import dev.whyvoy.grammar.transport.TransportPart.TlsErrors.Form;
import dev.whyvoy.grammar.transport.TransportPart.TlsSetup;
import dev.whyvoy.grammar.transport.TransportPart.TunnelResponse;
import dev.whyvoy.grammar.transport.TransportPart.UdpError;
import java.util.ArrayList;
import java.util.List;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;
import org.jspecify.annotations.Nullable;

/** Collects the parts of one reason in order; a later piece may complete the part before it. */
final class TransportParts extends TransportParserBaseListener {
  private final Source source;
  private final TlsErrorReader tlsErrors;
  private final List<TransportPart> parts = new ArrayList<>();

  /** The QUIC close or reset whose free text goes on. */
  private Open.@Nullable Quic quic;

  /** The connect error or TLS queue that may go on. */
  private @Nullable Open open;

  private Open.@Nullable Certificate certificate;

  /** A peer's address that the TLS queue after it will own. */
  private @Nullable Span remote;

  private @Nullable Piece remoteAddress;

  TransportParts(Source source) {
    this.source = source;
    this.tlsErrors = new TlsErrorReader(source);
  }

  /** Free text in front of the first part that is known. */
  void lead(TextContext text) {
    Span range = source.trimProse(from(text), to(text));
    Piece prose = source.prose(from(text), to(text));
    if (prose.text().equals("codec error")) {
      parts.add(new CodecError(prose.span()));
    } else if (range.length() > 0 && !prose.text().equals("-")) {
      other(range.from(), range.to());
    }
  }

  List<TransportPart> finish() {
    settle();
    closeQuic();
    return parts;
  }

  @Override
  public void enterConnectError(TransportParser.ConnectErrorContext part) {
    begin(part);
    Phase phase = part.phase.getType() == TransportLexer.DELAYED ? Phase.DELAYED : Phase.IMMEDIATE;
    Piece error = source.prose(from(part.errorText()), to(part.errorText()));
    open =
        new Open.Connect(
            from(part), to(part.errorText()), phase, error, Numbers.leading(error.text()));
    more(part.more());
  }

  @Override
  public void enterRemoteAddress(TransportParser.RemoteAddressContext part) {
    Piece address = source.raw(from(part.address()), to(part.address()));
    if (open instanceof Open.Connect connect
        && connect.remoteAddress == null
        && source.at(from(part)) == '|') {
      connect.remoteAddress = address;
      connect.to = to(part.address());
      rest(part.text());
      return;
    }
    begin(part);
    remote = new Span(from(part), to(part));
    remoteAddress = address;
  }

  @Override
  public void enterAddressFamily(TransportParser.AddressFamilyContext part) {
    if (!(open instanceof Open.Connect connect)) {
      begin(part);
      other(from(part), to(part));
      return;
    }
    Piece family = source.raw(from(part.text()), to(part.text()));
    if (part.family.getType() == TransportLexer.REMOTE_FAMILY) {
      connect.remoteFamily = family;
    } else {
      connect.localFamily = family;
    }
    connect.to = to(part);
  }

  @Override
  public void enterConnectTimeout(TransportParser.ConnectTimeoutContext part) {
    add(part, new ConnectTimeout(phrase(part)), part.text());
  }

  @Override
  public void enterSocketFailure(TransportParser.SocketFailureContext part) {
    add(part, new SocketFailure(phrase(part)), part.text());
  }

  @Override
  public void enterBindError(TransportParser.BindErrorContext part) {
    begin(part);
    Piece address = source.raw(from(part.address()), to(part.address()));
    Piece error = null;
    int end = to(part.address());
    if (part.errorText() != null) {
      error = source.prose(from(part.errorText()), to(part.errorText()));
      end = to(part.errorText());
    }
    add(new BindError(source.span(source.trimProse(from(part), end)), address, error));
    rest(part.text());
    more(part.more());
  }

  @Override
  public void enterTlsHead(TransportParser.TlsHeadContext part) {
    Span prefix = remote;
    Piece peer = remoteAddress;
    remote = null;
    begin(part);
    Form form =
        switch (part.head.getType()) {
          case TransportLexer.INSPECTOR_HEAD -> Form.INSPECTOR;
          case TransportLexer.SSL_HEAD -> Form.CONTEXT;
          default -> Form.OLD;
        };
    Open.Tls tls = new Open.Tls(prefix == null ? start(part) : prefix.from(), to(part), form);
    tls.remoteAddress = prefix == null ? null : peer;
    tlsErrors.withoutCode(from(part.text()), to(part.text())).ifPresent(tls.errors::add);
    if (to(part) > from(part.text()) && source.at(from(part.text())) == '|') {
      tls.marked();
    }
    open = tls;
  }

  @Override
  public void enterTlsError(TransportParser.TlsErrorContext part) {
    Open.Tls tls = open instanceof Open.Tls current ? current : null;
    if (tls == null) {
      begin(part);
      tls = new Open.Tls(start(part), to(part), Form.BARE);
      open = tls;
    }
    reach(part);
    if (part.code.getType() == TransportLexer.PIPE_CODE) {
      tls.marked();
    }
    tls.errors.add(tlsErrors.read(part));
    tls.to = to(part);
  }

  @Override
  public void enterTlsEnd(TransportParser.TlsEndContext part) {
    reach(part);
    closeCertificate();
    if (open instanceof Open.Tls tls) {
      tls.to = part.getStart().getStopIndex() + 1;
      tls.ended = true;
      tls.marked();
      rest(part.text());
    } else {
      settle();
      unparsed(from(part), to(part));
    }
  }

  @Override
  public void enterSecret(TransportParser.SecretContext part) {
    add(part, new SecretNotSupplied(phrase(part)), part.text());
  }

  @Override
  public void enterSni(TransportParser.SniContext part) {
    begin(part);
    Span whole = source.span(source.trimProse(start(part), to(part)));
    add(new TlsSetup(whole, source.prose(from(part.text()), to(part.text()))));
  }

  @Override
  public void enterVerify(TransportParser.VerifyContext part) {
    refuse(part, source.prose(from(part.text()), to(part.text())));
  }

  @Override
  public void enterDepth(TransportParser.DepthContext part) {
    Piece reason = source.prose(from(part.text()), to(part.text()));
    Open.Certificate refused =
        certificate != null && certificate.depth == null ? certificate : refuse(part, reason);
    reachCertificate(refused, part);
    refused.reason = reason;
    refused.depth = Numbers.last(source, from(part), part.getStart().getStopIndex() + 1);
  }

  @Override
  public void enterRevocation(TransportParser.RevocationContext part) {
    Piece reason = source.prose(from(part.text()), to(part.text()));
    Open.Certificate refused = certificate != null ? certificate : refuse(part, reason);
    reachCertificate(refused, part);
    refused.reason = reason;
    refused.revocation = phrase(part);
  }

  @Override
  public void enterNames(TransportParser.NamesContext part) {
    if (certificate == null) {
      refuse(part, source.prose(from(part), from(part)));
    }
    Open.Certificate refused = certificate;
    if (refused == null) {
      return;
    }
    reachCertificate(refused, part);
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
    rest(part.text());
  }

  @Override
  public void enterHostname(TransportParser.HostnameContext part) {
    int colon = part.getStart().getStopIndex();
    while (source.at(colon) != ':') {
      colon--;
    }
    Open.Certificate refused = refuse(part, source.prose(from(part), colon));
    refused.expectedNames.add(source.raw(from(part.text()), to(part.text())));
  }

  @Override
  public void enterCertificate(TransportParser.CertificateContext part) {
    refuse(part, source.prose(from(part), to(part)));
  }

  @Override
  public void enterQuicClose(TransportParser.QuicCloseContext part) {
    openQuic(part, null, from(part.text()));
  }

  @Override
  public void enterQuicReset(TransportParser.QuicResetContext part) {
    int end = part.getStart().getStopIndex() + 1;
    boolean details = end < to(part) && source.at(end) == '|';
    Piece origin = source.name(nameEnd(from(part)) + 1, end);
    openQuic(part, origin, details ? end + 1 : -1);
    if (!details) {
      rest(part.text());
    }
  }

  @Override
  public void enterQuicName(TransportParser.QuicNameContext part) {
    openQuic(part, null, -1);
    rest(part.text());
  }

  /** Only in a reason that is already one of the two: more than Envoy nests. */
  @Override
  public void enterEarlier(TransportParser.EarlierContext part) {
    begin(part);
    other(from(part), to(part));
  }

  @Override
  public void enterGridTeardown(TransportParser.GridTeardownContext part) {
    add(part, new GridTeardown(phrase(part)), part.text());
  }

  @Override
  public void enterCodecError(TransportParser.CodecErrorContext part) {
    settle();
    closeQuic();
    add(new CodecError(phrase(part)));
    rest(part.text());
  }

  @Override
  public void enterHalfClose(TransportParser.HalfCloseContext part) {
    add(part, new HalfClose(phrase(part)), part.text());
  }

  @Override
  public void enterUdp(TransportParser.UdpContext part) {
    Piece words = source.prose(from(part), part.getStart().getStopIndex() + 1);
    add(part, new UdpError(words.span(), words.text()), part.text());
  }

  @Override
  public void enterTunnel(TransportParser.TunnelContext part) {
    Piece status = Numbers.last(source, from(part), part.getStart().getStopIndex() + 1);
    add(part, new TunnelResponse(phrase(part), status), part.text());
  }

  /** A new part starts: what was open is complete, unless it is QUIC's free text. */
  private void begin(ParserRuleContext part) {
    settle();
    if (quic != null && !quic.hasDetails()) {
      closeQuic();
    }
    reach(part);
  }

  private void reach(ParserRuleContext part) {
    if (quic != null) {
      quic.to = to(part);
    }
  }

  private void settle() {
    closeCertificate();
    Open done = open;
    open = null;
    if (done != null) {
      add(done.close(source));
    }
    Span prefix = remote;
    remote = null;
    if (prefix != null) {
      other(prefix.from(), prefix.to());
    }
  }

  private void closeCertificate() {
    Open.Certificate done = certificate;
    certificate = null;
    if (done == null) {
      return;
    }
    CertificateError refused = done.close(source);
    if (open instanceof Open.Tls tls && tls.verify == null && !tls.ended) {
      tls.verify = refused;
      tls.to = done.to;
    } else {
      add(refused);
    }
  }

  private void closeQuic() {
    Open.Quic done = quic;
    quic = null;
    if (done != null) {
      parts.add(done.close(source));
    }
  }

  private void openQuic(ParserRuleContext part, @Nullable Piece origin, int detailsFrom) {
    settle();
    if (quic != null && quic.hasDetails()) {
      reach(part);
      return;
    }
    closeQuic();
    int name = nameEnd(from(part));
    int end = detailsFrom < 0 ? part.getStart().getStopIndex() + 1 : to(part);
    quic = new Open.Quic(from(part), end, source.raw(from(part), name), origin, detailsFrom);
  }

  /** The end of the name of a QUIC error: capitals, digits and underscores between them. */
  private int nameEnd(int from) {
    int end = from;
    while (end < source.length() && Names.isUnit(source.at(end))) {
      end++;
    }
    while (source.at(end - 1) == '_') {
      end--;
    }
    return end;
  }

  private Open.Certificate refuse(ParserRuleContext part, Piece reason) {
    if (open instanceof Open.Tls tls && tls.verify == null && !tls.ended) {
      closeCertificate();
      reach(part);
    } else {
      begin(part);
    }
    Open.Certificate refused = new Open.Certificate(from(part), to(part), reason);
    certificate = refused;
    return refused;
  }

  private void reachCertificate(Open.Certificate refused, ParserRuleContext part) {
    reach(part);
    refused.to = to(part);
  }

  private void add(ParserRuleContext context, TransportPart part, TextContext rest) {
    begin(context);
    add(part);
    rest(rest);
  }

  /** Inside QUIC's free text only what refines it is kept. */
  private void add(TransportPart part) {
    if (quic == null) {
      parts.add(part);
    } else if (part instanceof TlsErrors || part instanceof CertificateError) {
      quic.inner.add(part);
    }
  }

  private void other(int from, int to) {
    Piece prose = source.prose(from, to);
    if (!prose.text().isEmpty()) {
      add(new Other(prose.span(), prose.text()));
    }
  }

  private void more(TransportParser.@Nullable MoreContext more) {
    if (more != null) {
      settle();
      other(from(more.text()), to(more.text()));
    }
  }

  private void rest(@Nullable TextContext text) {
    if (text != null) {
      unparsed(from(text), to(text));
    }
  }

  private void unparsed(int from, int to) {
    Span range = source.trimProse(from, to);
    if (quic == null || !quic.hasDetails()) {
      source.unparsed(range.from(), range.to());
    }
  }

  /** The part without the punctuation that joins it to the one before. */
  private int start(ParserRuleContext part) {
    int start = from(part);
    while (".|: \t\r\n\u00a0_".indexOf(source.at(start)) >= 0) {
      start++;
    }
    return start;
  }

  /** The span of the phrase that opens a part. */
  private Span phrase(ParserRuleContext part) {
    Token phrase = part.getStart();
    return source.span(source.trimProse(start(part), phrase.getStopIndex() + 1));
  }
}
