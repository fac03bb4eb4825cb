/** From records to a summary: groups of like failures, with counts, times, places and samples. */
@NullMarked
package dev.whyvoy.core.summary;

import org.jspecify.annotations.NullMarked;
