package dev.whyvoy.core.incident;

import dev.whyvoy.core.record.AccessRecord;
import dev.whyvoy.core.record.Field;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Failures of one atom that are more than what happens all the time.
 *
 * @param span from the first to the last
 * @param spans the bursts it came in; one if it did not
 * @param records how many
 * @param evidence that this is no chance, a natural logarithm
 * @param steady whether it goes through the whole log
 * @param sightings sampled records of the atom from that time
 */
record Episode(
    Atom atom,
    Span span,
    List<Span> spans,
    double records,
    double evidence,
    boolean steady,
    List<Sighting> sightings) {

  private static final int ENOUGH = 8;

  static Episode of(Atom atom, List<Span> spans, double records, double evidence, boolean steady) {
    Span span = spans.stream().reduce(Span::and).orElseThrow();
    List<Sighting> within =
        atom.sightings().stream()
            .filter(
                s ->
                    s.time() == AccessRecord.NO_TIME
                        || spans.stream().anyMatch(each -> each.holds(s.time())))
            .toList();
    return new Episode(atom, span, spans, records, evidence, steady, within);
  }

  /** Whether a record is one of its failures, as far as cluster, outcome and time tell. */
  boolean isLike(Sighting s) {
    String status = s.text(Field.RESPONSE_CODE);
    boolean at = !s.hasTime() || spans.stream().anyMatch(each -> each.holds(s.time()));
    return at
        && s.cluster().equals(atom.cluster())
        && status.equals(atom.status())
        && sightings.stream()
            .anyMatch(mine -> mine.text(Field.RESPONSE_FLAGS).equals(s.text(Field.RESPONSE_FLAGS)));
  }

  /** The client that has nearly all of it; empty if none has. */
  String leader() {
    return most(Dimension::client);
  }

  /** The upstream host that has nearly all of it; empty if none has. */
  String host() {
    return most(s -> s.text(Field.UPSTREAM_HOST));
  }

  /** Whether it is at several upstream hosts, none of which has most of it. */
  boolean isSpread() {
    Map<String, Integer> counts = counts(s -> s.text(Field.UPSTREAM_HOST));
    int all = counts.values().stream().mapToInt(n -> n).sum();
    return all >= ENOUGH
        && counts.size() >= 3
        && counts.values().stream().allMatch(n -> 2 * n <= all);
  }

  private Map<String, Integer> counts(Function<Sighting, String> value) {
    Map<String, Integer> counts = new HashMap<>();
    sightings.forEach(s -> counts.merge(value.apply(s), 1, Integer::sum));
    counts.remove("");
    return counts;
  }

  private String most(Function<Sighting, String> value) {
    return counts(value).entrySet().stream()
        .filter(entry -> entry.getValue() >= 3 && entry.getValue() >= 0.75 * sightings.size())
        .map(Map.Entry::getKey)
        .findFirst()
        .orElse("");
  }

  /** Average time between two of its records, in ms. */
  double gap() {
    long length = spans.stream().mapToLong(Span::length).sum();
    return length / Math.max(1, records);
  }
}
