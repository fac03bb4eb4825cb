// upstream connect error or disconnect/reset before headers. [retried and the latest ]reset reason: R
// [, transport failure reason: T]; any other body is plain text. One token decides everywhere.
parser grammar BodyParser;

options {
  tokenVocab = BodyLexer;
}

body : text part* EOF ;

part
  // Filter::onUpstreamReset of the router
  : OPENING text                        # opening
  | RETRIED text                        # retried
  // Http::Utility::resetReasonToString
  | RESET_REASON KNOWN text             # knownReset
  // words that are none of its values, up to a mark
  | RESET_REASON words? (MARK text)?    # otherReset
  | TRANSPORT transport END?            # transportReason
  ;

words : (WORD | GAP) (WORD | GAP | KNOWN)* ;

// StreamInfo::UpstreamInfo::upstreamTransportFailureReason
transport : REST* ;

text : (KNOWN | GAP | WORD | MARK)* ;
