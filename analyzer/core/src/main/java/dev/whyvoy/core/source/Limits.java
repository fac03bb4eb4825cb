package dev.whyvoy.core.source;

/**
 * Sizes of what is in memory at once.
 *
 * @param chunk bytes read at once by one worker
 * @param line longest line in bytes; longer ones are counted and cut
 */
public record Limits(int chunk, int line) {
  public static final Limits USUAL = new Limits(1 << 20, 256 << 10);

  public Limits {
    if (chunk < 1 || line < 1) {
      throw new IllegalArgumentException("chunk and line need at least one byte");
    }
  }
}
