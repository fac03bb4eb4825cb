/** Format strings: how Envoy is told to write access logs and local replies. */
@NullMarked
package dev.whyvoy.grammar.format;

import org.jspecify.annotations.NullMarked;
