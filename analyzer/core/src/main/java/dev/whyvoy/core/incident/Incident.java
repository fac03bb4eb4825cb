package dev.whyvoy.core.incident;

import dev.whyvoy.core.diagnose.Ask;
import dev.whyvoy.core.diagnose.RankedCause;
import dev.whyvoy.core.knowledge.Level;
import java.util.List;

/**
 * Failures that belong together: one thing that went wrong, or looks like it.
 *
 * @param title in words, without codes: what failed and where
 * @param level of the worst of its outcomes
 * @param place where it happened, as narrow as the log shows it
 * @param period since when, until when
 * @param count records that show it; an estimate where {@link Place} is narrower than a cluster
 * @param traffic records at the place during the period, failed or not; an estimate, at least
 *     {@code count}
 * @param outcomes what was logged, by diagnosis, the most frequent first
 * @param shows what the log shows about it beyond the records themselves, a sentence each, the most
 *     telling first
 * @param causes what may be behind it, the most likely first
 * @param ask what would tell the causes apart, the most telling first
 * @param examples lines as they were read, the most typical first
 * @param curve its records over time
 */
public record Incident(
    String title,
    Level level,
    Place place,
    Period period,
    long count,
    long traffic,
    List<OutcomeShare> outcomes,
    List<String> shows,
    List<RankedCause> causes,
    List<Ask> ask,
    List<String> examples,
    Curve curve) {

  public Incident {
    outcomes = List.copyOf(outcomes);
    shows = List.copyOf(shows);
    causes = List.copyOf(causes);
    ask = List.copyOf(ask);
    examples = List.copyOf(examples);
  }

  /** The part of the traffic there that failed, from 0 to 1. */
  public double share() {
    return traffic == 0 ? 0 : Math.min(1, count / (double) traffic);
  }
}
