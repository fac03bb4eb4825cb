package dev.whyvoy.core.summary;

import dev.whyvoy.core.record.AccessRecord;
import java.util.List;

/** What a summary counts as failed. */
public final class Failure {
  private Failure() {}

  /** Whether a record shows a failure. */
  public static boolean shownBy(AccessRecord record) {
    return !Signature.of(record, 0, List.of()).healthy();
  }
}
