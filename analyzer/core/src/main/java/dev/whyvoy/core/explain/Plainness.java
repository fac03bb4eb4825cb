package dev.whyvoy.core.explain;

import dev.whyvoy.core.knowledge.Message;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Tells messages that can't be mistaken from those that are also ordinary words. */
final class Plainness {
  private static final Set<String> STATUS_PHRASES =
      Set.of(
          "ok",
          "bad request",
          "unauthorized",
          "forbidden",
          "not found",
          "method not allowed",
          "request timeout",
          "conflict",
          "length required",
          "payload too large",
          "request entity too large",
          "upgrade required",
          "too many requests",
          "request header fields too large",
          "internal server error",
          "not implemented",
          "bad gateway",
          "service unavailable",
          "gateway timeout",
          "misdirected request");

  /** Bodies that are ordinary words as well. */
  private static final Set<String> ORDINARY =
      Set.of(
          "validation failed",
          "filter error",
          "unsupported method",
          "invalid request body",
          "missing request body",
          "upstream failure",
          "not a valid json",
          "buffer limit exceeded",
          "backend request failed",
          "invalid session id",
          "limiter error",
          "no upstream host");

  private static final Pattern AFTER_STATUS =
      Pattern.compile("(?<![\\w.])[1-5][0-9]{2}[ :\"'`-]{1,3}$");

  private Plainness() {}

  /** Whether the match is the reason phrase of the status before it. */
  static boolean isReasonPhrase(Match match, String text) {
    String found = text.substring(match.from(), match.to());
    return STATUS_PHRASES.contains(found.toLowerCase(Locale.ROOT))
        && AFTER_STATUS.matcher(text.substring(Math.max(0, match.from() - 8), match.from())).find();
  }

  /** Whether the message's text alone, amid other words, shows that Envoy wrote it. */
  static boolean isTelling(Match match, String text) {
    Message message = match.message();
    String found = text.substring(match.from(), match.to());
    int literals = match.literals();
    return switch (message.dialect()) {
      case RESPONSE_CODE_DETAILS ->
          literals >= 8 && found.chars().anyMatch(c -> "_{:.".indexOf(c) >= 0)
              || literals >= 20 && found.indexOf(' ') > 0;
      case RESPONSE_BODY ->
          literals >= 12
              && found.indexOf(' ') > 0
              && !STATUS_PHRASES.contains(found.toLowerCase(Locale.ROOT))
              && !ORDINARY.contains(found.toLowerCase(Locale.ROOT));
      case RESET_REASON -> literals >= 20 || (literals >= 12 && found.indexOf('_') > 0);
      case CODEC_ERROR, CONNECTION_TERMINATION_DETAILS, LOCAL_CLOSE_REASON ->
          literals >= 12 && found.indexOf('_') > 0 || literals >= 24;
      case TRANSPORT_FAILURE_REASON, TLS_ERROR -> literals >= 10;
      case APPLICATION_LOG -> literals >= 4;
      case RESPONSE_FLAGS -> false;
    };
  }
}
