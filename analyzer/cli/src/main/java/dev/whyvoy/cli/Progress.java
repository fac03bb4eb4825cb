package dev.whyvoy.cli;

import dev.whyvoy.core.summary.LogScan;
import java.util.Locale;
import java.util.Optional;

/**
 * One line on standard error that says how far a scan is, while a terminal watches: bytes, rate and
 * the time left. Nothing on short runs, in pipes, or on terminals that cannot redraw a line.
 *
 * <p>Of progress bars that libraries have, only the words would be of use: when to show them,
 * where, and how far the scan is would be asked here all the same, and with them come terminal
 * libraries that unpack native code into a temporary folder.
 */
final class Progress implements AutoCloseable {
  private static final long FIRST_MS = 700;
  private static final long EVERY_MS = 500;
  private static final String ERASE = "\r\u001b[K";

  private final LogScan scan;
  private final Optional<Long> size;
  private final Terminal terminal;
  private final Thread thread = new Thread(this::run, "progress");
  private final long start = System.nanoTime();
  private boolean shown;
  private volatile boolean ended;

  private Progress(LogScan scan, Optional<Long> size, Terminal terminal) {
    this.scan = scan;
    this.size = size;
    this.terminal = terminal;
    thread.setDaemon(true);
  }

  /**
   * Begins to show how far {@code scan} is, if there is anyone to see it.
   *
   * @param size bytes there are to read; empty when nobody knows
   */
  static Progress of(LogScan scan, Optional<Long> size, Terminal terminal, boolean quiet) {
    Progress progress = new Progress(scan, size, terminal);
    if (terminal.errIsTerminal() && terminal.redraws() && !quiet) {
      progress.thread.start();
    } else {
      progress.ended = true;
    }
    return progress;
  }

  private void run() {
    try {
      Thread.sleep(FIRST_MS);
      while (!ended) {
        show();
        Thread.sleep(EVERY_MS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private synchronized void show() {
    if (!ended) {
      double seconds = (System.nanoTime() - start) / 1e9;
      terminal.err().print(ERASE + line(scan.bytesRead(), size, seconds));
      terminal.err().flush();
      shown = true;
    }
  }

  /** {@code 42 % 612 MB of 1.5 GB 310 MB/s 3 s left}. */
  static String line(long read, Optional<Long> size, double seconds) {
    double rate = seconds > 0 ? read / seconds : 0;
    String done = bytes(read);
    String speed = "  " + bytes(Math.round(rate)) + "/s";
    if (size.isEmpty() || size.get() <= 0 || read > size.get()) {
      return done + speed;
    }
    long left = rate > 0 ? Math.round((size.get() - read) / rate) : 0;
    String time = left >= 90 ? (left + 30) / 60 + " min left" : left + " s left";
    return 100 * read / size.get()
        + " %  "
        + done
        + " of "
        + bytes(size.get())
        + speed
        + "  "
        + time;
  }

  /** {@code 612 MB}. */
  static String bytes(long n) {
    if (n < 1000) {
      return n + " B";
    }
    double value = n;
    int unit = -1;
    while (value >= 999.5) {
      value /= 1000;
      unit++;
    }
    return String.format(Locale.ROOT, value < 9.95 ? "%.1f" : "%.0f", value)
        + " "
        + "kMGTPE".charAt(unit)
        + "B";
  }

  /** Leaves the line as it was. */
  @Override
  public synchronized void close() {
    ended = true;
    thread.interrupt();
    if (shown) {
      terminal.err().print(ERASE);
      terminal.err().flush();
    }
  }
}
