/** Lines of Envoy's own (application) log. */
@NullMarked
package dev.whyvoy.grammar.envoylog;

import org.jspecify.annotations.NullMarked;
