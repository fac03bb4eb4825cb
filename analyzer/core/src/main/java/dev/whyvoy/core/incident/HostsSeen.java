package dev.whyvoy.core.incident;

import dev.whyvoy.core.record.Field;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The upstream hosts of an incident's clusters.
 *
 * @param failing hosts that failed, the most affected first
 * @param seen all hosts, failing or not
 * @param apart whether hosts that did not fail had so much traffic that this is no chance
 * @param change what the log shows about the coming and going of the failing hosts
 */
record HostsSeen(List<Place.Part> failing, int seen, boolean apart, Change change) {
  /** What happens to the hosts that fail. */
  enum Change {
    /** They were not seen before. */
    NEW,
    /** They are not seen after. */
    LEAVING,
    NONE
  }

  /** What is known about one host. */
  private static final class Host {
    private double failures;
    private int failingSightings;
    private int healthySightings;
    private long firstFailure = Long.MAX_VALUE;
    private long lastFailure = Long.MIN_VALUE;
    private long firstHealthy = Long.MAX_VALUE;
    private long lastHealthy = Long.MIN_VALUE;
  }

  /**
   * @param during healthy records of the clusters in the time of the incident
   * @param always healthy records of the clusters at any time
   */
  static HostsSeen of(
      List<Sighting> failing, List<Sighting> during, List<Sighting> always, LogData log) {
    Map<String, Host> hosts = new HashMap<>();
    for (Sighting s : failing) {
      Host host = host(s, hosts);
      if (host != null) {
        host.failures += s.weight();
        host.failingSightings++;
        if (s.hasTime()) {
          host.firstFailure = Math.min(host.firstFailure, s.time());
          host.lastFailure = Math.max(host.lastFailure, s.time());
        }
      }
    }
    for (Sighting s : always) {
      Host host = host(s, hosts);
      if (host != null && s.hasTime()) {
        host.firstHealthy = Math.min(host.firstHealthy, s.time());
        host.lastHealthy = Math.max(host.lastHealthy, s.time());
      }
    }
    for (Sighting s : during) {
      Host host = host(s, hosts);
      if (host != null) {
        host.healthySightings++;
      }
    }
    List<Place.Part> bad = new ArrayList<>();
    hosts.forEach(
        (name, host) -> {
          if (host.failures > 0) {
            bad.add(new Place.Part(name, Math.round(host.failures)));
          }
        });
    bad.sort(
        java.util.Comparator.comparingLong(Place.Part::count)
            .reversed()
            .thenComparing(Place.Part::name));
    int healthyOnBad = 0;
    int healthy = 0;
    for (Host host : hosts.values()) {
      healthy += host.healthySightings;
      healthyOnBad += host.failures > 0 ? host.healthySightings : 0;
    }
    int n = hosts.values().stream().mapToInt(host -> host.failingSightings).sum();
    boolean apart = n > 0 && Statistics.excess(n, n, healthyOnBad, healthy) >= 6;
    return new HostsSeen(bad, hosts.size(), apart, change(hosts, always.size(), log));
  }

  private static @org.jspecify.annotations.Nullable Host host(Sighting s, Map<String, Host> hosts) {
    String name = s.text(Field.UPSTREAM_HOST);
    return name.isEmpty() ? null : hosts.computeIfAbsent(name, key -> new Host());
  }

  private static Change change(Map<String, Host> hosts, int sightings, LogData log) {
    double failing = 0;
    double fresh = 0;
    double leaving = 0;
    double perHost = sightings / (double) Math.max(1, hosts.size());
    double gap = log.span().length() / Math.max(1e-9, perHost);
    for (Host host : hosts.values()) {
      if (host.failures > 0) {
        failing++;
        boolean before =
            host.firstHealthy < host.firstFailure
                || host.firstFailure - log.span().from() < 3 * gap;
        boolean after =
            host.lastHealthy > host.lastFailure || log.span().to() - host.lastFailure < 3 * gap;
        fresh += !before ? 1 : 0;
        leaving += before && !after && host.firstHealthy < host.firstFailure ? 1 : 0;
      }
    }
    if (failing < 2) {
      return Change.NONE;
    }
    return fresh >= 0.6 * failing
        ? Change.NEW
        : leaving >= 0.6 * failing ? Change.LEAVING : Change.NONE;
  }

  /** {@code one}, {@code some} or {@code all} of the hosts seen; empty if that is not known. */
  String extent() {
    if (failing.isEmpty() || seen < 2) {
      return "";
    }
    if (failing.size() == seen || !apart && failing.size() > seen / 2) {
      return "all";
    }
    return !apart ? "" : failing.size() == 1 ? "one" : "some";
  }
}
