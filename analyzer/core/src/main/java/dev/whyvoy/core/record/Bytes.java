package dev.whyvoy.core.record;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * Looking at bytes eight at a time.
 *
 * <p>Ranges are half open. Every array given here must go on for {@link #PADDING} bytes after the
 * range: whole longs are read, and what lies behind the range is ignored.
 */
public final class Bytes {
  /** Bytes an array must hold after the last one that belongs to a range. */
  public static final int PADDING = 8;

  private static final VarHandle LONG =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final long ONES = 0x0101010101010101L;
  private static final long HIGH = 0x8080808080808080L;
  private static final long MIX = 0x9E3779B97F4A7C15L;
  private static final long MIX_2 = 0xD6E8FEB86659FD93L;

  private Bytes() {}

  /** Eight times {@code b}: what {@link #find} looks for. */
  public static long pattern(int b) {
    return (b & 0xffL) * ONES;
  }

  /** The eight bytes at {@code at}, the first one lowest. */
  public static long word(byte[] bytes, int at) {
    return (long) LONG.get(bytes, at);
  }

  /** Writes eight bytes at {@code at}, the lowest first. */
  public static void setWord(byte[] bytes, int at, long word) {
    LONG.set(bytes, at, word);
  }

  /** The first place of the byte that {@code pattern} stands for, or -1. */
  public static int find(byte[] bytes, int from, int to, long pattern) {
    for (int i = from; i < to; i += 8) {
      long x = (long) LONG.get(bytes, i) ^ pattern;
      long hit = (x - ONES) & ~x & HIGH;
      if (hit != 0) {
        int at = i + first(hit);
        return at < to ? at : -1;
      }
    }
    return -1;
  }

  /**
   * The number of the lowest byte of a word whose bytes are 0 or 0x80, and not all 0. Counting bits
   * by hand, since not every compiler knows the processor's way.
   */
  static int first(long hit) {
    return (int) (((hit - 1 & ~hit & HIGH) >>> 7) * ONES >>> 56);
  }

  /** The first newline in the range, or {@code to}; for long ranges. */
  public static int newline(byte[] bytes, int from, int to) {
    final long pattern = '\n' * ONES;
    int i = from;
    for (; i + 32 <= to; i += 32) {
      long a = (long) LONG.get(bytes, i) ^ pattern;
      long b = (long) LONG.get(bytes, i + 8) ^ pattern;
      long c = (long) LONG.get(bytes, i + 16) ^ pattern;
      long d = (long) LONG.get(bytes, i + 24) ^ pattern;
      long hit = ((a - ONES) & ~a) | ((b - ONES) & ~b) | ((c - ONES) & ~c) | ((d - ONES) & ~d);
      if ((hit & HIGH) != 0) {
        break;
      }
    }
    int at = find(bytes, i, to, pattern);
    return at < 0 ? to : at;
  }

  /** The last newline in the range, or -1. */
  public static int lastNewline(byte[] bytes, int from, int to) {
    for (int i = to - 1; i >= from; i--) {
      if (bytes[i] == '\n') {
        return i;
      }
    }
    return -1;
  }

  /** How many newlines the range holds. */
  public static int countNewlines(byte[] bytes, int from, int to) {
    int lines = 0;
    for (int at = newline(bytes, from, to); at < to; at = newline(bytes, at + 1, to)) {
      lines++;
    }
    return lines;
  }

  /** Whether {@code what} stands at {@code at}, wholly before {@code to}. */
  public static boolean startsWith(byte[] bytes, int at, int to, byte[] what) {
    if (at < 0 || to - at < what.length) {
      return false;
    }
    for (int i = 0; i < what.length; i++) {
      if (bytes[at + i] != what[i]) {
        return false;
      }
    }
    return true;
  }

  /** The first place where {@code what} stands wholly within the range, or -1. */
  public static int indexOf(byte[] bytes, int from, int to, byte[] what) {
    if (what.length == 0) {
      return from;
    }
    long pattern = pattern(what[0]);
    for (int at = find(bytes, from, to, pattern); at >= 0; at = find(bytes, at + 1, to, pattern)) {
      if (startsWith(bytes, at, to, what)) {
        return at;
      }
    }
    return -1;
  }

  /** Whether two ranges of {@code length} bytes are the same. */
  public static boolean same(byte[] a, int atA, byte[] b, int atB, int length) {
    int i = 0;
    for (; i + 8 <= length; i += 8) {
      if ((long) LONG.get(a, atA + i) != (long) LONG.get(b, atB + i)) {
        return false;
      }
    }
    int rest = length - i;
    if (rest == 0) {
      return true;
    }
    long differ = (long) LONG.get(a, atA + i) ^ (long) LONG.get(b, atB + i);
    return differ << (64 - 8 * rest) == 0;
  }

  /** Goes on from {@code hash} over the range; the same bytes in the same order give the same. */
  public static long hash(long hash, byte[] bytes, int from, int to) {
    long h = hash ^ (to - from) * MIX_2;
    int i = from;
    for (; i + 8 <= to; i += 8) {
      h = mix(h ^ (long) LONG.get(bytes, i));
    }
    int rest = to - i;
    if (rest > 0) {
      h = mix(h ^ ((long) LONG.get(bytes, i) << (64 - 8 * rest)));
    }
    return h;
  }

  /** Goes on from {@code hash} over one number. */
  public static long hash(long hash, long number) {
    return mix(hash ^ number);
  }

  /** Spreads the bits of a hash, as a last step. */
  public static long finish(long hash) {
    long h = (hash ^ (hash >>> 32)) * MIX_2;
    return h ^ (h >>> 29);
  }

  private static long mix(long x) {
    long y = x * MIX;
    return y ^ y >>> 32;
  }

  /** The number written in decimal in the range, or {@code otherwise} if it is none below 10^18. */
  public static long number(byte[] bytes, int from, int to, long otherwise) {
    boolean minus = from < to && bytes[from] == '-';
    int i = minus ? from + 1 : from;
    if (i >= to || to - i > 18) {
      return otherwise;
    }
    long n = 0;
    for (; i < to; i++) {
      int digit = bytes[i] - '0';
      if (digit < 0 || digit > 9) {
        return otherwise;
      }
      n = n * 10 + digit;
    }
    return minus ? -n : n;
  }

  /** Whether it is one of 0 to 9. */
  public static boolean isDigit(byte b) {
    return b >= '0' && b <= '9';
  }

  static boolean isUpper(byte b) {
    return b >= 'A' && b <= 'Z';
  }

  /** The bytes of {@code text} as UTF-8 with {@link #PADDING} behind them. */
  public static byte[] padded(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return java.util.Arrays.copyOf(bytes, bytes.length + PADDING);
  }

  /** The characters of a text as one byte each. */
  public static byte[] latin1(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }
}
