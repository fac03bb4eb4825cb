// Every sequence of tokens is in the language; what Envoy would refuse is an alternative of its own.
parser grammar FormatParser;

options {
  tokenVocab = FormatLexer;
}

// SubstitutionFormatParser::parse
format : element* EOF ;

element
  // PlainStringFormatter
  : TEXT                                                          # text
  | PERCENT                                                       # percent
  // commandWithArgsRegex
  | OPEN LENGTH? END                                              # command
  | OPEN PAREN argument end=(ARGUMENT_END | BAD)?                 # argumentCommand
  // "Couldn't find valid command at position N"
  | OPEN LENGTH? BAD?                                             # unfinished
  | LONE                                                          # lone
  ;

argument : (WORDS | QUESTION | COLON | INNER)* ;
