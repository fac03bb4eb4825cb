package dev.whyvoy.report;

import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * Two summaries side by side: what is new, worse, better and gone, against the traffic of each.
 *
 * @param basis what failures are compared with
 * @param total all failures together
 * @param changes of diagnoses, clusters and hosts: within a kind, what got worse first
 */
public record Comparison(Side before, Side after, Basis basis, Change total, List<Change> changes) {
  /** Compares two summaries of the same kind of log. */
  public static Comparison of(SummaryView before, SummaryView after) {
    return new Comparing(before, after).all();
  }

  /** Whether there were requests before and after. */
  boolean hasBothSides() {
    return before.requests() > 0 && after.requests() > 0;
  }

  /** The changes of one kind. */
  public List<Change> of(Kind kind) {
    return changes.stream().filter(change -> change.kind() == kind).toList();
  }

  /**
   * One of the two summaries.
   *
   * @param first time of the earliest record in ms since 1970
   * @param last time of the latest
   */
  public record Side(long requests, long failed, OptionalLong first, OptionalLong last) {}

  /** What failures are compared with. */
  public enum Basis {
    /** Requests. */
    REQUESTS,
    /** Minutes: a log has no successful request, so that traffic is not known. */
    MINUTES
  }

  /** What is compared. */
  public enum Kind {
    TOTAL,
    DIAGNOSIS,
    CLUSTER,
    HOST
  }

  /** What became of it; the worst first. */
  public enum Verdict {
    NEW("new"),
    WORSE("worse"),
    BETTER("better"),
    GONE("gone"),
    /** No change, or none that chance does not explain. */
    SAME("same");

    private final String word;

    Verdict(String word) {
      this.word = word;
    }

    public String word() {
      return word;
    }

    /** Whether it is for the worse. */
    boolean worse() {
      return this == NEW || this == WORSE;
    }
  }

  /**
   * Failures on one side.
   *
   * @param of requests, or minutes, that they were among; 0 when there was no traffic
   */
  public record Amount(long count, double of) {
    /** Failures for each request or minute; empty without traffic. */
    public OptionalDouble rate() {
      return of > 0 ? OptionalDouble.of(count / of) : OptionalDouble.empty();
    }
  }

  /**
   * One thing on both sides.
   *
   * @param name code of the diagnosis, or what was logged when nothing known fits; name of the
   *     cluster; address of the host
   * @param title slug of the diagnosis; otherwise empty
   * @param line the diagnosis in a sentence; otherwise empty
   * @param likely the likeliest cause of the diagnosis and its likelihood: of what is there after,
   *     or was before when it is gone; empty if none is likely
   * @param chance that it differs by so much although nothing changed, 0 to 1; if failures came in
   *     bursts before, with that taken into account
   */
  public record Change(
      Kind kind,
      String name,
      String title,
      String line,
      String likely,
      Amount before,
      Amount after,
      Verdict verdict,
      double chance) {
    /** How many times as high the rate became; empty if one of them is not known or 0. */
    public OptionalDouble factor() {
      double was = before.rate().orElse(0);
      double is = after.rate().orElse(0);
      return was > 0 && is > 0 ? OptionalDouble.of(is / was) : OptionalDouble.empty();
    }
  }
}
