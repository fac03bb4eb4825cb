package dev.whyvoy.bench.maintain;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * Finds what a file defines. Braces are matched by counting; of a preprocessor condition each
 * branch is read as if it stood alone.
 */
final class Definitions {
  private enum Scope {
    NAMES,
    CODE
  }

  /** A brace that is open. */
  private record Open(
      Scope scope, List<String> name, Definition.Kind kind, int line, int from, boolean defines) {}

  private record Branch(List<Open> open, List<Token> head, int headFrom, int depth) {}

  private final List<Token> tokens;
  private final List<Definition> found = new ArrayList<>();
  private final Deque<Branch> branches = new ArrayDeque<>();
  private List<Open> open = new ArrayList<>();
  private List<Token> head = new ArrayList<>();
  private int headFrom;
  private int depth;

  private Definitions(List<Token> tokens) {
    this.tokens = tokens;
  }

  static List<Definition> of(List<Token> tokens) {
    Definitions definitions = new Definitions(tokens);
    for (int i = 0; i < tokens.size(); i++) {
      definitions.token(tokens.get(i), i);
    }
    return definitions.found;
  }

  private void token(Token token, int position) {
    switch (token.kind()) {
      case IF -> branches.push(new Branch(List.copyOf(open), List.copyOf(head), headFrom, depth));
      case ELSE -> otherBranch();
      case ENDIF -> branches.poll();
      default -> {
        if (inCode()) {
          code(token, position);
        } else {
          name(token, position);
        }
      }
    }
  }

  private void otherBranch() {
    Branch branch = branches.peek();
    if (branch != null) {
      if (branch.open().size() != open.size()) {
        open = new ArrayList<>(branch.open());
      }
      head = new ArrayList<>(branch.head());
      headFrom = branch.headFrom();
      depth = branch.depth();
    }
  }

  private boolean inCode() {
    return !open.isEmpty() && open.get(open.size() - 1).scope() == Scope.CODE;
  }

  private void code(Token token, int position) {
    if (token.is("{")) {
      open.add(new Open(Scope.CODE, List.of(), Definition.Kind.FUNCTION, 0, position, false));
    } else if (token.is("}")) {
      Open closed = close(position);
      boolean ends = closed.defines() && closed.kind() == Definition.Kind.FUNCTION;
      if (!inCode() && ends) {
        head.clear();
        depth = 0;
      }
    }
  }

  private void name(Token token, int position) {
    if (token.is("{")) {
      brace(token, position);
    } else if (token.is("}")) {
      if (!open.isEmpty()) {
        close(position);
      }
      head.clear();
      depth = 0;
    } else if (token.is(";") && depth == 0) {
      statement(position);
      head.clear();
    } else if (token.is(":") && isAccess()) {
      head.clear();
    } else {
      depth = Math.max(0, depth + (token.is("(") ? 1 : token.is(")") ? -1 : 0));
      push(token, position);
    }
  }

  private void push(Token token, int position) {
    if (head.isEmpty()) {
      headFrom = position;
    }
    head.add(token);
  }

  private boolean isAccess() {
    return head.size() == 1
        && List.of("public", "protected", "private").contains(head.get(0).text());
  }

  private void brace(Token token, int position) {
    if (depth > 0 || (!head.isEmpty() && Head.endsInMemberList(head))) {
      open.add(new Open(Scope.CODE, List.of(), Definition.Kind.CONSTANT, 0, position, false));
      push(new Token(Token.Kind.MARK, "{}", token.line()), position);
      return;
    }
    Head what = Head.of(head);
    int from = head.isEmpty() ? position : headFrom;
    int line = lineOf(what, token.line());
    boolean named = !what.name().isEmpty();
    switch (what.kind()) {
      case NAMESPACE ->
          open.add(new Open(Scope.NAMES, what.name(), Definition.Kind.CLASS, line, from, false));
      case CLASS ->
          open.add(new Open(Scope.NAMES, what.name(), Definition.Kind.CLASS, line, from, named));
      case FUNCTION ->
          open.add(new Open(Scope.CODE, what.name(), Definition.Kind.FUNCTION, line, from, named));
      case CONSTANT ->
          open.add(new Open(Scope.CODE, what.name(), Definition.Kind.CONSTANT, line, from, named));
      case OTHER ->
          open.add(new Open(Scope.CODE, List.of(), Definition.Kind.FUNCTION, line, from, true));
    }
    if (what.kind() != Head.Kind.CONSTANT) {
      head.clear();
    }
  }

  /** A constant that is set without braces. */
  private void statement(int position) {
    if (head.stream().anyMatch(token -> token.is("="))) {
      Head what = Head.of(head);
      if (what.kind() == Head.Kind.CONSTANT && !what.name().isEmpty()) {
        int line = lineOf(what, head.get(0).line());
        Definition.Kind kind = Definition.Kind.CONSTANT;
        define(new Open(Scope.CODE, what.name(), kind, line, headFrom, true), position);
      }
    }
  }

  private int lineOf(Head what, int otherwise) {
    if (what.name().isEmpty()) {
      return otherwise;
    }
    String last = what.name().get(what.name().size() - 1).replace("~", "");
    return head.stream()
        .filter(token -> token.isName(last))
        .mapToInt(Token::line)
        .reduce((first, second) -> what.kind() == Head.Kind.FUNCTION ? first : second)
        .orElse(head.isEmpty() ? otherwise : head.get(0).line());
  }

  private Open close(int position) {
    Open closed = open.remove(open.size() - 1);
    if (closed.defines() && !closed.name().isEmpty()) {
      define(closed, position);
    }
    return closed;
  }

  private void define(Open what, int position) {
    List<String> name = new ArrayList<>();
    open.stream().filter(outer -> outer.scope() == Scope.NAMES).forEach(o -> name.addAll(o.name()));
    name.addAll(what.name());
    found.add(
        new Definition(
            what.kind(), String.join("::", name), what.line(), what.from(), position + 1));
  }
}
