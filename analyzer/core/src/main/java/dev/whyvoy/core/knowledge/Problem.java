package dev.whyvoy.core.knowledge;

/**
 * Something wrong in a knowledge file.
 *
 * @param file path below the knowledge's root
 * @param line 1-based
 * @param wrong what is wrong
 * @param allowed what would be right; may be empty
 */
public record Problem(String file, int line, String wrong, String allowed) {
  @Override
  public String toString() {
    return file + ":" + line + ": " + wrong + (allowed.isEmpty() ? "" : "; " + allowed);
  }
}
