package dev.whyvoy.core.incident;

import java.util.OptionalLong;

/**
 * When an incident happened.
 *
 * @param since its first failure in ms since 1970; empty if records have no time
 * @param until its last failure
 * @param onset how it began
 * @param ongoing whether it goes on where the log ends
 */
public record Period(OptionalLong since, OptionalLong until, Onset onset, boolean ongoing) {

  /** How an incident began. */
  public enum Onset {
    /** It was there when the log began. */
    STEADY("from the beginning of the log"),
    /** All at once. */
    SUDDEN("all at once"),
    /** Little by little. */
    RAMP("little by little");

    private final String words;

    Onset(String words) {
      this.words = words;
    }

    public String words() {
      return words;
    }
  }
}
