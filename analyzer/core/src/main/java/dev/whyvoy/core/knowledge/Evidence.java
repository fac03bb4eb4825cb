package dev.whyvoy.core.knowledge;

/**
 * What speaks for or against a cause.
 *
 * @param when the facts that make it so
 * @param because the sentence for the reader; may name facts as {@code {fact}}
 */
public record Evidence(Bearing bearing, Strength strength, Condition when, String because) {

  /** Which way evidence points. */
  public enum Bearing {
    FOR,
    AGAINST,
    RULES_OUT
  }

  /** How much evidence weighs; the heaviest first. */
  public enum Strength {
    SETTLES("settles"),
    STRONG("strong"),
    FAIR("fair"),
    SLIGHT("slight");

    private final String word;

    Strength(String word) {
      this.word = word;
    }

    /** As written in the knowledge files. */
    public String word() {
      return word;
    }
  }
}
