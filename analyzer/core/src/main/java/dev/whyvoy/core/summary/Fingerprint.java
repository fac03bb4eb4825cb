package dev.whyvoy.core.summary;

import dev.whyvoy.core.record.Bytes;

/**
 * A hash of 128 bits that stands for what was hashed. Its seed is another one in every process, so
 * no log can be written for two texts to have the same; by chance two of a million texts have it
 * once in 10^26 times.
 */
final class Fingerprint {
  private static final long SEED = Bytes.finish(System.nanoTime() ^ 0x2545F4914F6CDD1DL);
  private static final long SEED_2 = Bytes.finish(SEED + System.identityHashCode(new Object()));
  private static final long MIX = 0x9E3779B97F4A7C15L;
  private static final long MIX_2 = 0xD6E8FEB86659FD93L;

  private long a;
  private long b;

  void start(long number) {
    a = SEED;
    b = SEED_2;
    add(number);
  }

  /** Goes on with a range, and its length: {@code ab c} is not {@code a bc}. */
  void add(byte[] bytes, int from, int to) {
    add(to - from);
    int i = from;
    for (; i + 8 <= to; i += 8) {
      add(Bytes.word(bytes, i));
    }
    if (i < to) {
      add(Bytes.word(bytes, i) << 64 - 8 * (to - i));
    }
  }

  void add(long word) {
    long x = a ^ word;
    a = Math.multiplyHigh(x, MIX) ^ x * MIX;
    b = Long.rotateLeft((b ^ word) * MIX_2, 29);
  }

  /** One half; never 0. */
  long first() {
    return Bytes.finish(a) | 1;
  }

  long second() {
    return b;
  }
}
