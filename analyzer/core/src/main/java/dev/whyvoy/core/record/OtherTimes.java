package dev.whyvoy.core.record;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Time stamps as users' own formats write them. Slow; for what {@link Timestamps} does not know.
 */
final class OtherTimes {
  private static final int LONGEST = 48;
  private static final List<DateTimeFormatter> FORMS =
      Stream.of(
              "dd/MMM/yyyy:HH:mm:ss[.SSS][ xx]",
              "dd/MMM/yyyy HH:mm:ss[.SSS][ xx]",
              "yyyy/MM/dd['T'][' ']HH:mm:ss[.SSS][ ][xx][XXX]",
              "EEE, dd MMM yyyy HH:mm:ss[ 'GMT'][ 'UTC'][ xx]",
              "EEE MMM d HH:mm:ss yyyy",
              "yyyy-MM-dd HH:mm:ss[.SSSSSS][.SSS] 'UTC'",
              "MMM d, yyyy @ HH:mm:ss[.SSS]",
              "yyyyMMdd['T']HHmmss[.SSS][X][xx]")
          .map(form -> DateTimeFormatter.ofPattern(form, Locale.ROOT))
          .toList();

  private OtherTimes() {}

  /** Milliseconds since 1970, UTC if no zone is named; or {@link AccessRecord#NO_TIME}. */
  static long read(byte[] bytes, int from, int to) {
    if (to - from > LONGEST || to - from < 14) {
      return AccessRecord.NO_TIME;
    }
    String text = new String(bytes, from, to - from, StandardCharsets.ISO_8859_1);
    for (DateTimeFormatter form : FORMS) {
      java.text.ParsePosition at = new java.text.ParsePosition(0);
      try {
        TemporalAccessor time = form.parse(text, at);
        boolean whole = at.getIndex() == text.length() || text.charAt(at.getIndex()) == ' ';
        if (whole) {
          return time(time);
        }
      } catch (DateTimeException e) {
        // One of the other forms may fit.
      }
    }
    return AccessRecord.NO_TIME;
  }

  private static long time(TemporalAccessor time) {
    return time.isSupported(java.time.temporal.ChronoField.OFFSET_SECONDS)
        ? OffsetDateTime.from(time).toInstant().toEpochMilli()
        : LocalDateTime.from(time).toInstant(ZoneOffset.UTC).toEpochMilli();
  }
}
