package dev.whyvoy.core.knowledge;

/** How bad an outcome is. */
public enum Level {
  ERROR("error"),
  WARNING("warning"),
  INFO("info");

  private final String word;

  Level(String word) {
    this.word = word;
  }

  /** As written in the knowledge files and shown to people. */
  public String word() {
    return word;
  }
}
