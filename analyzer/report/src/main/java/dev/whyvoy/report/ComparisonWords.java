package dev.whyvoy.report;

import dev.whyvoy.report.Comparison.Amount;
import dev.whyvoy.report.Comparison.Basis;
import dev.whyvoy.report.Comparison.Change;
import dev.whyvoy.report.Comparison.Verdict;
import java.util.Locale;
import java.util.OptionalDouble;

/** How comparisons are put into words. */
final class ComparisonWords {
  /** Said where traffic is not known. */
  static final String BY_THE_MINUTE =
      "One side holds failures only, so they are compared by the minute, not with traffic.";

  private static final String MAY_RETURN = "it came in bursts, so it may return";

  private ComparisonWords() {}

  /** What became of all failures together, in a sentence. */
  static String total(Comparison comparison) {
    if (!comparison.hasBothSides()) {
      return "There is nothing to compare with: one side has no requests.";
    }
    Change total = comparison.total();
    return switch (total.verdict()) {
      case NEW -> "There were no failures before; now there are.";
      case WORSE -> "It got worse: failures came " + times(total) + " as often.";
      case BETTER -> "It got better: failures came " + times(total) + " as often.";
      case GONE -> "The failures are gone.";
      case SAME -> "All in all, failures are as frequent as before, as far as can be told.";
    };
  }

  /** {@code 1.2 % -> 7.9 % of requests, 6.6 times as often (12 -> 42)}. */
  static String fromTo(Change change, Basis basis) {
    String factor =
        change.factor().isPresent() && change.verdict() != Verdict.SAME
            ? ", " + times(change) + " as often"
            : "";
    String caution = caution(change);
    return rate(change.before(), basis)
        + " -> "
        + rate(change.after(), basis)
        + (basis == Basis.REQUESTS ? " of requests" : "")
        + factor
        + " ("
        + change.before().count()
        + " -> "
        + change.after().count()
        + ")"
        + (caution.isEmpty() ? "" : "; " + caution);
  }

  /** What to keep in mind about a change; may be empty. */
  static String caution(Change change) {
    return change.verdict() == Verdict.GONE && change.chance() > 0.05 ? MAY_RETURN : "";
  }

  /** {@code 7.9 %} of requests, or {@code 2.5/min}. */
  static String rate(Amount amount, Basis basis) {
    OptionalDouble rate = amount.rate();
    if (rate.isEmpty()) {
      return "no traffic";
    }
    return basis == Basis.REQUESTS
        ? percent(rate.getAsDouble())
        : String.format(Locale.ROOT, "%.1f/min", rate.getAsDouble());
  }

  static String percent(double share) {
    double percent = 100 * share;
    String format = percent > 0 && percent < 0.1 ? "%.2g %%" : "%.1f %%";
    return percent == 0 ? "0 %" : String.format(Locale.ROOT, format, percent);
  }

  /** {@code 6.6 times}, or {@code 0.3 times}. */
  static String times(Change change) {
    double factor = change.factor().orElse(1);
    String format = factor >= 9.95 ? "%.0f times" : factor >= 0.1 ? "%.1f times" : "%.1g times";
    return String.format(Locale.ROOT, format, factor);
  }

  /** How likely chance alone makes such a difference. */
  static String chance(Change change) {
    double percent = 100 * change.chance();
    return percent < 0.1 ? "<0.1 %" : String.format(Locale.ROOT, "%.1f %%", percent);
  }
}
