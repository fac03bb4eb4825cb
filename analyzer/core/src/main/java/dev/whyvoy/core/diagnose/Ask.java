package dev.whyvoy.core.diagnose;

import java.util.Map;

/**
 * Something that would tell the most likely causes apart.
 *
 * @param fact name of the fact to learn
 * @param question what to answer, or what to log
 * @param values value of the fact to its wording; empty when the values are open
 * @param given whether the reader has to answer; otherwise a log or a command can
 */
public record Ask(String fact, String question, Map<String, String> values, boolean given) {}
