/** Response flags: {@code %RESPONSE_FLAGS%} and {@code %RESPONSE_FLAGS_LONG%}. */
@NullMarked
package dev.whyvoy.grammar.flags;

import org.jspecify.annotations.NullMarked;
