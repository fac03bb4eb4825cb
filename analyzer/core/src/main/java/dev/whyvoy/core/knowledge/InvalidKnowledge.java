package dev.whyvoy.core.knowledge;

import java.util.List;
import java.util.stream.Collectors;

/** Knowledge files that can't be used, with everything that is wrong in them. */
public final class InvalidKnowledge extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient List<Problem> problems;

  InvalidKnowledge(List<Problem> problems) {
    super(problems.stream().map(Problem::toString).collect(Collectors.joining("\n")));
    this.problems = problems;
  }

  /** What is wrong, each with its place; at least one. */
  public List<Problem> problems() {
    return problems;
  }
}
