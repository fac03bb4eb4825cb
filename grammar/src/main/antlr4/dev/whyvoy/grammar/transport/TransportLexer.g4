// The words of a transport failure reason. A phrase that opens a part is one token, so that the same
// words inside free text stay words only if they are incomplete. The longest match wins.
lexer grammar TransportLexer;

// ClientConnectionImpl::connect; the log lines of old releases have `connection error`.
IMMEDIATE : [Ii] 'mmediate' B 'connect' 'ion'? B 'error:' ;

// ConnectionImpl::onWriteReady
DELAYED : [Dd] 'elayed' B 'connect' 'ion'? B 'error:' ;

// ClientConnectionImpl::connect from 1.31; SslSocket::drainErrorQueue writes it in front, in its log line.
REMOTE_ADDRESS : '|'? 'remote' B 'address:' B? ;

// ClientConnectionImpl::connect 1.34 to 1.36, guard log_ip_families_on_network_error.
REMOTE_FAMILY : '|remote' B 'address' B 'family:' ;
LOCAL_FAMILY : '|local' B 'address' B 'family:' ;

// ServerConnectionImpl::onTransportSocketConnectTimeout
CONNECT_TIMEOUT : [Cc] 'onnect' B 'timeout' ;

// ClientConnectionImpl::ClientConnectionImpl
SOCKET_FAILURE : [Ss] 'ocket' B 'creation' B 'failure' ;
BIND : [Ff] 'ailed' B 'to' B 'bind' B 'to' B ;

// SslSocket::drainErrorQueue; ConnectionImpl::setFailureReason joins it to another reason by ". ".
TLS_HEAD : JOINED? 'TLS' B [Ee] 'rror:' B? ;
TLS_END : ':'? 'TLS' B 'error' B 'end' ;

// Filter::setDownstreamTransportFailureReason of the TLS inspector
INSPECTOR_HEAD : 'TLS' B 'error|' ;

// logSslErrorChain of the TLS context
SSL_HEAD : JOINED? 'SSL' B 'error:' B? ;

// One queued error: |code: from 1.28, a blank and code: before, error:code: from ERR_error_string_n.
PIPE_CODE : '|' HEX6 ':' ;
PLAIN_CODE : B? DIGIT DIGIT DIGIT DIGIT DIGIT DIGIT+ ':' ;
ERROR_CODE : [|:]? 'error:' HEX6 ':' ;

// NotReadySslSocket::failureReason
SECRET : JOINED? ('TLS' B 'error:' B?)? 'Secret' B 'is' B 'not' B 'supplied' B 'by' B 'SDS' ;

// ClientContextImpl::newSsl
SNI : JOINED? 'Failed' B 'to' B 'create' B 'upstream' B 'TLS' B 'due' B 'to' B 'failure' B 'setting' B 'SNI:' B? ;

// DefaultCertValidator::verifyCertificate, SPIFFEValidator, ContextImpl::customVerifyCertChain
VERIFY : [Vv] 'erify' B 'cert' B 'failed:' B? ;

// Utility::getX509VerificationErrorInfo
DEPTH : 'X509' B 'verify' B 'cert:' B 'certificate' B 'verification' B 'error' B 'at' B 'depth' B DIGIT+ ':' B? ;
REVOCATION : 'certificate' B 'revocation' B 'check' B 'against' B 'provided' B 'CRLs' B 'failed:' B? ;
CRL_POINTS : ',' B 'certificate' B 'CRL' B 'distribution' B 'points:' B '[' ;

// DefaultCertValidator::verifyCertificate from 1.38
EXPECTED_SANS : ',' B 'expected' B 'SANs:' B '[' ;
CERTIFICATE_SANS : ',' B 'certificate' B 'SANs' (':' | B 'are') B '[' ;

// verifyLeafCertMatchesHostname of the QUIC proof verifier
HOSTNAME : 'Leaf' B 'certificate' B 'doesn' '\'' 't' B 'match' B 'hostname:' B? ;

// EnvoyQuicProofVerifier, parseDERCertificate, deduceSignatureAlgorithmFromPublicKey, drainErrorQueue from 1.37
CERTIFICATE
  : 'unable' B 'to' B 'parse' B 'certificate'
  | 'There' B 'is' B 'trailing' B 'garbage' B 'in' B 'DER'
  | 'd2i' B 'X509:' B 'fail' B 'to' B 'parse' B 'DER'
  | 'Invalid' B 'leaf' B 'cert,'
  | 'Failed' B 'to' B 'verify' B 'certificate' B 'chain:'
  | 'peer' B 'did' B 'not' B 'provide' B 'required' B 'client' B 'certificate'
  ;

// QuicFilterManagerConnectionImpl::onConnectionCloseEvent
QUIC_CLOSE : QUIC_NAME_ B 'with' B 'details:' B? ;

// EnvoyQuicClientStream::OnStopSending, ResetWithError, OnConnectionClosed
QUIC_RESET : QUIC_NAME_ '|FROM' B ('PEER' | 'SELF') ;
QUIC_NAME : QUIC_NAME_ ;

// ConnectivityGrid::WrapperCallbacks::signalFailureAndDeleteSelf
EARLIER : B? '(with' B 'earlier' B 'attempt' B 'failure' B 'reason' B DIGIT+ ',' B ('QUIC' | 'TCP') ':' B? ;

// ConnectivityGrid::~ConnectivityGrid
GRID_TEARDOWN : 'grid' B 'teardown' ;

// UpstreamCodecFilter::CodecBridge::onResetStream
CODEC_ERROR : '|codec' B 'error' ;

// TcpUpstream::onUpstreamData
HALF_CLOSE : 'half' B 'close' B 'initiated' B 'full' B 'close' ;

// UdpConnPool::newStream
UDP : 'Failed' B 'to' B ('apply' B 'socket' B 'option' | 'bind') B 'for' B 'UDP' B 'upstream' ;

// HttpConnPool::Callbacks::onFailure of the TCP proxy
TUNNEL : 'tunnel' B 'response:' B? DIGIT+ ;

// Everything else: what free text consists of.
COLON_BLANK : ':' B ;
COLON : ':' ;
COMMA : ',' B? ;
STOP_BLANK : '.' B ;
CLOSE : ']' ;
PIPE : '|' ;
// No part but free text holds these: they are what stands around a reason in JSON or in details.
BREAK : [{}"] ;
BLANK : B ;
// Three dots at most, or a long run of them is looked through again and again.
WORD : ('.'? '.'? '.'? ~[ \t\r\n_|:,.()[\]{}"])+ ;
MARK : . ;

// Blanks and underscores are the same here.
fragment B : [ \t\r\n_]+ ;
fragment JOINED : '.' B ;
fragment DIGIT : [0-9] ;
fragment HEX : [0-9A-Fa-f] ;
fragment HEX6 : HEX HEX HEX HEX HEX HEX+ ;
fragment QUIC_NAME_ : 'QUIC' ('_' [A-Z0-9]+)+ ;
