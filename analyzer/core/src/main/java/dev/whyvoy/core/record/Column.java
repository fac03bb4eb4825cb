package dev.whyvoy.core.record;

import org.jspecify.annotations.Nullable;

/**
 * A column of a text format.
 *
 * @param name the command operator that fills it, as the format string writes it
 * @param field the field it fills; null if none of ours
 * @param type what its text looks like
 * @param literal the text that follows it; empty after the last column, or if the next one adjoins
 */
record Column(String name, @Nullable Field field, FieldType type, byte[] literal) {
  /** Whether the format string puts a quote right behind the column. */
  boolean quoted() {
    return literal.length > 0 && literal[0] == '"';
  }

  /** Whether the format string puts a blank right behind the column. */
  boolean blankFollows() {
    return literal.length > 0 && literal[0] == ' ';
  }
}
