/** From the bytes of a line to the fields of an access record. */
@NullMarked
package dev.whyvoy.core.record;

import org.jspecify.annotations.NullMarked;
