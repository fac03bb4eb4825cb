package dev.whyvoy.core.knowledge;

import java.util.List;

/**
 * A function that has another one write a text: it decides that the text is written.
 *
 * @param function full C++ name
 * @param file path in Envoy's repository
 * @param at a short token sequence of the line meant inside the function; may be empty
 * @param since first release in which it does
 * @param until last release in which it does
 * @param lines line number by {@link EnvoyVersion#ordinal()}, 0 where not known; may be empty
 */
public record Caller(
    String function,
    String file,
    String at,
    EnvoyVersion since,
    EnvoyVersion until,
    List<Integer> lines) {}
