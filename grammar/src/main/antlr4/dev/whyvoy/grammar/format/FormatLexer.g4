// A format string of access logs, local replies and headers. SubstitutionFormatParser::parse reads a
// command with %COMMAND(SUBCOMMAND):LENGTH%, the parenthesis closing where the rest can match.
lexer grammar FormatLexer;

PERCENT : '%%' ;
OPEN : '%' [A-Z0-9_]+ -> mode(AFTER_NAME) ;
LONE : '%' ;
TEXT : ~'%'+ ;

mode AFTER_NAME;
PAREN : '(' -> mode(IN_ARGUMENT) ;
LENGTH : ':' [0-9]+ ;
END : '%' -> mode(DEFAULT_MODE) ;
BAD : . -> mode(DEFAULT_MODE) ;

// The first ')' that lets the command end here ends the argument; any other belongs to it.
mode IN_ARGUMENT;
ARGUMENT_END : ')' (':' [0-9]+)? '%' -> mode(DEFAULT_MODE) ;
QUESTION : '?' ;
COLON : ':' ;
WORDS : ~[)?:\n]+ ;
INNER : ')' ;
LINE_END : '\n' -> type(BAD), mode(DEFAULT_MODE) ;
