/**
 * The one door to the ANTLR runtime, shared by the dialects. Not for callers: nothing here appears
 * in a dialect's API.
 */
@NullMarked
package dev.whyvoy.grammar.antlr;

import org.jspecify.annotations.NullMarked;
