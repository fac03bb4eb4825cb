// A transport failure reason: free text, then parts that each open with a phrase of their own and own
// the text up to the next one. Every sequence of tokens is in the language and one token decides.
parser grammar TransportParser;

options {
  tokenVocab = TransportLexer;
}

// ConnectionImpl::transportFailureReason, or a text that a codec, pool or upstream passes in its place.
reason : text part* EOF ;

part
  // ConnectionImpl::onWriteReady, ClientConnectionImpl::connect
  : phase=(DELAYED | IMMEDIATE) errorText (more | tail)?                      # connectError
  | REMOTE_ADDRESS address ((COMMA | COLON_BLANK | PIPE | BREAK) text)?       # remoteAddress
  | family=(REMOTE_FAMILY | LOCAL_FAMILY) address
      ((COMMA | COLON_BLANK | PIPE | BREAK) text)?                            # addressFamily
  // ServerConnectionImpl::onTransportSocketConnectTimeout
  | CONNECT_TIMEOUT text                                                      # connectTimeout
  // ClientConnectionImpl::ClientConnectionImpl
  | SOCKET_FAILURE text                                                       # socketFailure
  | BIND address
      (COLON_BLANK errorText (more | tail)? | (COMMA | PIPE | BREAK) text)?   # bindError
  // SslSocket::drainErrorQueue
  | head=(TLS_HEAD | INSPECTOR_HEAD | SSL_HEAD) words tail?                   # tlsHead
  | code=(PIPE_CODE | PLAIN_CODE | ERROR_CODE) library=field
      (colon function=field (colon detail=field (colon data=words)?)?)? tail? # tlsError
  | TLS_END text                                                              # tlsEnd
  // NotReadySslSocket::failureReason, ClientContextImpl::newSsl
  | SECRET text                                                               # secret
  | SNI text                                                                  # sni
  // DefaultCertValidator, SPIFFEValidator, Utility::getX509VerificationErrorInfo
  | VERIFY words tail?                                                        # verify
  | DEPTH words tail?                                                         # depth
  | REVOCATION words tail?                                                    # revocation
  | list=(EXPECTED_SANS | CERTIFICATE_SANS | CRL_POINTS)
      entry (COMMA entry)* (CLOSE text)?                                      # names
  // EnvoyQuicProofVerifier
  | HOSTNAME words tail?                                                      # hostname
  | CERTIFICATE words tail?                                                   # certificate
  // QuicFilterManagerConnectionImpl, EnvoyQuicClientStream
  | QUIC_CLOSE text                                                           # quicClose
  | QUIC_RESET text                                                           # quicReset
  | QUIC_NAME text                                                            # quicName
  // ConnectivityGrid
  | EARLIER text                                                              # earlier
  | GRID_TEARDOWN text                                                        # gridTeardown
  // UpstreamCodecFilter::CodecBridge, TcpUpstream, UdpConnPool, tcp_proxy HttpConnPool
  | CODEC_ERROR text                                                          # codecError
  | HALF_CLOSE text                                                           # halfClose
  | UDP text                                                                  # udp
  | TUNNEL text                                                               # tunnel
  ;

// errorDetails (strerror) or a number: ends where ConnectionImpl::setFailureReason joins another reason.
errorText : (COLON_BLANK | COLON | COMMA | CLOSE | BLANK | WORD | MARK)* ;

// The reason of a transport socket that is not known by name.
more : (STOP_BLANK | PIPE) text ;

// Address::Instance::asString: ip:port, [v6]:port, a path, @name or envoy://listener/id
address : (COLON | STOP_BLANK | CLOSE | BLANK | WORD | MARK)* ;

// ERR_lib_error_string, ERR_func_error_string, ERR_reason_error_string
field : (COMMA | STOP_BLANK | CLOSE | BLANK | PIPE | WORD | MARK)* ;

colon : COLON | COLON_BLANK ;

// A subject alternative name or the URL of a revocation list.
entry : (COLON_BLANK | COLON | STOP_BLANK | BLANK | PIPE | BREAK | WORD | MARK)* ;

words : (COLON_BLANK | COLON | COMMA | STOP_BLANK | CLOSE | BLANK | PIPE | WORD | MARK)* ;

// What stands around the reason.
tail : BREAK text ;

text : (COLON_BLANK | COLON | COMMA | STOP_BLANK | CLOSE | BLANK | PIPE | BREAK | WORD | MARK)* ;
