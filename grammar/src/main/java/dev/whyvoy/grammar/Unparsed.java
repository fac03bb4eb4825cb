package dev.whyvoy.grammar;

/**
 * Text that belongs to a message but that the dialect's grammar does not know.
 *
 * @param span where it stands
 * @param text the text itself, unchanged
 */
public record Unparsed(Span span, String text) {}
