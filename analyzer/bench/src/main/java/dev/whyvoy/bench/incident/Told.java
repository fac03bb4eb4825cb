package dev.whyvoy.bench.incident;

import dev.whyvoy.bench.incident.Truth.PlaceKind;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/** A fault that is told by how requests fail alone. */
final class Told extends Fault {
  private final boolean retried;
  private final Strike strike;

  /** How a request fails; null if it does not. */
  interface Strike {
    @Nullable Outcome of(Draw draw, SplittableRandom random);
  }

  /**
   * A fault.
   *
   * @param retried whether a retry on another host often hides it
   */
  Told(Truth truth, boolean retried, Strike strike) {
    super(truth);
    this.retried = retried;
    this.strike = strike;
  }

  @Override
  boolean retried() {
    return retried;
  }

  @Override
  @Nullable Outcome strike(Draw draw, SplittableRandom random) {
    return strike.of(draw, random);
  }

  static Truth at(List<Service> services, String name, String... causes) {
    Set<String> clusters = new HashSet<>();
    services.forEach(service -> clusters.add(service.cluster()));
    return new Truth(name, PlaceKind.CLUSTERS, "", clusters, 0, Set.of(causes));
  }

  /** Neighbours in the list of services. */
  static List<Service> some(Stage stage, int number) {
    List<Service> all = stage.mesh().services();
    int n = Math.min(number, all.size());
    int first = stage.random().nextInt(all.size() - n + 1);
    return List.copyOf(all.subList(first, first + n));
  }
}
