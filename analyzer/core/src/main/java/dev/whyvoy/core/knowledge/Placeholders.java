package dev.whyvoy.core.knowledge;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Sentences with {@code {name}} placeholders, a name being lower-case letters, digits and {@code
 * _}.
 */
public final class Placeholders {
  private Placeholders() {}

  /** The names in {@code text}, in order. */
  public static List<String> names(String text) {
    List<String> names = new ArrayList<>();
    fill(
        text,
        name -> {
          names.add(name);
          return "";
        });
    return names;
  }

  /** {@code text} with every placeholder replaced. */
  public static String fill(String text, UnaryOperator<String> value) {
    StringBuilder filled = new StringBuilder();
    int i = 0;
    while (i < text.length()) {
      int end = text.charAt(i) == '{' ? nameEnd(text, i + 1) : -1;
      if (end < 0) {
        filled.append(text.charAt(i++));
      } else {
        filled.append(value.apply(text.substring(i + 1, end)));
        i = end + 1;
      }
    }
    return filled.toString();
  }

  private static int nameEnd(String text, int from) {
    int i = from;
    while (i < text.length() && isNameChar(text.charAt(i))) {
      i++;
    }
    return i > from && i < text.length() && text.charAt(i) == '}' ? i : -1;
  }

  private static boolean isNameChar(char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_';
  }
}
