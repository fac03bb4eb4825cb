package dev.whyvoy.bench.score;

import java.io.PrintStream;
import java.util.List;

/**
 * How often the first cause is the true one, beside how likely it was said to be: the two agree
 * where likelihoods are honest.
 */
final class Reliability {
  private static final int BINS = 10;

  private Reliability() {}

  /** Prints a line for each tenth in which a first cause was named. */
  static void print(List<Result> scored, PrintStream out) {
    out.println();
    for (int bin = 0; bin < BINS; bin++) {
      int lowest = bin;
      List<Result> in = scored.stream().filter(r -> bin(r) == lowest).toList();
      if (!in.isEmpty()) {
        out.printf(
            "first cause at %3d..%3d %%       said %3.0f %%  true %3.0f %%  of %d%n",
            100 * bin / BINS,
            100 * (bin + 1) / BINS,
            100 * in.stream().mapToDouble(r -> r.answer().likelihood()).average().orElse(0),
            100 * in.stream().mapToInt(r -> r.rank() == 1 ? 1 : 0).average().orElse(0),
            in.size());
      }
    }
  }

  /** Number of the tenth, or -1 if no cause was named. */
  private static int bin(Result result) {
    return result.answer().causes().isEmpty()
        ? -1
        : Math.min(BINS - 1, (int) (BINS * result.answer().likelihood()));
  }
}
