package dev.whyvoy.core.incident;

import dev.whyvoy.core.record.Field;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Everything the log shows about one incident.
 *
 * @param main the episode with the most records
 * @param failing sampled failures
 * @param during healthy records of the same clusters in the same time
 * @param always healthy records of the same clusters at any time
 * @param clusters with their failures, the most affected first
 * @param concentrations what failures have far more often than other traffic, the narrowest first
 * @param share the part of the clusters' traffic in that time that failed, from 0 to 1
 * @param load the clusters' traffic in that time as a multiple of the traffic before and after;
 *     empty if that cannot be told
 */
record Scene(
    List<Episode> episodes,
    Episode main,
    Span span,
    double records,
    List<Sighting> failing,
    List<Sighting> during,
    List<Sighting> always,
    List<Place.Part> clusters,
    List<Concentration> concentrations,
    HostsSeen hosts,
    double share,
    Optional<Double> load) {
  private static final int ENOUGH = 30;

  /** Evidence for more traffic below this may be chance. */
  private static final double TELLING = 10;

  /** A beginning this much later, in ms, is another one. */
  private static final long APART = 15_000;

  /**
   * The scene of episodes.
   *
   * @param origin where they began: what a second proxy logged of the same requests is not counted
   *     again
   */
  static Scene of(List<Episode> all, Origin origin, LogData log) {
    Episode main = origin.main();
    List<Episode> episodes = origin.episodes();
    Span span = episodes.stream().map(Episode::span).reduce(Span::and).orElseThrow();
    double records = episodes.stream().mapToDouble(Episode::records).sum();
    Map<String, Double> byCluster = byCluster(episodes);
    if (byCluster.keySet().equals(Set.of(""))) {
      // What could not be read as a request names no cluster; the proxy before it does.
      byCluster = byCluster(all);
    }
    List<Sighting> failing = new ArrayList<>();
    episodes.forEach(episode -> failing.addAll(episode.sightings()));
    Set<String> named = byCluster.keySet();
    boolean anyCluster = !(byCluster.size() == 1 && byCluster.containsKey(""));
    List<Sighting> always =
        anyCluster
            ? log.healthy().stream().filter(s -> named.contains(s.cluster())).toList()
            : log.healthy();
    List<Sighting> within = always.stream().filter(s -> holds(episodes, s)).toList();
    List<Sighting> alike = within.size() >= ENOUGH || failing.size() >= ENOUGH ? within : always;
    double healthy =
        main.steady()
            ? byCluster.keySet().stream().mapToDouble(c -> healthyAt(c, log)).sum()
            : Sighting.weight(within);
    return new Scene(
        episodes,
        main,
        span,
        records,
        failing,
        within,
        always,
        parts(byCluster),
        Concentration.of(failing, compared(episodes, alike, log)),
        HostsSeen.of(failing, within, always, log),
        records / Math.max(1, records + healthy),
        main.steady() ? Optional.empty() : load(records, within, always, episodes, log));
  }

  private static Map<String, Double> byCluster(List<Episode> episodes) {
    Map<String, Double> records = new TreeMap<>();
    episodes.forEach(e -> records.merge(e.atom().cluster(), e.records(), Double::sum));
    return records;
  }

  private static double healthyAt(String cluster, LogData log) {
    return cluster.isEmpty()
        ? Sighting.weight(log.healthy())
        : log.healthyAt().getOrDefault(cluster, 0L);
  }

  /** When next to nothing succeeds meanwhile, the traffic at other times has to do. */
  private static List<Sighting> compared(
      List<Episode> episodes, List<Sighting> alike, LogData log) {
    if (alike.size() >= ENOUGH || episodes.get(0).steady()) {
      return alike;
    }
    List<String> clusters = episodes.stream().map(e -> e.atom().cluster()).toList();
    return log.healthy().stream().filter(s -> clusters.contains(s.cluster())).toList();
  }

  private static boolean holds(List<Episode> episodes, Sighting s) {
    if (!s.hasTime()) {
      return episodes.get(0).steady();
    }
    return episodes.stream()
        .anyMatch(e -> e.spans().stream().anyMatch(span -> span.holds(s.time())));
  }

  private static List<Place.Part> parts(Map<String, Double> byCluster) {
    return byCluster.entrySet().stream()
        .filter(entry -> !entry.getKey().isEmpty())
        .map(entry -> new Place.Part(entry.getKey(), Math.round(entry.getValue())))
        .sorted(Comparator.comparingLong(Place.Part::count).reversed())
        .toList();
  }

  private static Optional<Double> load(
      double records,
      List<Sighting> within,
      List<Sighting> always,
      List<Episode> episodes,
      LogData log) {
    double time = Math.max(1, Span.covered(episodes.stream().flatMap(e -> e.spans().stream())));
    double rest = log.span().length() - time;
    double outside = Sighting.weight(always) - Sighting.weight(within);
    int outsideSightings = always.size() - within.size();
    if (outsideSightings < ENOUGH || rest < time / 4 || records < 10) {
      return Optional.empty();
    }
    double inside = records + Sighting.weight(within);
    double load = inside / time / (outside / rest);
    boolean chance =
        load > 1
            && Statistics.burst(
                    records + within.size(), records + always.size(), time / (time + rest))
                < TELLING;
    return chance ? Optional.of(1.0) : Optional.of(load);
  }

  /**
   * The scene with a beginning and an end that all its episodes together tell better than each
   * alone, or this one.
   */
  Scene refined(LogData log) {
    boolean alike = byCode().size() == 1 && episodes.stream().allMatch(e -> e.spans().size() == 1);
    if (episodes.size() < 2 || !alike || main.steady()) {
      return this;
    }
    Place place = place();
    Optional<Concentration> there =
        concentrations.stream()
            .filter(c -> c.kind() == place.kind() && c.value().equals(place.value()))
            .findFirst();
    long width = 1000;
    TreeMap<Long, Double> counts = new TreeMap<>();
    for (Sighting s : failing) {
      if (s.hasTime() && there.map(c -> c.holds(s)).orElse(true)) {
        counts.merge(Math.floorDiv(s.time(), width) * width, s.weight(), Double::sum);
      }
    }
    if (counts.isEmpty()) {
      return this;
    }
    Rhythm.Stretch best = new Rhythm(counts, width, log.exposure()).best();
    if (best.records() < 0.8 * counts.values().stream().mapToDouble(n -> n).sum()) {
      return this;
    }
    long from =
        failing.stream()
            .filter(s -> s.hasTime() && there.map(c -> c.holds(s)).orElse(true))
            .mapToLong(Sighting::time)
            .filter(best.span()::holds)
            .min()
            .orElse(span.from());
    Span better = new Span(from - span.from() > APART ? from : span.from(), span.to());
    return new Scene(
        episodes,
        main,
        better,
        records,
        failing,
        during,
        always,
        clusters,
        concentrations,
        hosts,
        share,
        load);
  }

  /** Where it happened, as narrow as the log shows. */
  Place place() {
    List<Place.Part> worst = hosts.failing().subList(0, Math.min(8, hosts.failing().size()));
    double most = concentrations.stream().mapToDouble(Concentration::evidence).max().orElse(0);
    for (Concentration one : concentrations) {
      boolean host = one.kind() == Place.Kind.HOST || one.kind() == Place.Kind.ADDRESS_BLOCK;
      if (one.evidence() >= 0.4 * most && (!host || hosts.apart())) {
        return new Place(one.kind(), one.value(), clusters, worst);
      }
    }
    if (hosts.extent().equals("some")) {
      String names = hosts.failing().size() + " of " + hosts.seen();
      return new Place(Place.Kind.HOSTS, names, clusters, worst);
    }
    if (clusters.size() == 1) {
      return new Place(Place.Kind.CLUSTER, clusters.get(0).name(), clusters, worst);
    }
    return clusters.isEmpty()
        ? new Place(Place.Kind.EVERYWHERE, "", clusters, worst)
        : new Place(Place.Kind.CLUSTERS, clusters.size() + " clusters", clusters, worst);
  }

  /** Records that a place had in that time: those that failed and those that did not. */
  double trafficAt(Place place) {
    double healthy = records / Math.max(1e-9, share) - records;
    for (Concentration one : concentrations) {
      if (one.kind() == place.kind() && one.value().equals(place.value())) {
        return records + healthy * one.trafficShare();
      }
    }
    if (place.kind() == Place.Kind.HOSTS) {
      double there =
          during.stream()
              .filter(
                  s ->
                      hosts.failing().stream()
                          .anyMatch(part -> part.name().equals(s.text(Field.UPSTREAM_HOST))))
              .mapToDouble(Sighting::weight)
              .sum();
      return records + there;
    }
    return records + healthy;
  }

  /** Failures by diagnosis code, the most frequent first. */
  Map<String, List<Episode>> byCode() {
    return byCode(episodes);
  }

  static Map<String, List<Episode>> byCode(List<Episode> episodes) {
    Map<String, List<Episode>> all = new LinkedHashMap<>();
    episodes.stream()
        .sorted(Comparator.comparingDouble(Episode::records).reversed())
        .forEach(
            e -> all.computeIfAbsent(e.atom().diagnosis().code(), key -> new ArrayList<>()).add(e));
    return all;
  }
}
