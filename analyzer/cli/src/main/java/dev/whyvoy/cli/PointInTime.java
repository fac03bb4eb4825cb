package dev.whyvoy.cli;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Function;

/** Reads the times people write in options. */
final class PointInTime {
  private static final List<Function<String, Instant>> FORMS =
      List.of(
          text -> OffsetDateTime.parse(text).toInstant(),
          text -> LocalDateTime.parse(text).toInstant(ZoneOffset.UTC),
          text -> LocalDate.parse(text).atStartOfDay().toInstant(ZoneOffset.UTC));

  private PointInTime() {}

  /**
   * {@code 2026-03-04}, {@code 2026-03-04T09:00}, with seconds and zone if wanted (else UTC), or
   * how long ago: {@code 90s}, {@code 30m}, {@code 2h}, {@code 1d}.
   *
   * @return ms since 1970
   * @throws UsageException if it is none of these
   */
  static long parse(String option, String text) {
    if (text.matches("[0-9]{1,6}[smhd]")) {
      return Instant.now().minus(length(text)).toEpochMilli();
    }
    String iso = text.replace(' ', 'T');
    for (Function<String, Instant> form : FORMS) {
      try {
        return form.apply(iso).toEpochMilli();
      } catch (DateTimeException e) {
        // One of the other forms may fit.
      }
    }
    throw new UsageException(
        option
            + " "
            + text
            + ": not a time; write 2026-03-04, 2026-03-04T09:00, 2026-03-04T09:00:30Z,"
            + " or how long ago: 90s, 30m, 2h, 1d");
  }

  /** A length of time as people write it: digits and one of s, m, h, d. */
  static Duration length(String text) {
    long n = Long.parseLong(text.substring(0, text.length() - 1));
    return switch (text.charAt(text.length() - 1)) {
      case 's' -> Duration.ofSeconds(n);
      case 'm' -> Duration.ofMinutes(n);
      case 'h' -> Duration.ofHours(n);
      default -> Duration.ofDays(n);
    };
  }
}
