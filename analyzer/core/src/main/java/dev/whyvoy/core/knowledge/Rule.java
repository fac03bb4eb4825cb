package dev.whyvoy.core.knowledge;

import org.jspecify.annotations.Nullable;

/**
 * When a diagnosis holds; the part of it that is looked at before it is known to be needed.
 *
 * @param code code of the diagnosis
 * @param refines code of the more general diagnosis, if any
 */
public record Rule(String code, @Nullable String refines, Condition when) {}
