package dev.whyvoy.core.incident;

import dev.whyvoy.core.record.Field;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Failures too few for their cluster to tell that are nearly all at one of many hosts. */
final class Hotspot {
  private static final int FEWEST = 5;
  private static final int FEWEST_HOSTS = 3;

  /** The part of the failures that must be there. */
  private static final double MOST = 0.6;

  private static final double NEARLY_ALL = 0.8;

  private Hotspot() {}

  /**
   * The failures of an atom as one episode; empty if they are not so.
   *
   * @param needed evidence below which it may be chance, a natural logarithm
   */
  static Optional<Episode> of(Atom atom, LogData log, double needed) {
    Map<String, double[]> hosts = new HashMap<>();
    double failing = count(atom.sightings(), hosts, 0);
    double healthy = count(log.healthyAtCluster(atom.clusters()), hosts, 1);
    Map.Entry<String, double[]> most =
        hosts.entrySet().stream()
            .max(Map.Entry.comparingByValue((a, b) -> Double.compare(a[0], b[0])))
            .orElse(null);
    if (most == null || hosts.size() < FEWEST_HOSTS) {
      return Optional.empty();
    }
    double there = most.getValue()[0];
    double evidence = Statistics.excess(there, failing, most.getValue()[1], healthy);
    if (there < FEWEST || there < MOST * failing || evidence < needed + Math.log(hosts.size())) {
      return Optional.empty();
    }
    List<Sighting> sightings =
        atom.sightings().stream()
            .filter(s -> s.text(Field.UPSTREAM_HOST).equals(most.getKey()))
            .toList();
    Span span = span(sightings, log);
    double records = Sighting.weight(sightings);
    return Optional.of(Episode.of(atom, List.of(span), records, evidence, false));
  }

  /** From the first to the last, or where nearly all are if they were not always there. */
  private static Span span(List<Sighting> sightings, LogData log) {
    TreeMap<Long, Double> counts = new TreeMap<>();
    for (Sighting s : sightings) {
      if (s.hasTime()) {
        counts.merge(Math.floorDiv(s.time(), 1000) * 1000, s.weight(), Double::sum);
      }
    }
    if (counts.isEmpty()) {
      return log.span();
    }
    Rhythm.Stretch best = new Rhythm(counts, 1000, log.exposure()).best();
    boolean nearlyAll =
        best.evidence() > 0
            && best.records() >= NEARLY_ALL * counts.values().stream().mapToDouble(n -> n).sum();
    return sightings.stream()
        .filter(s -> s.hasTime() && (!nearlyAll || best.span().holds(s.time())))
        .map(s -> new Span(s.time(), s.time()))
        .reduce(Span::and)
        .orElse(log.span());
  }

  /** Records by host, at an index; returns how many have one. */
  private static double count(List<Sighting> sightings, Map<String, double[]> hosts, int at) {
    double all = 0;
    for (Sighting s : sightings) {
      String host = s.text(Field.UPSTREAM_HOST);
      if (!host.isEmpty()) {
        hosts.computeIfAbsent(host, key -> new double[2])[at]++;
        all++;
      }
    }
    return all;
  }
}
