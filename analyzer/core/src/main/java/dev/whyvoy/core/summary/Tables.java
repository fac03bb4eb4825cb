package dev.whyvoy.core.summary;

import dev.whyvoy.core.record.Field;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A table for each worker, and what they have handed in. A worker hands in its table when it has
 * become large, so that what all of them hold together is bounded, however many there are.
 */
final class Tables {
  /** Groups that all tables together may hold for each MiB of the heap. */
  private static final int GROUPS_PER_MIB = 120;

  /** A table of fewer groups is not handed in before the end: it would be for nearly nothing. */
  private static final int FEW = 256;

  private final Summary samples;
  private final int workers;
  private final long most;
  private @Nullable Summary all;
  private volatile int handedIn;

  Tables(List<Field> by, int workers) {
    this(by, workers, GROUPS_PER_MIB * (Runtime.getRuntime().maxMemory() >> 20));
  }

  /**
   * @param most groups that all tables together may hold
   */
  Tables(List<Field> by, int workers, long most) {
    this.samples = new Summary(by);
    this.workers = workers;
    this.most = most;
  }

  /** An empty table for a worker. */
  Summary open() {
    return samples.sharing();
  }

  /** Whether a worker should hand in its table now. */
  boolean isLarge(Summary table) {
    return table.parts().groups().size() > Math.max(FEW, (most - handedIn) / workers);
  }

  /** Takes over a table, which is used no more. */
  synchronized void handIn(Summary table) {
    if (all == null) {
      all = table;
    } else {
      all.merge(table);
    }
    handedIn = all.parts().groups().size();
  }

  /** All that was handed in. */
  synchronized Summary all() {
    return all == null ? samples : all;
  }
}
