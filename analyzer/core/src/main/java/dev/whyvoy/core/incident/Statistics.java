package dev.whyvoy.core.incident;

/** How much a difference in counts means. */
final class Statistics {
  private Statistics() {}

  /**
   * Half the G statistic of a two-by-two table: how much likelier the counts are when the two
   * shares differ, as a natural logarithm; 0 if the first share is not the larger.
   *
   * @param k hits among the first {@code n}
   * @param k0 hits among the other {@code n0}
   */
  static double excess(double k, double n, double k0, double n0) {
    if (n <= 0 || n0 <= 0 || k * n0 <= k0 * n) {
      return 0;
    }
    double p = (k + k0) / (n + n0);
    return term(k, n * p)
        + term(n - k, n * (1 - p))
        + term(k0, n0 * p)
        + term(n0 - k0, n0 * (1 - p));
  }

  /**
   * How much likelier it is that {@code inside} of {@code all} events fall into a part of the time
   * because there are more of them there than by chance; a natural logarithm, 0 if there are not
   * more.
   *
   * @param part the part's share of all chances, from 0 to 1
   */
  static double burst(double inside, double all, double part) {
    if (part <= 0 || part >= 1 || inside <= all * part) {
      return 0;
    }
    return term(inside, all * part) + term(all - inside, all * (1 - part));
  }

  private static double term(double seen, double expected) {
    return seen <= 0 ? 0 : seen * Math.log(seen / expected);
  }

  /** Lower bound of the 95 % Wilson interval of the share {@code k} of {@code n}. */
  static double atLeast(double k, double n) {
    return n <= 0 ? 0 : wilson(k, n, -1);
  }

  /** Upper bound of the 95 % Wilson interval of the share {@code k} of {@code n}. */
  static double atMost(double k, double n) {
    return n <= 0 ? 1 : wilson(k, n, 1);
  }

  private static double wilson(double k, double n, int side) {
    double z = 1.96;
    double p = k / n;
    double middle = p + z * z / (2 * n);
    double half = z * Math.sqrt(p * (1 - p) / n + z * z / (4 * n * n));
    return Math.max(0, Math.min(1, (middle + side * half) / (1 + z * z / n)));
  }
}
