/** Made-up incidents with known truth, and how well they are found, placed, timed and named. */
@NullMarked
package dev.whyvoy.bench.incident;

import org.jspecify.annotations.NullMarked;
