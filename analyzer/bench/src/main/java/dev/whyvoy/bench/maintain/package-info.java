/**
 * The maintainer's tool: holds the knowledge against Envoy's source. Verifies every place that
 * messages and code paths cite, writes the index of their lines, and shows what changed between two
 * releases.
 */
@NullMarked
package dev.whyvoy.bench.maintain;

import org.jspecify.annotations.NullMarked;
