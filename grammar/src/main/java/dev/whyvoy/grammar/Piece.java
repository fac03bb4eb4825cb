package dev.whyvoy.grammar;

/**
 * A part of a message that has a meaning of its own.
 *
 * @param span where it stands in the text that was given to the reader
 * @param text what it says, in the spelling its owner documents; it need not equal the covered text
 */
public record Piece(Span span, String text) {}
