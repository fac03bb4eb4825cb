package dev.whyvoy.core.incident;

import dev.whyvoy.core.knowledge.Diagnosis;
import org.jspecify.annotations.Nullable;

/**
 * The records of an incident with one outcome.
 *
 * @param diagnosis null when nothing known fits
 * @param line the outcome in one sentence
 * @param said status and flags as logged
 */
public record OutcomeShare(@Nullable Diagnosis diagnosis, String line, String said, long count) {}
