package dev.whyvoy.bench.maintain;

import java.util.ArrayList;
import java.util.List;

/**
 * Splits C++ source into tokens. Never fails: what is not understood is a mark of one character.
 */
final class Tokenizer {
  private static final List<String> LONG_MARKS = List.of("::", "->", "<<");

  private final String text;
  private final List<Token> tokens = new ArrayList<>();
  private int at;
  private int line = 1;
  private boolean lineBegins = true;

  private Tokenizer(String text) {
    this.text = text;
  }

  static List<Token> tokens(String text) {
    Tokenizer tokenizer = new Tokenizer(text);
    tokenizer.run();
    return tokenizer.tokens;
  }

  private void run() {
    while (at < text.length()) {
      char c = text.charAt(at);
      if (c == '\n') {
        line++;
        at++;
        lineBegins = true;
      } else if (Character.isWhitespace(c)) {
        at++;
      } else if (c == '#' && lineBegins) {
        directive();
      } else if (text.startsWith("//", at)) {
        at = endOfLine(at);
      } else if (text.startsWith("/*", at)) {
        int end = text.indexOf("*/", at + 2);
        skip(end < 0 ? text.length() : end + 2);
      } else {
        lineBegins = false;
        token(c);
      }
    }
  }

  private void token(char c) {
    if (text.startsWith("R\"", at)) {
      rawString();
    } else if (c == '"' || c == '\'') {
      take(c == '"' ? Token.Kind.STRING : Token.Kind.CHARACTER, endOfLiteral(c));
    } else if (Character.isJavaIdentifierStart(c)) {
      int end = at + 1;
      while (end < text.length() && Character.isJavaIdentifierPart(text.charAt(end))) {
        end++;
      }
      take(Token.Kind.NAME, end);
    } else if (Character.isDigit(c)) {
      int end = at + 1;
      while (end < text.length() && partOfNumber(text.charAt(end))) {
        end++;
      }
      take(Token.Kind.NUMBER, end);
    } else {
      int length = LONG_MARKS.stream().anyMatch(mark -> text.startsWith(mark, at)) ? 2 : 1;
      take(Token.Kind.MARK, at + length);
    }
  }

  private static boolean partOfNumber(char c) {
    return Character.isLetterOrDigit(c) || c == '_' || c == '.' || c == '\'';
  }

  /** Past the closing quote, or the end of the line if there is none. */
  private int endOfLiteral(char quote) {
    int end = at + 1;
    while (end < text.length() && text.charAt(end) != quote) {
      if (text.charAt(end) == '\n') {
        return end;
      }
      end += text.charAt(end) == '\\' ? 2 : 1;
    }
    return Math.min(end + 1, text.length());
  }

  private void rawString() {
    int open = text.indexOf('(', at);
    String close = open < 0 ? "\"" : ")" + text.substring(at + 2, open) + "\"";
    int end = text.indexOf(close, Math.max(open, at + 2));
    take(Token.Kind.STRING, end < 0 ? text.length() : end + close.length());
  }

  private void directive() {
    int begin = at;
    int end = endOfLine(at);
    while (end < text.length() && text.charAt(end - 1) == '\\') {
      end = endOfLine(end + 1);
    }
    String word = text.substring(at + 1, end).stripLeading();
    if (word.startsWith("if")) {
      tokens.add(new Token(Token.Kind.IF, "#if", line));
    } else if (word.startsWith("el")) {
      tokens.add(new Token(Token.Kind.ELSE, "#else", line));
    } else if (word.startsWith("endif")) {
      tokens.add(new Token(Token.Kind.ENDIF, "#endif", line));
    }
    at = begin;
    skip(end);
  }

  private void take(Token.Kind kind, int end) {
    tokens.add(new Token(kind, text.substring(at, end), line));
    skip(end);
  }

  private void skip(int end) {
    for (; at < end; at++) {
      line += text.charAt(at) == '\n' ? 1 : 0;
    }
  }

  private int endOfLine(int from) {
    int end = text.indexOf('\n', from);
    return end < 0 ? text.length() : end;
  }
}
