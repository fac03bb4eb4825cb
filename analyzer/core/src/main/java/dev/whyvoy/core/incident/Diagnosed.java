package dev.whyvoy.core.incident;

import dev.whyvoy.core.diagnose.Finding;
import dev.whyvoy.core.summary.Group;
import org.jspecify.annotations.Nullable;

/**
 * A failing group with what it means.
 *
 * @param finding null when nothing known fits
 */
public record Diagnosed(Group group, @Nullable Finding finding) {}
