package dev.whyvoy.core.incident;

import dev.whyvoy.core.diagnose.Finding;
import dev.whyvoy.core.fact.Facts;
import dev.whyvoy.core.knowledge.Diagnosis;
import dev.whyvoy.core.record.Field;
import dev.whyvoy.core.record.LineReader;
import dev.whyvoy.core.summary.Group;
import dev.whyvoy.core.summary.Tally;
import dev.whyvoy.core.summary.Trail;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * All failures with one diagnosis and status at one cluster.
 *
 * @param cluster empty if none was chosen; of several the first
 * @param clusters one, or several while atoms are looked at together
 * @param largest its most frequent message
 * @param first time of the earliest record in ms since 1970; {@link Long#MAX_VALUE} if none has one
 * @param last time of the latest; {@link Long#MIN_VALUE} if none has one
 * @param counts start of each step in ms to its records
 * @param width of a step in ms
 */
record Atom(
    Diagnosis diagnosis,
    String cluster,
    Set<String> clusters,
    String status,
    Diagnosed largest,
    long count,
    long first,
    long last,
    SortedMap<Long, Double> counts,
    long width,
    List<Sighting> sightings) {

  /** Whether there is anything to say about these groups. */
  static boolean isFor(Diagnosed group) {
    Finding finding = group.finding();
    return finding != null && finding.diagnosis() != null;
  }

  /** What groups must have in common to be one atom. */
  static String key(Diagnosed group) {
    Group g = group.group();
    return diagnosis(group).code()
        + '\n'
        + g.signature().cluster().orElse("")
        + '\n'
        + g.signature().value(Field.RESPONSE_CODE).orElse("");
  }

  private static Diagnosis diagnosis(Diagnosed group) {
    return Objects.requireNonNull(Objects.requireNonNull(group.finding()).diagnosis());
  }

  static Atom of(List<Diagnosed> groups, Witnesses witnesses, LineReader reader) {
    Diagnosed largest =
        groups.stream().max(Comparator.comparingLong(one -> one.group().count())).orElseThrow();
    long width = 1;
    List<Sighting> sightings = new ArrayList<>();
    for (Diagnosed one : groups) {
      Trail trail = one.group().trail().orElse(null);
      if (trail != null) {
        width = Math.max(width, trail.course().width());
        sightings.addAll(
            witnesses.completed(Sighting.read(trail.lines(), one.group().count(), reader)));
      }
    }
    TreeMap<Long, Double> counts = new TreeMap<>();
    for (Diagnosed one : groups) {
      Trail trail = one.group().trail().orElse(null);
      if (trail != null) {
        for (Map.Entry<Long, Long> entry : trail.course().counts().entrySet()) {
          long start = Math.floorDiv(entry.getKey(), width) * width;
          counts.merge(start, (double) entry.getValue(), Double::sum);
        }
      }
    }
    return new Atom(
        diagnosis(largest),
        largest.group().signature().cluster().orElse(""),
        Set.of(largest.group().signature().cluster().orElse("")),
        largest.group().signature().value(Field.RESPONSE_CODE).orElse(""),
        largest,
        groups.stream().mapToLong(one -> one.group().count()).sum(),
        groups.stream()
            .mapToLong(o -> o.group().first().orElse(Long.MAX_VALUE))
            .min()
            .orElseThrow(),
        groups.stream().mapToLong(o -> o.group().last().orElse(Long.MIN_VALUE)).max().orElseThrow(),
        counts,
        width,
        sightings);
  }

  /** Several as one, with the diagnosis of the largest. */
  static Atom joined(List<Atom> atoms) {
    Atom largest = atoms.stream().max(Comparator.comparingLong(Atom::count)).orElseThrow();
    long width = atoms.stream().mapToLong(Atom::width).max().orElseThrow();
    TreeMap<Long, Double> counts = new TreeMap<>();
    List<Sighting> sightings = new ArrayList<>();
    Set<String> clusters = new HashSet<>();
    for (Atom atom : atoms) {
      atom.counts()
          .forEach((at, n) -> counts.merge(Math.floorDiv(at, width) * width, n, Double::sum));
      sightings.addAll(atom.sightings());
      clusters.add(atom.cluster());
    }
    return new Atom(
        largest.diagnosis(),
        largest.cluster(),
        clusters,
        largest.status(),
        largest.largest(),
        atoms.stream().mapToLong(Atom::count).sum(),
        atoms.stream().mapToLong(Atom::first).min().orElseThrow(),
        atoms.stream().mapToLong(Atom::last).max().orElseThrow(),
        counts,
        width,
        sightings);
  }

  /** Whether the hosts of its most frequent message allow that most of it is at one; cheap. */
  boolean mayBeAtOneHost() {
    Tally hosts = largest == null ? null : largest.group().hosts().orElse(null);
    if (hosts == null || 2 * hosts.total() < count) {
      return true;
    }
    long most = hosts.top(1).stream().mapToLong(Tally.Entry::count).sum();
    return 3 * most >= hosts.total();
  }

  Gravity gravity() {
    Facts facts = largest == null ? Facts.NONE : finding().facts();
    return Gravity.of(diagnosis, status, facts);
  }

  Finding finding() {
    return Objects.requireNonNull(largest.finding());
  }
}
