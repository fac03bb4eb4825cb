package dev.whyvoy.core.record;

/**
 * Reads time stamps: RFC 3339 with any number of fraction digits and any zone, a blank instead of
 * {@code T}, and seconds since 1970 with or without fraction. Remembers the last minute it read.
 */
final class Timestamps {
  private static final long MINUTE = 60_000;

  /** {@code :__.___Z} and where its digits are. */
  private static final long SECONDS = 0x5a00_0000_2e00_003aL;

  private static final long SECONDS_MASK = 0xff00_0000_ff00_00ffL;
  private static final long DIGITS = 0x0030_3030_0030_3000L;
  private static final long HIGH_NIBBLES = 0x00f0_f0f0_00f0_f000L;

  /** What takes a number above 9, or above 5 for the tens of seconds, to the next nibble. */
  private static final long ABOVE_NINE = 0x0006_0606_0006_0a00L;

  /** The first sixteen bytes of the last stamp, {@code 2024-05-01T10:00}, and its time. */
  private long dayWord;

  private long minuteWord;
  private long minute = AccessRecord.NO_TIME;

  /** Milliseconds since 1970 of the stamp in the range, UTC if it names no zone; or NO_TIME. */
  long read(byte[] bytes, int from, int to) {
    if (to - from < 19) {
      return epoch(bytes, from, to);
    }
    long day = Bytes.word(bytes, from);
    long time = Bytes.word(bytes, from + 8);
    if (day != dayWord || time != minuteWord || minute == AccessRecord.NO_TIME) {
      long read = minute(bytes, from);
      if (read == AccessRecord.NO_TIME) {
        return epoch(bytes, from, to);
      }
      dayWord = day;
      minuteWord = time;
      minute = read;
    }
    long rest = to - from == 24 ? Bytes.word(bytes, from + 16) : 0;
    if ((rest & SECONDS_MASK) == SECONDS && isDigits(rest)) {
      return minute + digits(rest);
    }
    if (bytes[from + 16] != ':') {
      return AccessRecord.NO_TIME;
    }
    int seconds = two(bytes, from + 17);
    if (seconds < 0 || seconds > 60) {
      return AccessRecord.NO_TIME;
    }
    return fractionAndZone(bytes, from + 19, to, minute + seconds * 1000L);
  }

  /** Whether the five digits of {@code :05.678Z} are some, and the first is below 6. */
  private static boolean isDigits(long word) {
    long d = word ^ DIGITS;
    return ((d | d + ABOVE_NINE) & HIGH_NIBBLES) == 0;
  }

  /** Milliseconds of the digits of {@code :05.678Z}. */
  private static int digits(long word) {
    return (int) (word >>> 8 & 15) * 10_000
        + (int) (word >>> 16 & 15) * 1000
        + (int) (word >>> 32 & 15) * 100
        + (int) (word >>> 40 & 15) * 10
        + (int) (word >>> 48 & 15);
  }

  private static long fractionAndZone(byte[] bytes, int from, int to, long time) {
    int i = from;
    long at = time;
    if (i < to && (bytes[i] == '.' || bytes[i] == ',')) {
      i++;
      int unit = 100;
      for (; i < to && Bytes.isDigit(bytes[i]); i++) {
        at += (long) (bytes[i] - '0') * unit;
        unit /= 10;
      }
    }
    if (i == to || bytes[i] == 'Z' || bytes[i] == 'z') {
      return to - i <= 1 ? at : AccessRecord.NO_TIME;
    }
    if (bytes[i] == ' ') {
      i++;
    }
    if (to - i < 5 || (bytes[i] != '+' && bytes[i] != '-')) {
      return AccessRecord.NO_TIME;
    }
    int hours = two(bytes, i + 1);
    int minutes = two(bytes, bytes[i + 3] == ':' ? i + 4 : i + 3);
    if (hours < 0 || minutes < 0) {
      return AccessRecord.NO_TIME;
    }
    long offset = (hours * 60L + minutes) * MINUTE;
    return bytes[i] == '+' ? at - offset : at + offset;
  }

  private static long minute(byte[] b, int at) {
    if (b[at + 4] != '-' || b[at + 7] != '-' || b[at + 13] != ':') {
      return AccessRecord.NO_TIME;
    }
    if (b[at + 10] != 'T' && b[at + 10] != 't' && b[at + 10] != ' ') {
      return AccessRecord.NO_TIME;
    }
    int century = two(b, at);
    int year = two(b, at + 2);
    int month = two(b, at + 5);
    int day = two(b, at + 8);
    int hour = two(b, at + 11);
    int min = two(b, at + 14);
    boolean sound =
        century >= 0
            && year >= 0
            && month >= 1
            && month <= 12
            && day >= 1
            && day <= 31
            && hour >= 0
            && hour <= 24
            && min >= 0
            && min <= 59;
    if (!sound) {
      return AccessRecord.NO_TIME;
    }
    return (daysSince1970(century * 100 + year, month, day) * 1440 + hour * 60L + min) * MINUTE;
  }

  /** The civil calendar counted from 1 March, so that leap days come last. */
  private static long daysSince1970(int year, int month, int day) {
    int y = month <= 2 ? year - 1 : year;
    int era = Math.floorDiv(y, 400);
    int yearOfEra = y - era * 400;
    int dayOfYear = (153 * ((month + 9) % 12) + 2) / 5 + day - 1;
    int dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear;
    return era * 146_097L + dayOfEra - 719_468;
  }

  /** Seconds since 1970, or milli-, micro- or nanoseconds if there are too many digits for that. */
  private static long epoch(byte[] bytes, int from, int to) {
    int dot = from;
    while (dot < to && Bytes.isDigit(bytes[dot])) {
      dot++;
    }
    int digits = dot - from;
    if (digits < 9 || digits > 19) {
      return AccessRecord.NO_TIME;
    }
    if (dot < to) {
      if (bytes[dot] != '.' || digits > 12) {
        return AccessRecord.NO_TIME;
      }
      long time = Bytes.number(bytes, from, dot, 0) * 1000;
      int unit = 100;
      for (int i = dot + 1; i < to; i++) {
        if (!Bytes.isDigit(bytes[i])) {
          return AccessRecord.NO_TIME;
        }
        time += (long) (bytes[i] - '0') * unit;
        unit /= 10;
      }
      return time;
    }
    if (digits == 19) {
      return Bytes.number(bytes, from, to - 6, AccessRecord.NO_TIME);
    }
    long number = Bytes.number(bytes, from, to, AccessRecord.NO_TIME);
    if (digits <= 11) {
      return number * 1000;
    }
    if (digits <= 14) {
      return number;
    }
    return digits <= 17 ? number / 1000 : number / 1_000_000;
  }

  private static int two(byte[] bytes, int at) {
    int tens = bytes[at] - '0';
    int ones = bytes[at + 1] - '0';
    return tens < 0 || tens > 9 || ones < 0 || ones > 9 ? -1 : tens * 10 + ones;
  }
}
