package dev.whyvoy.core.incident;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Few failures that all come before anything succeeded at their hosts, or all after everything did:
 * those of hosts that come or go, spread over a rollout.
 */
final class Turnover {
  private static final int FEWEST = 4;
  private static final int FEWEST_HOSTS = 2;

  /** The part of the failures that must be so. */
  private static final double MOST = 0.8;

  private Turnover() {}

  /**
   * The failures of an atom as one episode; empty if they are not so.
   *
   * @param needed evidence below which it may be chance, a natural logarithm
   */
  static Optional<Episode> of(Atom atom, LogData log, double needed) {
    long hosts = atom.sightings().stream().map(Sighting::host).distinct().count();
    if (atom.sightings().size() < FEWEST || hosts < FEWEST_HOSTS) {
      return Optional.empty();
    }
    Map<String, List<Long>> healthy = new HashMap<>();
    for (Sighting s : log.healthyAtCluster(atom.clusters())) {
      if (s.hasTime()) {
        healthy.computeIfAbsent(s.host(), key -> new ArrayList<>()).add(s.time());
      }
    }
    Optional<Episode> coming = episode(atom, healthy, true, needed);
    return coming.isPresent() ? coming : episode(atom, healthy, false, needed);
  }

  private static Optional<Episode> episode(
      Atom atom, Map<String, List<Long>> healthy, boolean coming, double needed) {
    Set<String> hosts = new HashSet<>();
    double evidence = 0;
    double records = 0;
    int all = 0;
    int so = 0;
    long from = Long.MAX_VALUE;
    long to = Long.MIN_VALUE;
    for (Sighting s : atom.sightings()) {
      String host = s.host();
      if (host.isEmpty() || !s.hasTime()) {
        continue;
      }
      all++;
      List<Long> succeeded = healthy.getOrDefault(host, List.of());
      boolean outside =
          succeeded.stream().allMatch(time -> coming ? time > s.time() : time < s.time());
      if (outside && !succeeded.isEmpty()) {
        // By chance it would stand anywhere among them.
        evidence += Math.log(succeeded.size() + 1.0);
        hosts.add(host);
        so++;
        records += s.weight();
        from = Math.min(from, s.time());
        to = Math.max(to, s.time());
      }
    }
    boolean telling =
        so >= FEWEST && so >= MOST * all && hosts.size() >= FEWEST_HOSTS && evidence >= needed;
    return telling
        ? Optional.of(Episode.of(atom, List.of(new Span(from, to)), records, evidence, false))
        : Optional.empty();
  }
}
