/** From a pasted text to an explanation: finding every message in it and what each says. */
@NullMarked
package dev.whyvoy.core.explain;

import org.jspecify.annotations.NullMarked;
