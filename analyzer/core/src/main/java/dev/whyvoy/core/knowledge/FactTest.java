package dev.whyvoy.core.knowledge;

import java.util.List;

/** A test of one fact. The set of kinds is closed. */
public sealed interface FactTest {
  /** The name of the tested fact. */
  String fact();

  /** The fact has one of these values. */
  record AnyOf(String fact, List<String> values) implements FactTest {
    public AnyOf {
      values = List.copyOf(values);
    }
  }

  /** The fact is present and has none of these values. */
  record NoneOf(String fact, List<String> values) implements FactTest {
    public NoneOf {
      values = List.copyOf(values);
    }
  }

  /** The fact is present, or absent. */
  record Presence(String fact, boolean present) implements FactTest {}

  /** The fact is a number from {@code min} to {@code max}, both included. */
  record Range(String fact, long min, long max) implements FactTest {}

  /** The fact is a number at, or a little after, one of these (see {@code Timer#fits}). */
  record Near(String fact, List<Long> values) implements FactTest {
    public Near {
      values = List.copyOf(values);
    }
  }
}
