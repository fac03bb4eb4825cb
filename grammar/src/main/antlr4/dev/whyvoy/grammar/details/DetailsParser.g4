// What %RESPONSE_CODE_DETAILS% prints, and StreamInfo::ResponseCodeDetails holds.
parser grammar DetailsParser;

options {
  tokenVocab = DetailsLexer;
}

// StreamInfoImpl::setResponseCodeDetails, DownstreamFilterManager::sendLocalReply
details : (QUOTE | GAP)* head bracket? EOF ;

head
  // Filter::onUpstreamReset: upstream_reset_before_response_started, .._after_..
  : RESET stray         # resetHead
  // every other name; oauth2 and generic filters write sentences
  | (WORD stray)?       # nameHead
  ;

// Words after the name of a reset are not Envoy's.
stray : (GAP | WORD | QUOTE | RESET)* ;

// absl::StrCat(name, "{", reason, "|", transport_failure_reason, "}"): a comma up to 1.30
bracket : open=(BRACE | SQUARE | ROUND | ANGLE | COLON) reason (SEPARATOR argument)? CLOSE? ;

// Http::Utility::resetReasonToString; in other details a part of the argument.
reason : (WORDS | POLICY)* ;

argument : (WORDS | POLICY | SEPARATOR)* ;
