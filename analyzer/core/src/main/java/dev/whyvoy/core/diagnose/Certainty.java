package dev.whyvoy.core.diagnose;

/** How sure a diagnosis is; the surest first. */
public enum Certainty {
  /** Only this outcome writes this. */
  CERTAIN("certain"),
  /** What was said fits this outcome best, but is not unique to it. */
  LIKELY("likely"),
  /** Only hints, or nothing finer could be told. */
  CANT_TELL("can't tell");

  private final String word;

  Certainty(String word) {
    this.word = word;
  }

  public String word() {
    return word;
  }
}
