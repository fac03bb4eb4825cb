package dev.whyvoy.bench.mutate;

import java.io.IOException;
import java.util.Locale;

/** A target that is being tried, and what came of it. */
final class Trial {
  /** What an input may take, in ns. */
  private static final long MOST = 1_000_000_000L;

  private final String name;
  private final Target target;
  private final Mutator mutator;
  private final Findings findings;
  private final Watch watch;
  private long inputs;
  private long nanos;

  Trial(String name, Target target, Mutator mutator, Findings findings, Watch watch) {
    this.name = name;
    this.target = target;
    this.mutator = mutator;
    this.findings = findings;
    this.watch = watch;
  }

  long inputs() {
    return inputs;
  }

  boolean foundAny() {
    return findings.any();
  }

  /**
   * Tries inputs for a while.
   *
   * @param turn how long, in ns of the processor's time
   * @param end when it is over in any case, by {@link System#nanoTime}
   */
  void run(long turn, long end) throws IOException {
    long start = watch.spent();
    long now = System.nanoTime();
    int since = 0;
    while (now < end && (since++ % 16 != 0 || watch.spent() - start < turn)) {
      byte[] input = mutator.next();
      watch.on(input);
      attempt(input);
      long then = System.nanoTime();
      if (then - now > MOST) {
        again(input);
      }
      now = then;
      inputs++;
    }
    nanos += watch.spent() - start;
  }

  @SuppressWarnings("IllegalCatch")
  private void attempt(byte[] input) throws IOException {
    try {
      // A target that changes its input would hide what it was given.
      target.run(input.clone());
    } catch (Throwable problem) {
      findings.thrown(input, problem);
    }
  }

  /**
   * What took long may have waited for a processor, or for code to be compiled: measured anew, by
   * the processor's time, and once more.
   */
  private void again(byte[] input) throws IOException {
    long least = Long.MAX_VALUE;
    for (int i = 0; i < 2; i++) {
      long before = watch.spent();
      attempt(input);
      least = Math.min(least, watch.spent() - before);
    }
    if (least > MOST) {
      findings.slow(input, least / 1_000_000);
    }
  }

  @Override
  public String toString() {
    double seconds = nanos / 1e9;
    return String.format(
        Locale.ROOT,
        "%s: %,d inputs, %.0f s of processor time, %,.0f a second; %s",
        name,
        inputs,
        seconds,
        seconds == 0 ? 0 : inputs / seconds,
        findings);
  }
}
