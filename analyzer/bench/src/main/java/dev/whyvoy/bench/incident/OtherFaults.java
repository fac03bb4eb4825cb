package dev.whyvoy.bench.incident;

import static dev.whyvoy.bench.incident.HostFaults.truth;

import dev.whyvoy.bench.incident.Truth.PlaceKind;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/** What goes wrong with limits, configuration and clients. */
final class OtherFaults {
  private OtherFaults() {}

  /** Three times the traffic meets a circuit breaker. */
  static Fault breaker(Stage stage, Service service) {
    return new Fault(
        truth("circuit breaker", PlaceKind.CLUSTER, "", service, "circuit-breaker-pending")) {
      @Override
      double load(Service loaded, long time) {
        return loaded == service && stage.during(time) ? 4 : 1;
      }

      @Override
      @Nullable Outcome strike(Draw draw, SplittableRandom random) {
        return draw.service() == service && stage.during(draw.time()) && random.nextInt(100) < 35
            ? Outcome.overflow()
            : null;
      }
    };
  }

  /** Clusters are updated, and their endpoints do not come. */
  static Fault noEndpoints(Stage stage) {
    int first = stage.random().nextInt(stage.mesh().services().size() - 2);
    List<Service> concerned = stage.mesh().services().subList(first, first + 3);
    Set<String> clusters = new HashSet<>();
    concerned.forEach(service -> clusters.add(service.cluster()));
    return new Fault(
        new Truth(
            "config push without endpoints",
            PlaceKind.CLUSTERS,
            "",
            clusters,
            0,
            Set.of("cds-update-warming-no-hosts"))) {
      @Override
      @Nullable Outcome strike(Draw draw, SplittableRandom random) {
        return stage.during(draw.time()) && concerned.contains(draw.service())
            ? Outcome.noHost()
            : null;
      }
    };
  }

  /** A service becomes slow; retries multiply what it has to do, until limits refuse it. */
  static Fault retryStorm(Stage stage, Service service) {
    return new Fault(truth("retry storm", PlaceKind.CLUSTER, "", service, "retry-amplification")) {
      @Override
      double load(Service loaded, long time) {
        return loaded == service && stage.during(time - 20_000) ? 3 : 1;
      }

      @Override
      @Nullable Outcome strike(Draw draw, SplittableRandom random) {
        if (draw.service() != service || !stage.during(draw.time())) {
          return null;
        }
        int p = random.nextInt(100);
        boolean first = draw.time() < stage.onset() + 20_000;
        if (first) {
          return p < 30 ? Outcome.timeout("UT", 15_000 + random.nextLong(20)) : null;
        }
        return p < 35
            ? Outcome.timeout("UT,URX", 15_000 + random.nextLong(20))
            : p < 80 ? overflow() : null;
      }

      private Outcome overflow() {
        Outcome plain = Outcome.overflow();
        return new Outcome(503, "UO,URX", plain.details(), "", 81, 0, false);
      }
    };
  }

  /** One client asks more than it may. */
  static Fault greedyClient(Stage stage) {
    Client client = stage.mesh().clients().get(stage.random().nextInt(6));
    return new Fault(client("greedy client", client, "rate-limit-exceeded")) {
      @Override
      @Nullable Outcome strike(Draw draw, SplittableRandom random) {
        return stage.during(draw.time()) && draw.client() == client && random.nextInt(10) < 6
            ? Outcome.limited()
            : null;
      }
    };
  }

  /** One client gives up after its own timeout. */
  static Fault impatientClient(Stage stage) {
    Client client = stage.mesh().clients().get(stage.random().nextInt(6));
    return new Fault(client("impatient client", client, "client-or-lb-timeout")) {
      @Override
      @Nullable Outcome strike(Draw draw, SplittableRandom random) {
        return stage.during(draw.time()) && draw.client() == client && random.nextInt(10) < 4
            ? Outcome.cancelled(3_000 + random.nextLong(12))
            : null;
      }
    };
  }

  /** One client asks for hosts that are not served. */
  static Fault lostClient(Stage stage) {
    Client client = stage.mesh().clients().get(stage.random().nextInt(6));
    return new Fault(
        client("lost client", client, "virtual-host-not-matched", "path-not-matched")) {
      @Override
      @Nullable Outcome strike(Draw draw, SplittableRandom random) {
        return stage.during(draw.time()) && draw.client() == client && random.nextInt(10) < 7
            ? Outcome.noRoute()
            : null;
      }
    };
  }

  private static Truth client(String name, Client client, String... causes) {
    return new Truth(name, PlaceKind.CLIENT, client.address(), Set.of(), 0, Set.of(causes));
  }
}
