// What %RESPONSE_FLAGS% and %RESPONSE_FLAGS_LONG% print: ResponseFlagUtils::toShortString and
// ResponseFlagUtils::toString (source/common/stream_info/utility.cc).
grammar Flags;

// ResponseFlagUtils::toString: the flags of a stream joined by commas, or a dash.
flags : item* EOF ;

item
  : SHORT     # shortFlag
  | LONG      # longFlag
  | OTHER     # otherFlag
  | DASH      # noFlag
  | SEPARATOR # separator
  | UNKNOWN   # unknown
  ;

// FlagStrings: UF, URX, ...
SHORT : [A-Z] [A-Z0-9]* ;

// FlagLongStrings: UpstreamConnectionFailure, ...
LONG : [A-Z]+ [a-z] [A-Za-z0-9]* ;

// CustomResponseFlag: an extension's flag may have any name.
OTHER : [A-Za-z0-9_] [A-Za-z0-9_.-]* ;

DASH : '-' ;

SEPARATOR : [,| \t\r\n"'`] ;

UNKNOWN : . ;
