package dev.whyvoy.core.knowledge;

import java.util.List;

/**
 * When something holds: in at least one alternative, every test holds. Without alternatives it
 * always holds.
 */
public record Condition(List<AllOf> anyOf) {
  public static final Condition ALWAYS = new Condition(List.of());

  public Condition {
    anyOf = List.copyOf(anyOf);
  }

  /** One alternative. */
  public record AllOf(List<FactTest> tests) {
    public AllOf {
      tests = List.copyOf(tests);
    }
  }
}
