package dev.whyvoy.core.source;

/**
 * An input that could not be read to its end.
 *
 * @param input its name
 * @param message what went wrong
 */
public record ReadProblem(String input, String message) {}
