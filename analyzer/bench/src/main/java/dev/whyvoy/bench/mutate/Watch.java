package dev.whyvoy.bench.mutate;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Ends the run when an input does not end, and keeps that input. Goes by the time of the processor:
 * the machine may have better things to do.
 */
final class Watch extends Thread {
  private static final long MOST_NANOS = 60_000_000_000L;

  private final Path folder;
  private final Thread worker;
  private volatile byte @Nullable [] input;

  /** A watch over the thread that makes it. */
  Watch(Path folder) {
    super("watch");
    this.folder = folder;
    this.worker = Thread.currentThread();
    setDaemon(true);
  }

  /** What is being tried from now on. */
  void on(byte[] next) {
    input = next;
  }

  /** Time that the processor has spent on the worker, in ns. */
  long spent() {
    return ManagementFactory.getThreadMXBean().getThreadCpuTime(worker.getId());
  }

  @Override
  public void run() {
    byte[] last = null;
    long since = 0;
    try {
      while (true) {
        TimeUnit.SECONDS.sleep(2);
        byte[] now = input;
        if (now != last) {
          last = now;
          since = spent();
        } else if (now != null && spent() - since > MOST_NANOS) {
          end(now);
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (IOException e) {
      System.err.println(e);
      Runtime.getRuntime().halt(1);
    }
  }

  private void end(byte[] hanging) throws IOException {
    Files.createDirectories(folder);
    Files.write(folder.resolve("hang"), hanging);
    System.out.println("an input does not end; see " + folder.resolve("hang"));
    for (StackTraceElement frame : worker.getStackTrace()) {
      System.err.println("  at " + frame);
    }
    Runtime.getRuntime().halt(1);
  }
}
