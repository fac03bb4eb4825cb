/** Scores the reasoning on real incidents with known causes. */
@NullMarked
package dev.whyvoy.bench.score;

import org.jspecify.annotations.NullMarked;
