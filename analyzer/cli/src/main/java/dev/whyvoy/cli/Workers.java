package dev.whyvoy.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Does the same work in several threads. */
final class Workers {
  private final List<Thread> threads = new ArrayList<>();
  private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();

  Workers(int count, Runnable work) {
    for (int i = 0; i < count; i++) {
      Thread thread = new Thread(work, "worker-" + i);
      thread.setUncaughtExceptionHandler((where, what) -> failure.compareAndSet(null, what));
      threads.add(thread);
    }
  }

  /** Wakes those that wait for input. */
  void interrupt() {
    threads.forEach(Thread::interrupt);
  }

  /**
   * Returns when all have done their work.
   *
   * @throws IllegalStateException if one of them failed
   */
  void run() {
    threads.forEach(Thread::start);
    for (Thread thread : threads) {
      try {
        thread.join();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
    Throwable failed = failure.get();
    if (failed != null) {
      throw new IllegalStateException(failed);
    }
  }
}
