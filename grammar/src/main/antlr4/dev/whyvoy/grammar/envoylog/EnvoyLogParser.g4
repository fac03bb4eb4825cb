// Headers in any order, then a message; whether the order is one that Envoy writes is checked later.
parser grammar EnvoyLogParser;

options {
  tokenVocab = EnvoyLogLexer;
}

// spdlog's pattern formatter with DEFAULT_LOG_FORMAT or a --log-format
line : head* message EOF ;

head
  : (TIME | ISO_TIME)               # time
  | THREAD_ID                       # threadId
  | LEVEL                           # level
  | LOGGER                          # logger
  | SOURCE                          # source
  | CONNECTION                      # connection
  | STREAM                          # stream
  // Logger::Utility::serializeLogTags
  | TAGS tag* TAGS_END?             # tags
  | ISTIO                           # istio
  | AGENT                           # agent
  | GAP                             # gap
  ;

// A key and then its value.
tag : KEY | VALUE ;

message : TEXT* THREAD? ;
