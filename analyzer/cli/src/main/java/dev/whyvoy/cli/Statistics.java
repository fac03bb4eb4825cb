package dev.whyvoy.cli;

import dev.whyvoy.core.summary.Accounting;
import dev.whyvoy.core.summary.Summary;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.util.Locale;

/** What {@code --stats} says on standard error: how much was read, how fast, and with what. */
final class Statistics {
  private Statistics() {}

  /** Lines of text about a scan. */
  static String of(Summary summary, long bytes, long nanos, int threads) {
    Accounting accounting = summary.accounting();
    double seconds = Math.max(1e-3, nanos / 1e9);
    long records = accounting.healthy() + accounting.failed();
    int groups = summary.groups().size();
    long collecting =
        ManagementFactory.getGarbageCollectorMXBeans().stream()
            .mapToLong(GarbageCollectorMXBean::getCollectionTime)
            .sum();
    Runtime runtime = Runtime.getRuntime();
    return String.format(
        Locale.ROOT,
        "read      %s in %.2f s (%s/s), %,d lines (%,.0f/s), %d threads%n"
            + "lines     %,d = %,d diagnosed + %,d healthy + %,d not understood + %,d filtered out"
            + " + %,d of component logs + %,d blank%n"
            + "known     %,d distinct outcomes in %,d records: %.2f %% were seen before%n"
            + "memory    %s in use of at most %s; collecting took %d ms%n",
        Progress.bytes(bytes),
        seconds,
        Progress.bytes(Math.round(bytes / seconds)),
        accounting.lines(),
        accounting.lines() / seconds,
        threads,
        accounting.lines(),
        accounting.failed(),
        accounting.healthy(),
        accounting.notUnderstood(),
        accounting.filtered(),
        accounting.application(),
        accounting.blank(),
        groups,
        records,
        records == 0 ? 0 : 100.0 * Math.max(0, records - groups) / records,
        Progress.bytes(runtime.totalMemory() - runtime.freeMemory()),
        Progress.bytes(runtime.maxMemory()),
        collecting);
  }
}
