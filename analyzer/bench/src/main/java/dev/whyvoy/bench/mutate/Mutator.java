package dev.whyvoy.bench.mutate;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Makes inputs out of samples: cut, changed, doubled and joined. The same seed, the same inputs.
 */
final class Mutator {
  private final SplittableRandom random;
  private final List<byte[]> samples;
  private final List<byte[]> words;
  private final int longest;

  /**
   * A mutator.
   *
   * @param samples what inputs are made of, at least one
   * @param words what is put into them, at least one
   * @param longest input in bytes
   */
  Mutator(long seed, List<byte[]> samples, List<byte[]> words, int longest) {
    this.random = new SplittableRandom(seed);
    this.samples = samples;
    this.words = words;
    this.longest = longest;
  }

  /** The next input. */
  byte[] next() {
    byte[] input = sample();
    if (input.length > longest) {
      int from = random.nextInt(input.length - longest + 1);
      input = Arrays.copyOfRange(input, from, from + longest);
    }
    int changes = 1 + Integer.numberOfTrailingZeros(random.nextInt() | 1 << 4);
    for (int i = 0; i < changes; i++) {
      input = changed(input);
    }
    return input.length <= longest ? input : Arrays.copyOf(input, longest);
  }

  private byte[] sample() {
    return samples.get(random.nextInt(samples.size())).clone();
  }

  private byte[] changed(byte[] b) {
    int at = random.nextInt(b.length + 1);
    int more = Math.min(b.length - at, 1 + random.nextInt(random.nextInt(4) == 0 ? 64 : 4));
    switch (random.nextInt(13)) {
      case 0:
        return Arrays.copyOf(b, at);
      case 1:
        return Arrays.copyOfRange(b, at, b.length);
      case 2:
        return replaced(b, at, at + more, Words.NONE);
      case 3:
        return replaced(b, at, at, Arrays.copyOfRange(b, at, at + more));
      case 4:
        return replaced(b, at, at, words.get(random.nextInt(words.size())));
      case 5:
        return replaced(b, at, at + more, words.get(random.nextInt(words.size())));
      case 6:
        return replaced(b, at, at, Words.odd(random));
      case 7:
        return replaced(b, at, at, repeated(Words.odd(random)));
      case 8:
        return spliced(b, at, sample());
      case 9:
        return replaced(b, at, digitsEnd(b, at), number());
      default:
        if (at < b.length) {
          b[at] = random.nextBoolean() ? (byte) (b[at] ^ 1 << at % 8) : (byte) random.nextInt();
        }
        return b;
    }
  }

  /** A piece again and again, now and then very often. */
  private byte[] repeated(byte[] piece) {
    int times = 2 + random.nextInt(random.nextInt(16) == 0 ? 200 : 6);
    byte[] all = new byte[piece.length * times];
    for (int i = 0; i < all.length; i++) {
      all[i] = piece[i % piece.length];
    }
    return all;
  }

  /** What is before {@code at}, and the end of another sample. */
  private byte[] spliced(byte[] b, int at, byte[] other) {
    return replaced(b, at, b.length, Arrays.copyOfRange(other, cut(other), other.length));
  }

  private int cut(byte[] b) {
    return random.nextInt(b.length + 1);
  }

  private static int digitsEnd(byte[] b, int at) {
    int end = at;
    while (end < b.length && b[end] >= '0' && b[end] <= '9') {
      end++;
    }
    return end;
  }

  /** Numbers at which counting goes wrong, and any. */
  private byte[] number() {
    long number =
        switch (random.nextInt(4)) {
          case 0 -> random.nextLong(1000);
          case 1 -> (1L << random.nextInt(64)) - random.nextInt(2);
          case 2 -> random.nextLong();
          default -> -random.nextLong(100);
        };
    return Long.toString(number).getBytes(StandardCharsets.US_ASCII);
  }

  private static byte[] replaced(byte[] b, int from, int to, byte[] piece) {
    byte[] all = new byte[b.length - (to - from) + piece.length];
    System.arraycopy(b, 0, all, 0, from);
    System.arraycopy(piece, 0, all, from, piece.length);
    System.arraycopy(b, to, all, from + piece.length, b.length - to);
    return all;
  }
}
