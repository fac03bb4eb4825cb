package dev.whyvoy.bench.maintain;

import java.util.ArrayList;
import java.util.List;

/**
 * The words of a piece of C++: its tokens, with text literals taken apart, so that words may be
 * cited without regard to quotes, blanks and line breaks.
 */
final class Words {
  private Words() {}

  /** Words of text as a citation writes it. */
  static List<String> of(String text) {
    List<String> words = new ArrayList<>();
    int at = 0;
    while (at < text.length()) {
      int end = endOfWord(text, at);
      String word = text.substring(at, end);
      if (!word.isBlank() && !word.equals("\"")) {
        words.add(word);
      }
      at = end;
    }
    return words;
  }

  /** Words of a token: those inside a text literal, else the token itself. */
  static List<String> of(Token token) {
    if (token.kind() != Token.Kind.STRING) {
      return List.of(token.text());
    }
    String text = token.text();
    int from = text.indexOf('"') + 1;
    int to = text.lastIndexOf('"');
    return of(text.substring(from, Math.max(from, to)).replace("\\\"", " ").replace("\\n", " "));
  }

  private static int endOfWord(String text, int at) {
    char c = text.charAt(at);
    if (Character.isJavaIdentifierStart(c)) {
      int end = at + 1;
      while (end < text.length() && Character.isJavaIdentifierPart(text.charAt(end))) {
        end++;
      }
      return end;
    }
    if (Character.isDigit(c)) {
      int end = at + 1;
      while (end < text.length()
          && (Character.isLetterOrDigit(text.charAt(end))
              || "_.'".indexOf(text.charAt(end)) >= 0)) {
        end++;
      }
      return end;
    }
    boolean pair =
        text.startsWith("::", at) || text.startsWith("->", at) || text.startsWith("<<", at);
    return at + (pair ? 2 : 1);
  }
}
