package dev.whyvoy.core.knowledge;

/** How often a cause is behind a diagnosis when nothing else is known. */
public enum Commonness {
  USUAL("usual"),
  COMMON("common"),
  OCCASIONAL("occasional"),
  RARE("rare");

  private final String word;

  Commonness(String word) {
    this.word = word;
  }

  /** As written in the knowledge files and shown to people. */
  public String word() {
    return word;
  }
}
