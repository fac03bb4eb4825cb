package dev.whyvoy.bench.maintain;

/**
 * A token of C++: a name, number, literal or punctuation mark. Preprocessor conditions are tokens
 * as well, all other directives and comments are left out.
 *
 * @param line 1-based line on which it begins
 */
record Token(Kind kind, String text, int line) {
  enum Kind {
    NAME,
    NUMBER,
    STRING,
    CHARACTER,
    MARK,
    /** {@code #if}, {@code #ifdef}, {@code #ifndef}. */
    IF,
    /** {@code #else}, {@code #elif}. */
    ELSE,
    ENDIF
  }

  boolean is(String mark) {
    return kind == Kind.MARK && text.equals(mark);
  }

  boolean isName() {
    return kind == Kind.NAME;
  }

  boolean isName(String name) {
    return kind == Kind.NAME && text.equals(name);
  }
}
