package dev.whyvoy.core.summary;

import dev.whyvoy.core.record.Bytes;

/**
 * A hash of 128 bits that stands for what was hashed. Its factors are others in every process, so
 * no log can be written for two texts to have the same: what a difference does to one half is known
 * beforehand only for one bit of a word, and that is another bit for the other half.
 */
final class Fingerprint {
  private static final long SEED = Bytes.finish(System.nanoTime() ^ 0x2545F4914F6CDD1DL);
  private static final long SEED_2 = Bytes.finish(SEED + System.identityHashCode(new Object()));
  private static final long FACTOR = Bytes.finish(SEED ^ 0x9E3779B97F4A7C15L) | 1;
  private static final long FACTOR_2 = Bytes.finish(SEED_2 ^ 0xD6E8FEB86659FD93L) | 1;

  private long a;
  private long b;

  void start(long number) {
    a = SEED;
    b = SEED_2;
    add(number);
  }

  /** Goes on with a range, and its length: {@code ab c} is not {@code a bc}. */
  void add(byte[] bytes, int from, int to) {
    long x = first(a, to - from);
    long y = second(b, to - from);
    int i = from;
    for (; i + 8 <= to; i += 8) {
      long word = Bytes.word(bytes, i);
      x = first(x, word);
      y = second(y, word);
    }
    if (i < to) {
      long word = Bytes.word(bytes, i) << 64 - 8 * (to - i);
      x = first(x, word);
      y = second(y, word);
    }
    a = x;
    b = y;
  }

  void add(long word) {
    a = first(a, word);
    b = second(b, word);
  }

  private static long first(long hash, long word) {
    long x = (hash ^ word) * FACTOR;
    return x ^ x >>> 32;
  }

  private static long second(long hash, long word) {
    return Long.rotateLeft(hash ^ word, 32) * FACTOR_2;
  }

  /** One half; never 0. */
  long first() {
    return Bytes.finish(a) | 1;
  }

  long second() {
    return b;
  }
}
