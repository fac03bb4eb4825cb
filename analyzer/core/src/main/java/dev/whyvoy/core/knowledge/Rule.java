package dev.whyvoy.core.knowledge;

import org.jspecify.annotations.Nullable;

/**
 * When a diagnosis holds; the part of it that is looked at before it is known to be needed.
 *
 * @param code code of the diagnosis
 * @param refines code of the more general diagnosis, if any
 * @param lastResort whether it yields to any other rule that holds
 */
public record Rule(String code, @Nullable String refines, boolean lastResort, Condition when) {}
