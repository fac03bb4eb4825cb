package dev.whyvoy.core.summary;

import dev.whyvoy.core.record.AccessRecord;
import java.util.List;

/**
 * Which records count.
 *
 * @param since first time that counts, in ms since 1970; {@link Long#MIN_VALUE} for no bound
 * @param until first time that no longer counts; {@link Long#MAX_VALUE} for no bound
 * @param where conditions that must all hold
 */
public record Filter(long since, long until, List<Where> where) {
  /** Every record counts. */
  public static final Filter ALL = new Filter(Long.MIN_VALUE, Long.MAX_VALUE, List.of());

  public Filter {
    where = List.copyOf(where);
  }

  /** Whether a record counts. */
  public boolean accepts(AccessRecord record, long time) {
    if (this == ALL) {
      return true;
    }
    boolean bounded = since != Long.MIN_VALUE || until != Long.MAX_VALUE;
    if (bounded && (time == AccessRecord.NO_TIME || time < since || time >= until)) {
      return false;
    }
    for (Where condition : where) {
      if (!condition.holds(record)) {
        return false;
      }
    }
    return true;
  }
}
