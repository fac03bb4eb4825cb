package dev.whyvoy.report;

/** How easily chance alone makes two counts differ. */
final class Significance {
  private Significance() {}

  /**
   * The chance that two shares differ by so much, or more, although nothing changed: a G-test with
   * one degree of freedom.
   *
   * @param dispersion variance of counts over their mean: 1 for independent events, more when they
   *     come in bursts
   */
  static double ofShares(long before, long beforeOf, long after, long afterOf, double dispersion) {
    double share = (before + after) / Math.max(1.0, beforeOf + afterOf);
    double g =
        term(before, beforeOf * share)
            + term(beforeOf - before, beforeOf * (1 - share))
            + term(after, afterOf * share)
            + term(afterOf - after, afterOf * (1 - share));
    return chance(2 * g / dispersion);
  }

  /** The same for counts of events over spans of time. */
  static double ofRates(
      long before, double beforeSpan, long after, double afterSpan, double dispersion) {
    double rate = (before + after) / Math.max(1e-9, beforeSpan + afterSpan);
    double g = term(before, rate * beforeSpan) + term(after, rate * afterSpan);
    return chance(2 * g / dispersion);
  }

  private static double term(double observed, double expected) {
    return observed <= 0 || expected <= 0 ? 0 : observed * Math.log(observed / expected);
  }

  /** The chance of a chi-square of one degree of freedom to be as large. */
  private static double chance(double chiSquare) {
    return erfc(Math.sqrt(Math.max(0, chiSquare) / 2));
  }

  /** Complementary error function of {@code x >= 0}; the error is below 1.5e-7. */
  private static double erfc(double x) {
    double t = 1 / (1 + 0.3275911 * x);
    double sum =
        t
            * (0.254829592
                + t * (-0.284496736 + t * (1.421413741 + t * (-1.453152027 + t * 1.061405429))));
    return Math.min(1, Math.max(0, sum * Math.exp(-x * x)));
  }
}
