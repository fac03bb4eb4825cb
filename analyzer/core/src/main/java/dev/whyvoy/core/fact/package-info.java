/**
 * What is known about one failure: named values from a closed list, and the ones that follow from
 * others.
 */
@NullMarked
package dev.whyvoy.core.fact;

import org.jspecify.annotations.NullMarked;
