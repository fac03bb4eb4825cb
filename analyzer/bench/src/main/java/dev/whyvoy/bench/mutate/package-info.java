/**
 * Feeds the targets of hostile input with changed samples, as many as the machine can: blind, where
 * Jazzer is guided by what it reaches, but a hundred times as fast.
 */
@NullMarked
package dev.whyvoy.bench.mutate;

import org.jspecify.annotations.NullMarked;
