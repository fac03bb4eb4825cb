package dev.whyvoy.bench.incident;

import dev.whyvoy.core.incident.Incident;
import dev.whyvoy.core.incident.Place;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How one true incident was reported.
 *
 * @param incident the one that stands for it; null if there is none
 * @param placed whether it says where
 * @param offBySeconds how far its beginning is from the true one; negative if too early
 * @param rank of the true cause, 1 for the first; 0 if it is not among the causes
 */
record Verdict(
    Truth truth, @Nullable Incident incident, boolean placed, double offBySeconds, int rank) {
  /** Judges what was reported; {@code left} loses what stands for the truth. */
  static Verdict of(Truth truth, List<Incident> left) {
    Incident best = null;
    long bestDistance = Long.MAX_VALUE;
    for (Incident incident : left) {
      long distance = Math.abs(incident.period().since().orElse(truth.since()) - truth.since());
      if (distance <= truth.slack() && isThere(truth, incident)) {
        long worth = placed(truth, incident.place()) ? distance : distance + truth.slack();
        if (worth < bestDistance) {
          best = incident;
          bestDistance = worth;
        }
      }
    }
    if (best == null) {
      return new Verdict(truth, null, false, 0, 0);
    }
    left.remove(best);
    double off = (best.period().since().orElse(0) - truth.since()) / 1000.0;
    return new Verdict(truth, best, placed(truth, best.place()), off, rank(truth, best));
  }

  private static boolean isThere(Truth truth, Incident incident) {
    if (truth.clusters().isEmpty()) {
      return incident.place().value().equals(truth.place())
          || incident.examples().stream().anyMatch(line -> line.contains(truth.place() + ":"));
    }
    if (incident.place().clusters().isEmpty()) {
      // A format without the cluster has the host name.
      return truth.clusters().stream()
          .map(cluster -> cluster.substring(cluster.lastIndexOf('|') + 1))
          .anyMatch(name -> incident.examples().stream().anyMatch(line -> line.contains(name)));
    }
    return incident.place().clusters().stream().anyMatch(c -> truth.clusters().contains(c.name()));
  }

  private static boolean placed(Truth truth, Place place) {
    Set<String> clusters = new HashSet<>();
    place.clusters().forEach(part -> clusters.add(part.name()));
    boolean same = clusters.equals(truth.clusters());
    return switch (truth.kind()) {
      case HOST -> place.kind() == Place.Kind.HOST && place.value().equals(truth.place());
      case HOSTS ->
          same && (place.kind() == Place.Kind.HOSTS || place.kind() == Place.Kind.CLUSTER);
      case BLOCK ->
          place.kind() == Place.Kind.ADDRESS_BLOCK && place.value().startsWith(truth.place());
      case CLIENT -> place.kind() == Place.Kind.CLIENT && place.value().equals(truth.place());
      case AUTHORITY -> place.value().startsWith(truth.place());
      case CLUSTER -> same && place.kind() == Place.Kind.CLUSTER;
      case CLUSTERS -> same;
    };
  }

  private static int rank(Truth truth, Incident incident) {
    for (int i = 0; i < incident.causes().size(); i++) {
      if (truth.causes().contains(incident.causes().get(i).cause().id())) {
        return i + 1;
      }
    }
    return 0;
  }

  static String words(Truth truth) {
    return truth.name()
        + " at "
        + truth.place()
        + (truth.place().isEmpty() ? String.join(", ", truth.clusters()) : "")
        + " from "
        + Instant.ofEpochMilli(truth.since())
        + " because "
        + String.join(" or ", truth.causes());
  }
}
