/**
 * Transport failure reasons: {@code %UPSTREAM_TRANSPORT_FAILURE_REASON%}, {@code
 * %DOWNSTREAM_TRANSPORT_FAILURE_REASON%}, and the same text inside details and local replies.
 */
@NullMarked
package dev.whyvoy.grammar.transport;

import org.jspecify.annotations.NullMarked;
