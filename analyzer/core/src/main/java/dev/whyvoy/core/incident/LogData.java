package dev.whyvoy.core.incident;

import dev.whyvoy.core.record.LineReader;
import dev.whyvoy.core.summary.Group;
import dev.whyvoy.core.summary.Summary;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * What failures are compared with.
 *
 * @param span first and last record
 * @param exposure how traffic is spread, by the minute at best
 * @param pace the same, by the second in a short log
 * @param healthy sampled healthy records
 * @param healthyBy the same by cluster
 * @param byClient the same by the client's address
 * @param complete whether they are all there were
 * @param healthyAt healthy records of each cluster
 * @param failingAt failures of each cluster
 */
record LogData(
    Span span,
    Exposure exposure,
    Exposure pace,
    List<Sighting> healthy,
    Map<String, List<Sighting>> healthyBy,
    Supplier<Map<String, List<Sighting>>> byClient,
    boolean complete,
    Map<String, Long> healthyAt,
    Map<String, Long> failingAt,
    long requests) {

  static LogData of(Summary summary, LineReader reader) {
    Collection<Group> groups = summary.groups();
    long first = groups.stream().flatMap(g -> g.first().stream()).mapToLong(t -> t).min().orElse(0);
    long last = groups.stream().flatMap(g -> g.last().stream()).mapToLong(t -> t).max().orElse(0);
    Map<String, Long> healthyAt = new HashMap<>();
    Map<String, Long> failingAt = new HashMap<>();
    long requests = 0;
    for (Group group : groups) {
      requests += group.count();
      (group.healthy() ? healthyAt : failingAt)
          .merge(group.signature().cluster().orElse(""), group.count(), Long::sum);
    }
    long healthy = summary.accounting().healthy();
    List<String> lines = summary.healthyLines();
    List<Sighting> sample = Sighting.read(lines, healthy, reader);
    Span span = new Span(first, last);
    return new LogData(
        span,
        new Exposure(summary.traffic(), span),
        Exposure.finest(summary, span),
        sample,
        sample.stream().collect(Collectors.groupingBy(Sighting::cluster)),
        byClient(sample),
        lines.size() >= healthy,
        healthyAt,
        failingAt,
        requests);
  }

  /** Sorted when it is asked for: every line has to be taken apart for it. */
  static Supplier<Map<String, List<Sighting>>> byClient(List<Sighting> sample) {
    Map<String, List<Sighting>> known = new HashMap<>();
    return () -> {
      if (known.isEmpty()) {
        known.putAll(sample.stream().collect(Collectors.groupingBy(Dimension::client)));
      }
      return known;
    };
  }

  Map<String, List<Sighting>> healthyByClient() {
    return byClient.get();
  }

  /** Sampled healthy records of clusters; of all for the one without a name. */
  List<Sighting> healthyAtCluster(Set<String> clusters) {
    return clusters.contains("")
        ? healthy
        : clusters.stream()
            .flatMap(cluster -> healthyBy.getOrDefault(cluster, List.of()).stream())
            .toList();
  }

  /** All records of a cluster; of all clusters for none. */
  long at(String cluster) {
    return cluster.isEmpty()
        ? requests
        : healthyAt.getOrDefault(cluster, 0L) + failingAt.getOrDefault(cluster, 0L);
  }
}
