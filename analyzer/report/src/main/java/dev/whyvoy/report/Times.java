package dev.whyvoy.report;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.OptionalLong;

/** Points in time, always in UTC. */
final class Times {
  private static final DateTimeFormatter DATE_TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);
  private static final DateTimeFormatter DAY_TIME =
      DateTimeFormatter.ofPattern("MM-dd HH:mm", Locale.ROOT).withZone(ZoneOffset.UTC);

  private Times() {}

  /** {@code 2026-03-04T09:00:00.123Z}; empty for no time. */
  static String iso(OptionalLong millis) {
    return millis.isPresent() ? Instant.ofEpochMilli(millis.getAsLong()).toString() : "";
  }

  /** {@code 2026-03-04 09:00:00 to 09:11:58 UTC}; empty for no time. */
  static String range(OptionalLong first, OptionalLong last) {
    if (first.isEmpty() || last.isEmpty()) {
      return "";
    }
    DateTimeFormatter end = sameDay(first, last) ? TIME : DATE_TIME;
    return format(DATE_TIME, first) + " to " + format(end, last) + " UTC";
  }

  /** Within a range whose ends the reader has seen: {@code 09:04:10} or {@code 03-04 09:04}. */
  static String within(OptionalLong first, OptionalLong last, OptionalLong millis) {
    return millis.isEmpty() ? "" : format(sameDay(first, last) ? TIME : DAY_TIME, millis);
  }

  /** {@code 03-04 09:04}, or {@code 09:04:16} where seconds count. */
  static String at(long millis, boolean seconds) {
    return (seconds ? TIME : DAY_TIME).format(Instant.ofEpochMilli(millis));
  }

  private static boolean sameDay(OptionalLong a, OptionalLong b) {
    return a.isPresent() && b.isPresent() && day(a).equals(day(b));
  }

  private static LocalDate day(OptionalLong millis) {
    return LocalDate.ofInstant(Instant.ofEpochMilli(millis.orElseThrow()), ZoneOffset.UTC);
  }

  private static String format(DateTimeFormatter format, OptionalLong millis) {
    return format.format(Instant.ofEpochMilli(millis.orElseThrow()));
  }
}
