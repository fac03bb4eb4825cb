package dev.whyvoy.report;

import dev.whyvoy.core.record.Field;
import dev.whyvoy.core.summary.Detail;
import dev.whyvoy.core.summary.Tally;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How the records of an outcome divide by one of their fields.
 *
 * @param name what the values are
 * @param key the field's name in CSV and JSON
 * @param parts the largest first, or in their own order where they have one
 * @param more distinct values that are not among {@code parts}
 * @param exact whether counts are; otherwise they are estimates
 */
record Breakdown(String name, String key, List<Outcome.Part> parts, long more, boolean exact) {
  private static final int MOST = 10;

  /** Upper ends of the classes of durations in ms. */
  private static final long[] LIMITS = {5, 100, 1000, 5000, 15_000, 60_000, Long.MAX_VALUE};

  private static final List<String> CLASSES =
      List.of(
          "up to 5 ms",
          "up to 100 ms",
          "up to 1 s",
          "up to 5 s",
          "up to 15 s",
          "up to 60 s",
          "longer");

  long largest() {
    return parts.stream().mapToLong(Outcome.Part::count).max().orElse(0);
  }

  /** Whether the parts have an order of their own. */
  boolean ordered() {
    return key.equals(Field.DURATION.key());
  }

  /** Every breakdown of an outcome that says something. */
  static List<Breakdown> of(Outcome outcome, Shares shares) {
    List<Breakdown> all = new ArrayList<>();
    all.add(parts("Upstream clusters", Field.UPSTREAM_CLUSTER.key(), outcome.clusters()));
    for (Field field : Detail.places()) {
      all.add(places(outcome, field, shares));
    }
    all.add(durations(outcome));
    all.removeIf(breakdown -> breakdown.parts().isEmpty());
    return all;
  }

  private static Breakdown parts(String name, String key, List<Outcome.Part> parts) {
    List<Outcome.Part> largest = parts.subList(0, Math.min(MOST, parts.size()));
    return new Breakdown(name, key, largest, parts.size() - largest.size(), true);
  }

  private static Breakdown places(Outcome outcome, Field field, Shares shares) {
    if (field == Field.UPSTREAM_HOST) {
      boolean exact =
          outcome.groups().stream()
              .flatMap(group -> group.group().hosts().stream())
              .allMatch(Tally::exact);
      Breakdown hosts = parts(name(field), field.key(), outcome.hosts());
      return new Breakdown(hosts.name(), hosts.key(), hosts.parts(), hosts.more(), exact);
    }
    Map<String, Double> counts = new TreeMap<>();
    boolean exact = true;
    long distinct = 0;
    for (Detail detail : Shares.details(outcome)) {
      Tally tally = detail.place(field);
      double share = shares.of(outcome, detail);
      exact &= tally.exact() && share == 1;
      distinct = Math.max(distinct, tally.exact() ? 0 : tally.distinct());
      for (Tally.Entry entry : tally.top(Integer.MAX_VALUE)) {
        counts.merge(entry.value(), entry.count() * share, Double::sum);
      }
    }
    List<Outcome.Part> all = new ArrayList<>();
    counts.forEach(
        (value, count) -> all.add(new Outcome.Part(value, Math.max(1, Math.round(count)))));
    all.sort(Comparator.comparingLong(Outcome.Part::count).reversed());
    List<Outcome.Part> largest = List.copyOf(all.subList(0, Math.min(MOST, all.size())));
    long more = Math.max(distinct, all.size()) - largest.size();
    return new Breakdown(name(field), field.key(), largest, more, exact);
  }

  private static Breakdown durations(Outcome outcome) {
    long[] counts = new long[LIMITS.length];
    for (DiagnosedGroup group : outcome.groups()) {
      group.group().durations().histogram().forEach((ms, n) -> counts[level(ms)] += n);
    }
    List<Outcome.Part> parts = new ArrayList<>();
    for (int i = 0; i < counts.length; i++) {
      if (counts[i] > 0) {
        parts.add(new Outcome.Part(CLASSES.get(i), counts[i]));
      }
    }
    return new Breakdown("Durations", Field.DURATION.key(), parts, 0, true);
  }

  private static int level(long ms) {
    int level = 0;
    while (ms > LIMITS[level]) {
      level++;
    }
    return level;
  }

  private static String name(Field field) {
    return switch (field) {
      case UPSTREAM_HOST -> "Upstream hosts";
      case PATH -> "Paths";
      case AUTHORITY -> "Authorities";
      case DOWNSTREAM_REMOTE_ADDRESS -> "Clients";
      case USER_AGENT -> "User agents";
      case POD -> "Pods";
      case SOURCE_WORKLOAD -> "Source workloads";
      case DESTINATION_WORKLOAD -> "Destination workloads";
      default -> field.key();
    };
  }
}
