package dev.whyvoy.bench.incident;

import java.util.SplittableRandom;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Something that goes wrong in the made-up mesh. */
abstract class Fault {
  private static final int FEWEST = 5;

  private final Truth truth;
  private long first = Long.MAX_VALUE;
  private int failures;

  Fault(Truth truth) {
    this.truth = truth;
  }

  /** How the request fails, or null if it is not concerned. */
  abstract @Nullable Outcome strike(Draw draw, SplittableRandom random);

  /** How the traffic to a service is multiplied at a time. */
  double load(Service service, long time) {
    return 1;
  }

  /** How many times as long as usual a request takes that succeeds. */
  double slowness(Draw draw) {
    return 1;
  }

  /** Changes the hosts and other parts of the mesh, in time. */
  void tick(long time) {}

  /** Adds requests beside the usual traffic that begin by this time, or soon after. */
  void more(long time, Consumer<Entry> out) {}

  /** Adds what follows from a request: the client's next attempt, another proxy's record. */
  void follow(Entry entry, Consumer<Entry> out) {}

  /** Whether a retry on another host often hides it. */
  boolean retried() {
    return false;
  }

  /**
   * How the request fails, as {@link #strike} says.
   *
   * @param hidden part of the failures that a retry hides, if retries can
   */
  final @Nullable Outcome struck(Draw draw, SplittableRandom random, double hidden) {
    Outcome outcome = strike(draw, random);
    if (outcome != null && retried() && random.nextDouble() < hidden) {
      return null;
    }
    if (outcome != null) {
      failed(draw.time());
    }
    return outcome;
  }

  /** What really happened, with the time of its first failure. */
  final Truth truth() {
    return truth.since(first);
  }

  /** Notes a failure among what {@link #more} or {@link #follow} added. */
  final void failed(long time) {
    first = Math.min(first, time);
    failures++;
  }

  /** Whether it did harm, though too little to speak of an incident. */
  final boolean leftTraces() {
    return failures > 0 && failures < FEWEST && !truth.causes().isEmpty();
  }

  /** Whether it does harm, and left enough to speak of an incident. */
  final boolean happened() {
    return failures >= FEWEST && !truth.causes().isEmpty();
  }
}
