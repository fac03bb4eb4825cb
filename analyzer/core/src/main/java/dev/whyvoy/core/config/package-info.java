/** What a proxy's own configuration and counters say about a failure. */
@NullMarked
package dev.whyvoy.core.config;

import org.jspecify.annotations.NullMarked;
