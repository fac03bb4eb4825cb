// A line of Envoy's own log. The first thing that belongs to no header starts the message, and the
// message is the rest.
lexer grammar EnvoyLogLexer;

// Logger::Logger::DEFAULT_LOG_FORMAT: [%Y-%m-%d %T.%e][%t][%l][%n] [%g:%#] %v
TIME : '[' DATE [ T] CLOCK ZONE? ']' ;
THREAD_ID : '[' [0-9]+ ']' ;
LEVEL : '[' LEVEL_ ']' ;
LOGGER : '[' [a-z] [a-z0-9_]* ']' ;
SOURCE : '['? [A-Za-z0-9_./-]+ '.' ('cc' | 'h' | 'cpp' | 'rs') ':' [0-9]+ ']'? ;

// ENVOY_CONN_LOG and ENVOY_STREAM_LOG up to 1.26, and the fine-grain logger
CONNECTION : '[C' [0-9]+ ']' ;
STREAM : '[S' [0-9]+ ']' ;

// Logger::Utility::serializeLogTags, since 1.27
TAGS : '[Tags:' G? -> mode(IN_TAGS) ;

// Istio's bootstrap: %Y-%m-%dT%T.%fZ %l envoy %n %g:%# %v thread=%t, tabs or blanks between
ISO_TIME : DATE 'T' CLOCK ZONE ;
ISTIO : LEVEL_ G 'envoy' G [a-z] [a-z0-9_]* ;

// The same container's pilot-agent: time, level, perhaps a scope
AGENT : LEVEL_ ('\t' ([A-Za-z] [A-Za-z0-9_.:-]* '\t')? | ' '+) ;

GAP : G ;

TEXT : . -> mode(IN_MESSAGE) ;

fragment G : [ \t]+ ;
fragment D : [0-9] ;
fragment DATE : D D D D '-' D D '-' D D ;
fragment CLOCK : D D ':' D D ':' D D ([.,] D+)? ;
fragment ZONE : 'Z' | [+-] D D ':'? D D ;
fragment LEVEL_ : 'trace' | 'debug' | 'info' | 'warning' | 'warn' | 'error' | 'err' | 'critical' | 'off' ;

mode IN_TAGS;
KEY : '"' ~["\r\n]* '":' ;
VALUE : '"' ~["\r\n]* '"' ','? ;
TAGS_END : ']' -> mode(DEFAULT_MODE) ;
NO_TAG : . -> type(TEXT), mode(IN_MESSAGE) ;

mode IN_MESSAGE;
THREAD : G 'thread=' [0-9]+ [ \t\r\n]* EOF ;
WORD : . ~[ \t]* -> type(TEXT) ;
