/** How long whyvoy takes to start. */
@NullMarked
package dev.whyvoy.bench.start;

import org.jspecify.annotations.NullMarked;
