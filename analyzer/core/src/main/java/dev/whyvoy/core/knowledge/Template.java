package dev.whyvoy.core.knowledge;

import java.util.ArrayList;
import java.util.List;

/**
 * A message's template taken apart: literals and variables in turn, a literal first and last
 * (either may be empty). A variable is {@code <name>}, its name letters, digits, {@code _ - : . /
 * blank}; a {@code <} that does not begin one is literal.
 *
 * @param literals one more than there are variables
 * @param variables names, without the angle brackets
 */
public record Template(List<String> literals, List<String> variables) {
  /** Takes a template apart: {@code <name>} is a variable, all else literal. */
  public static Template parse(String text) {
    List<String> literals = new ArrayList<>();
    List<String> variables = new ArrayList<>();
    StringBuilder literal = new StringBuilder();
    int i = 0;
    while (i < text.length()) {
      int end = text.charAt(i) == '<' ? variableEnd(text, i + 1) : -1;
      if (end < 0) {
        literal.append(text.charAt(i++));
      } else {
        literals.add(literal.toString());
        literal.setLength(0);
        variables.add(text.substring(i + 1, end));
        i = end + 1;
      }
    }
    literals.add(literal.toString());
    return new Template(List.copyOf(literals), List.copyOf(variables));
  }

  /** Whether any literal is more than blanks: such a template can be searched for. */
  public boolean hasText() {
    return literals.stream().anyMatch(literal -> !literal.isBlank());
  }

  private static int variableEnd(String text, int from) {
    int i = from;
    while (i < text.length() && text.charAt(i) != '>') {
      char c = text.charAt(i);
      if (!Character.isLetterOrDigit(c) && "_-:./ ".indexOf(c) < 0) {
        return -1;
      }
      i++;
    }
    return i == from || i == text.length() ? -1 : i;
  }
}
