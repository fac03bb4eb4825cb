package dev.whyvoy.cli;

import java.io.IOException;
import java.io.OutputStream;
import org.jspecify.annotations.Nullable;

/** Takes what workers made of numbered blocks, and writes it in the order of the numbers. */
final class InOrder {
  private final OutputStream out;
  private long next;
  private @Nullable IOException failure;

  InOrder(OutputStream out) {
    this.out = out;
  }

  /**
   * Writes the text of block {@code number}, once those before it are written.
   *
   * @return false if nothing can be written any more
   */
  synchronized boolean write(long number, byte[] text) {
    while (number != next && failure == null) {
      try {
        wait();
      } catch (InterruptedException e) {
        // The scan is being stopped: what was read is still to be written.
        continue;
      }
    }
    if (failure == null) {
      try {
        out.write(text);
      } catch (IOException e) {
        failure = e;
      }
    }
    next++;
    notifyAll();
    return failure == null;
  }

  /** Whether there was no block at all. */
  synchronized boolean isEmpty() {
    return next == 0;
  }

  /** Throws what went wrong in writing, if anything did. */
  synchronized void rethrow() throws IOException {
    if (failure != null) {
      throw failure;
    }
  }
}
