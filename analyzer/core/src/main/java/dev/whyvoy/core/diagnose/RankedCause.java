package dev.whyvoy.core.diagnose;

import dev.whyvoy.core.knowledge.Cause;
import java.util.List;

/**
 * A cause that may be behind a finding.
 *
 * @param likelihood more than 0, at most 1; those of one finding and of "something else" add up to
 *     1
 * @param because sentences that speak for it, the heaviest first
 * @param against sentences that speak against it, the heaviest first
 */
public record RankedCause(
    Cause cause, double likelihood, List<String> because, List<String> against) {}
