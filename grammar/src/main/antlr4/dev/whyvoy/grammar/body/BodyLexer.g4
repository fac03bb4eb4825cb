// The body of a local reply that reports an upstream reset. Blanks may have become underscores, as in
// details that quote a body. The longest match wins.
lexer grammar BodyLexer;

// Filter::onUpstreamReset of the router
OPENING : ([Uu] 'pstream' B 'connect' B 'error' B 'or' B 'd' | [Dd]) 'isconnect' SLASH 'reset' B 'before' B 'headers' ;

// Filter::onUpstreamReset, when an earlier attempt failed too: since 1.22
RETRIED : [Rr] 'etried' B 'and' B 'the' B 'latest' ;

RESET_REASON : [Rr] 'eset' B 'reason:' B? ;

// Http::Utility::resetReasonToString
KNOWN
  : [Ll] 'ocal' B 'reset'
  | [Ll] 'ocal' B 'refused' B 'stream' B 'reset'
  | [Rr] 'emote' B 'reset' (B '(no' B 'error)')?
  | [Rr] 'emote' B 'refused' B 'stream' B 'reset'
  | [Cc] 'onnection' B ('failure' | 'timeout' | 'termination')
  | [LlRr] ('ocal' | 'emote') B 'connection' B 'failure'
  | [Oo] 'verflow'
  | [Rr] 'emote' B 'error' B 'with' B 'CONNECT' B 'request'
  | [Pp] 'rotocol' B 'error'
  | [Oo] 'verload' B 'manager' B 'reset'
  | 'HTTP/1' B 'premature' B 'upstream' B 'half' B 'close'
  ;

// Filter::onUpstreamReset: since 1.16, hidden by default from 1.39
TRANSPORT : ',' B? 'transport' B 'failure' B 'reason:' -> mode(IN_TRANSPORT) ;

GAP : [ \t_]+ ;
WORD : [A-Za-z0-9/()-]+ ;
MARK : . ;

fragment B : [ \t\r\n_]+ ;
fragment SLASH : B? '/' B? ;

mode IN_TRANSPORT;
END : [ \t\r\n"'`]+ EOF ;
REST : . ~[ \t\r\n"'`]* ;
