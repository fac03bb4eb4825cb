package dev.whyvoy.bench.maintain;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What stands before a brace outside of functions: tells namespaces, classes, functions and
 * constants apart and finds their name.
 */
record Head(Kind kind, List<String> name) {
  enum Kind {
    NAMESPACE,
    CLASS,
    FUNCTION,
    CONSTANT,
    OTHER
  }

  private static final Pattern MACRO = Pattern.compile("[A-Z][A-Z0-9_]+|alignas|decltype|noexcept");
  private static final List<String> CLASS_WORDS = List.of("class", "struct", "union", "enum");

  static Head of(List<Token> all) {
    List<Token> tokens = plain(all);
    if (tokens.isEmpty()) {
      return new Head(Kind.OTHER, List.of());
    }
    int namespace = indexOfName(tokens, "namespace");
    if (namespace >= 0 && namespace <= 1) {
      return new Head(Kind.NAMESPACE, names(tokens.subList(namespace + 1, tokens.size())));
    }
    if (tokens.get(0).isName("extern") && tokens.size() == 2) {
      return new Head(Kind.NAMESPACE, List.of());
    }
    int open = parameters(tokens);
    int assigned = indexOf(tokens, "=");
    if (assigned > 0 && (open < 0 || assigned < open) && indexOfName(tokens, "operator") < 0) {
      return new Head(Kind.CONSTANT, nameBefore(tokens, assigned));
    }
    int word = indexOfClassWord(tokens);
    int colon = indexOf(tokens, ":");
    int end = colon < 0 ? tokens.size() : colon;
    if (word >= 0 && (open < 0 || open > end)) {
      return new Head(Kind.CLASS, className(tokens.subList(word + 1, end)));
    }
    if (open > 0) {
      return new Head(Kind.FUNCTION, nameBefore(tokens, open));
    }
    return tokens.get(tokens.size() - 1).isName()
        ? new Head(Kind.CONSTANT, nameBefore(tokens, tokens.size()))
        : new Head(Kind.OTHER, List.of());
  }

  /** Whether a brace after {@code all} initialises a member in a constructor's list. */
  static boolean endsInMemberList(List<Token> all) {
    int depth = 0;
    boolean colon = false;
    boolean closed = false;
    for (Token token : all) {
      if (token.is("(")) {
        depth++;
      } else if (token.is(")")) {
        depth--;
        closed = true;
      } else if (token.is(":") && depth == 0 && closed) {
        colon = true;
      }
    }
    Token last = all.get(all.size() - 1);
    boolean specifier =
        List.of("const", "override", "noexcept", "final", "try").contains(last.text());
    return colon && (last.isName() || last.is(">")) && !specifier;
  }

  /** Without template headers, template arguments and attributes. */
  private static List<Token> plain(List<Token> tokens) {
    List<Token> plain = new ArrayList<>();
    int angles = 0;
    int brackets = 0;
    for (Token token : tokens) {
      Token last = plain.isEmpty() ? null : plain.get(plain.size() - 1);
      if (angles > 0) {
        angles += token.is("<") ? 1 : token.is(">") ? -1 : 0;
      } else if (brackets > 0 || token.is("[")) {
        brackets += token.is("[") ? 1 : token.is("]") ? -1 : 0;
      } else if (token.is("<") && last != null && last.isName() && !last.isName("operator")) {
        angles = 1;
        if (last.isName("template")) {
          plain.remove(plain.size() - 1);
        }
      } else {
        plain.add(token);
      }
    }
    return plain;
  }

  /** Position of the parenthesis that opens a function's parameters, -1 if there is none. */
  private static int parameters(List<Token> tokens) {
    int open = indexOf(tokens, "(");
    if (open > 0 && tokens.get(open - 1).isName("operator")) {
      open = next(tokens, "(", open + 2);
    }
    while (open > 0 && MACRO.matcher(tokens.get(open - 1).text()).matches()) {
      int following = next(tokens, "(", close(tokens, open) + 1);
      if (following < 0) {
        break;
      }
      open = following;
    }
    return open;
  }

  private static int close(List<Token> tokens, int open) {
    int depth = 0;
    for (int i = open; i < tokens.size(); i++) {
      depth += tokens.get(i).is("(") ? 1 : tokens.get(i).is(")") ? -1 : 0;
      if (depth == 0) {
        return i;
      }
    }
    return tokens.size();
  }

  private static List<String> nameBefore(List<Token> tokens, int end) {
    int at = end - 1;
    List<String> name = new ArrayList<>();
    int operator = lastOperator(tokens, end);
    if (operator >= 0) {
      StringBuilder symbol = new StringBuilder();
      tokens.subList(operator, end).forEach(token -> symbol.append(token.text()));
      name.add(symbol.toString());
      at = operator - 1;
    } else if (at >= 0 && tokens.get(at).isName()) {
      boolean destructor = at > 0 && tokens.get(at - 1).is("~");
      name.add((destructor ? "~" : "") + tokens.get(at).text());
      at -= destructor ? 2 : 1;
    } else {
      return List.of();
    }
    while (at >= 1 && tokens.get(at).is("::") && tokens.get(at - 1).isName()) {
      name.add(0, tokens.get(at - 1).text());
      at -= 2;
    }
    return name;
  }

  private static int lastOperator(List<Token> tokens, int end) {
    for (int i = end - 1; i >= Math.max(0, end - 4); i--) {
      if (tokens.get(i).isName("operator")) {
        return i;
      }
    }
    return -1;
  }

  private static List<String> className(List<Token> tokens) {
    List<String> name = new ArrayList<>();
    boolean joined = false;
    for (Token token : tokens) {
      boolean kind = CLASS_WORDS.contains(token.text()) || token.isName("final");
      if (token.isName() && !kind) {
        if (!joined) {
          name.clear();
        }
        name.add(token.text());
      }
      joined = token.is("::");
    }
    return name;
  }

  private static List<String> names(List<Token> tokens) {
    return tokens.stream().filter(Token::isName).map(Token::text).toList();
  }

  private static int indexOfClassWord(List<Token> tokens) {
    for (int i = 0; i < tokens.size(); i++) {
      if (tokens.get(i).isName() && CLASS_WORDS.contains(tokens.get(i).text())) {
        return i;
      }
    }
    return -1;
  }

  private static int indexOfName(List<Token> tokens, String name) {
    for (int i = 0; i < tokens.size(); i++) {
      if (tokens.get(i).isName(name)) {
        return i;
      }
    }
    return -1;
  }

  private static int indexOf(List<Token> tokens, String mark) {
    return next(tokens, mark, 0);
  }

  private static int next(List<Token> tokens, String mark, int from) {
    for (int i = from; i < tokens.size(); i++) {
      if (tokens.get(i).is(mark)) {
        return i;
      }
    }
    return -1;
  }
}
