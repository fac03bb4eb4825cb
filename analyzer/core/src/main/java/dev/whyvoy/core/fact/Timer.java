package dev.whyvoy.core.fact;

/**
 * A time after which something in a request's path commonly gives up.
 *
 * @param ms milliseconds, more than 0
 * @param meaning whose timers have this length, for people
 */
public record Timer(long ms, String meaning) {
  /** Whether a duration can be this timer's: it fires at its time or up to 100 ms or 3 % later. */
  public boolean fits(long durationMs) {
    return durationMs >= ms && durationMs <= ms + Math.max(100, ms * 3 / 100);
  }
}
