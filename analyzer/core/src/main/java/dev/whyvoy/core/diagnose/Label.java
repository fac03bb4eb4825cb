package dev.whyvoy.core.diagnose;

import dev.whyvoy.grammar.Span;

/**
 * What a piece of the input is, to be shown under it.
 *
 * @param span the piece, within the whole input
 */
public record Label(Span span, String text) {}
