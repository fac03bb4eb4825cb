// Response code details: a name, then nothing, a bracket or a colon. Inside a bracket only its own
// kind closes it, and only the last one does: what is inside may hold any text.
lexer grammar DetailsLexer;

// Filter::onUpstreamReset, Filter::onUpstreamAbort of the router
RESET : [Uu] 'pstream' B 'reset' B ('before' | 'after') B 'response' B 'started' ;

// StreamInfo::ResponseCodeDetails with braces: router, jwt_authn, ext_proc, transcoders, DNS, strict checks
BRACE : '{' -> mode(IN_BRACE) ;

// Filters::Common::RBAC responseDetail
SQUARE : '[' -> mode(IN_SQUARE) ;

// ConnectionManagerImpl::onEvent: downstream_local_disconnect(reason); remote reset (no error)
ROUND : '(' -> mode(IN_ROUND) ;

// Not Envoy's: people write <..> where a page ate the braces.
ANGLE : '<' -> mode(IN_ANGLE) ;

// ConnectionManagerImpl::handleCodecErrorImpl, Filter::onInitFailure of the TCP proxy, oauth2
COLON : ':' -> mode(AFTER_COLON) ;

QUOTE : ["'`] ;
GAP : [ \t\r\n]+ ;
WORD : ~[{[(<:"'` \t\r\n]+ ;

fragment B : [ \t\r\n_]+ ;

mode IN_BRACE;
CLOSE : '}' ~'}'* EOF ;
SEPARATOR : [|,] ;
WORDS : (~[|,}] | '}')  ~[|,}]* ;

mode IN_SQUARE;
CLOSE_SQUARE : ']' ~']'* EOF -> type(CLOSE) ;
// Not Envoy's: how Istio names the policies it generates.
POLICY : 'ns[' ~[\]]* ']-policy[' ~[\]]* ']-rule[' [0-9]+ ']' ;
SEPARATOR_SQUARE : [|,] -> type(SEPARATOR) ;
WORDS_SQUARE : (~[|,\]] | ']') ~[|,\]]* -> type(WORDS) ;

mode IN_ROUND;
CLOSE_ROUND : ')' ~')'* EOF -> type(CLOSE) ;
SEPARATOR_ROUND : [|,] -> type(SEPARATOR) ;
WORDS_ROUND : (~[|,)] | ')') ~[|,)]* -> type(WORDS) ;

mode IN_ANGLE;
CLOSE_ANGLE : '>' ~'>'* EOF -> type(CLOSE) ;
SEPARATOR_ANGLE : [|,] -> type(SEPARATOR) ;
WORDS_ANGLE : (~[|,>] | '>') ~[|,>]* -> type(WORDS) ;

mode AFTER_COLON;
SEPARATOR_COLON : [|,] -> type(SEPARATOR) ;
WORDS_COLON : ~[|,]+ -> type(WORDS) ;
