package dev.whyvoy.core.fact;

/** How far a diagnosis found through a fact is settled; the strongest first. */
public enum Settles {
  CERTAIN("certain"),
  LIKELY("likely"),
  HINT("hint"),
  /** A circumstance: neither settles a diagnosis nor weakens one. */
  CONTEXT("context");

  private final String word;

  Settles(String word) {
    this.word = word;
  }

  /** As written in the knowledge files. */
  public String word() {
    return word;
  }
}
