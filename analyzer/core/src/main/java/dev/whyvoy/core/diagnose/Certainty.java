package dev.whyvoy.core.diagnose;

/** How sure a diagnosis is; the surest first. */
public enum Certainty {
  CERTAIN("certain", "only this outcome writes this"),
  LIKELY("likely", "this fits best what was said, but is not alone in writing it"),
  CANT_TELL("can't tell", "what was said fits several outcomes; this is what they have in common");

  private final String word;
  private final String meaning;

  Certainty(String word, String meaning) {
    this.word = word;
    this.meaning = meaning;
  }

  /** As it is written in output: {@code can't tell}. */
  public String word() {
    return word;
  }

  /** The word as a clause. */
  public String meaning() {
    return meaning;
  }
}
