package dev.whyvoy.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Lets the program say what it has found when it is told to end. */
final class Interruption {
  private static final int PATIENCE_SECONDS = 20;

  private final CountDownLatch finished = new CountDownLatch(1);
  private volatile Runnable stop = () -> {};
  private volatile boolean requested;

  /** From now on, SIGINT and SIGTERM wait until {@link #finished} was called. */
  void install() {
    Runtime.getRuntime().addShutdownHook(new Thread(this::end, "end"));
  }

  /** What makes the work under way come to an early end. */
  void onRequest(Runnable newStop) {
    stop = newStop;
  }

  boolean requested() {
    return requested;
  }

  /** All that can be said has been written. */
  void finished() {
    finished.countDown();
  }

  private void end() {
    requested = true;
    stop.run();
    try {
      finished.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
