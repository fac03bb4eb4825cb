package dev.whyvoy.grammar.transport;

import static dev.whyvoy.grammar.antlr.Source.from;
import static dev.whyvoy.grammar.antlr.Source.to;

import dev.whyvoy.grammar.Piece;
import dev.whyvoy.grammar.Span;
import dev.whyvoy.grammar.antlr.Source;
import dev.whyvoy.grammar.transport.TransportParser.TextContext;
import dev.whyvoy.grammar.transport.TransportPart.BindError;
import dev.whyvoy.grammar.transport.TransportPart.CodecError;
import dev.whyvoy.grammar.transport.TransportPart.ConnectTimeout;
import dev.whyvoy.grammar.transport.TransportPart.GridTeardown;
import dev.whyvoy.grammar.transport.TransportPart.HalfClose;
import dev.whyvoy.grammar.transport.TransportPart.Phase;
import dev.whyvoy.grammar.transport.TransportPart.SecretNotSupplied;
import dev.whyvoy.grammar.transport.TransportPart.SocketFailure;
import dev.whyvoy.grammar.transport.TransportPart.TunnelResponse;
import dev.whyvoy.grammar.transport.TransportPart.UdpError;
import java.util.List;
import org.antlr.v4.runtime.ParserRuleContext;
import org.jspecify.annotations.Nullable;

/** Reads the parts of one reason in order. TLS errors and refused certificates are read apart. */
final class TransportParts extends TlsParts {
  TransportParts(Source source) {
    super(source);
  }

  /** Free text in front of the first part that is known. */
  void lead(TextContext text) {
    Piece prose = source.prose(from(text), to(text));
    if (prose.text().equals("codec error")) {
      parts.add(new CodecError(prose.span()));
    } else if (!prose.text().equals("-")) {
      parts.other(from(text), to(text));
    }
  }

  List<TransportPart> finish() {
    return parts.finish();
  }

  @Override
  public void enterConnectError(TransportParser.ConnectErrorContext part) {
    parts.begin(part);
    Phase phase = part.phase.getType() == TransportLexer.DELAYED ? Phase.DELAYED : Phase.IMMEDIATE;
    int end = errorEnd(part.errorText());
    Piece error = source.prose(from(part.errorText()), end);
    parts.open(new Open.Connect(from(part), end, phase, error, Numbers.leading(error.text())));
    parts.unparsed(end, to(part.errorText()));
    more(part.more());
    parts.unparsed(part.tail());
  }

  @Override
  public void enterRemoteAddress(TransportParser.RemoteAddressContext part) {
    Open.Connect connect = parts.connect();
    if (connect != null && connect.remoteAddress == null && source.at(from(part)) == '|') {
      connect.remoteAddress = address(part.address());
      connect.to = to(part.address());
      parts.unparsed(part.text());
      return;
    }
    parts.begin(part);
    parts.peer(from(part), to(part));
  }

  @Override
  public void enterAddressFamily(TransportParser.AddressFamilyContext part) {
    Open.Connect connect = parts.connect();
    if (connect == null) {
      parts.begin(part);
      parts.other(from(part), to(part));
      return;
    }
    Piece family = address(part.address());
    if (part.family.getType() == TransportLexer.REMOTE_FAMILY) {
      connect.remoteFamily = family;
    } else {
      connect.localFamily = family;
    }
    connect.to = to(part.address());
    parts.unparsed(part.text());
  }

  @Override
  public void enterConnectTimeout(TransportParser.ConnectTimeoutContext part) {
    parts.add(part, new ConnectTimeout(phrase(part)), part.text());
  }

  @Override
  public void enterSocketFailure(TransportParser.SocketFailureContext part) {
    parts.add(part, new SocketFailure(phrase(part)), part.text());
  }

  @Override
  public void enterBindError(TransportParser.BindErrorContext part) {
    parts.begin(part);
    ParserRuleContext text = part.errorText();
    int end = text == null ? to(part.address()) : errorEnd(text);
    Piece error = text == null ? null : source.prose(from(text), end);
    Span span = source.span(source.trimProse(from(part), end));
    parts.add(new BindError(span, address(part.address()), error));
    if (text != null) {
      parts.unparsed(end, to(text));
    }
    parts.unparsed(part.text());
    more(part.more());
    parts.unparsed(part.tail());
  }

  @Override
  public void enterSecret(TransportParser.SecretContext part) {
    parts.add(part, new SecretNotSupplied(phrase(part)), part.text());
  }

  @Override
  public void enterSni(TransportParser.SniContext part) {
    parts.begin(part);
    parts.open(new Open.Setup(start(part), from(part.text()), to(part)));
  }

  @Override
  public void enterQuicClose(TransportParser.QuicCloseContext part) {
    parts.openQuic(part, quicName(part), null, from(part.text()));
  }

  @Override
  public void enterQuicReset(TransportParser.QuicResetContext part) {
    int end = phraseEnd(part);
    Piece name = quicName(part);
    Piece origin = source.name(from(part) + name.text().length() + 1, end);
    boolean details = end < to(part) && source.at(end) == '|';
    parts.openQuic(part, name, origin, details ? end + 1 : -1);
    if (!details) {
      parts.unparsed(part.text());
    }
  }

  @Override
  public void enterQuicName(TransportParser.QuicNameContext part) {
    parts.openQuic(part, quicName(part), null, -1);
    parts.unparsed(part.text());
  }

  /** Only in a reason that is already one of the two: more than Envoy nests. */
  @Override
  public void enterEarlier(TransportParser.EarlierContext part) {
    parts.begin(part);
    parts.other(from(part), to(part));
  }

  @Override
  public void enterGridTeardown(TransportParser.GridTeardownContext part) {
    parts.add(part, new GridTeardown(phrase(part)), part.text());
  }

  @Override
  public void enterCodecError(TransportParser.CodecErrorContext part) {
    parts.settle();
    parts.closeQuic();
    parts.add(part, new CodecError(phrase(part)), part.text());
  }

  @Override
  public void enterHalfClose(TransportParser.HalfCloseContext part) {
    parts.add(part, new HalfClose(phrase(part)), part.text());
  }

  @Override
  public void enterUdp(TransportParser.UdpContext part) {
    Piece words = source.prose(from(part), phraseEnd(part));
    parts.add(part, new UdpError(words.span(), words.text()), part.text());
  }

  @Override
  public void enterTunnel(TransportParser.TunnelContext part) {
    Piece status = Numbers.last(source, from(part), phraseEnd(part));
    parts.add(part, new TunnelResponse(phrase(part), status), part.text());
  }

  /** The name of a QUIC error: capitals, digits and underscores between them. */
  private Piece quicName(ParserRuleContext part) {
    int end = from(part);
    while (end < source.length() && Names.isUnit(source.at(end))) {
      end++;
    }
    while (source.at(end - 1) == '_') {
      end--;
    }
    return source.raw(from(part), end);
  }

  /** The end of an error's text without the punctuation of what stands around it. */
  private int errorEnd(ParserRuleContext text) {
    int end = source.trimProse(from(text), to(text)).to();
    while (end > from(text) && ",;'`".indexOf(source.at(end - 1)) >= 0) {
      end--;
    }
    return end;
  }

  private void more(TransportParser.@Nullable MoreContext more) {
    if (more != null) {
      parts.settle();
      parts.other(from(more.text()), to(more.text()));
    }
  }
}
