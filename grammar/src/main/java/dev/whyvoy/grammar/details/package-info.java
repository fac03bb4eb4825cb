/** Response code details: {@code %RESPONSE_CODE_DETAILS%}. */
@NullMarked
package dev.whyvoy.grammar.details;

import org.jspecify.annotations.NullMarked;
