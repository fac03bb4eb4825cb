/** Failures of a log grouped into incidents: where, since when, how many, and why. */
@NullMarked
package dev.whyvoy.core.incident;

import org.jspecify.annotations.NullMarked;
