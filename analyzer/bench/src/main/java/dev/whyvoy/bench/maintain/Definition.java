package dev.whyvoy.bench.maintain;

/**
 * A function, class or constant defined in a file.
 *
 * @param name full name with namespaces and classes; anonymous namespaces and template arguments
 *     left out
 * @param line 1-based line on which its name stands
 * @param from position of its first token
 * @param to position past its last token
 */
record Definition(Kind kind, String name, int line, int from, int to) {
  enum Kind {
    FUNCTION,
    CLASS,
    CONSTANT
  }
}
