package dev.whyvoy.core.record;

import java.util.Optional;

/**
 * A format of access logs.
 *
 * @param id short name, such as {@code istio-text-1.23}; the format string itself if it was given
 * @param kind whether lines are text or JSON
 * @param product whose default it is
 * @param since first release of the product, empty if unknown
 * @param until last release of the product, empty if unknown
 * @param note what to know about it, empty if nothing
 * @param format Envoy's format string; for JSON the map of keys to commands, as JSON; empty if it
 *     is told by other means
 * @param like id of the format whose lines look the same, if there is one before it
 */
public record LogFormat(
    String id,
    Kind kind,
    String product,
    String since,
    String until,
    String note,
    String format,
    Optional<String> like) {
  /** The same, told by other means than a format string. */
  LogFormat withoutFormat() {
    return new LogFormat(id, kind, product, since, until, note, "", like);
  }

  /** A format that was given as its format string. */
  static LogFormat given(String format) {
    return new LogFormat(format, Kind.TEXT, "", "", "", "", format, Optional.empty());
  }

  /** How lines are written. */
  public enum Kind {
    TEXT,
    JSON
  }
}
