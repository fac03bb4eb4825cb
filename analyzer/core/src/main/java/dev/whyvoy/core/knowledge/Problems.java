package dev.whyvoy.core.knowledge;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Collects what is wrong, so that all of it can be said at once. */
final class Problems {
  private final List<Problem> all = new ArrayList<>();

  void add(String file, int line, String wrong, String allowed) {
    all.add(new Problem(file, line, wrong, allowed));
  }

  /** Fails if there is any problem, with all of them by file and line. */
  void failIfAny() {
    if (!all.isEmpty()) {
      all.sort(Comparator.comparing(Problem::file).thenComparingInt(Problem::line));
      throw new InvalidKnowledge(List.copyOf(all));
    }
  }
}
