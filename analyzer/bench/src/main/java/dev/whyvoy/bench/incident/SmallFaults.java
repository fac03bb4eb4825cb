package dev.whyvoy.bench.incident;

import dev.whyvoy.bench.incident.Truth.PlaceKind;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/** What is over after five to ten failed requests. */
final class SmallFaults {
  private SmallFaults() {}

  /** One host refuses connections for a moment, as while its process is started anew. */
  static Fault refused(Stage stage, Service service) {
    String host = service.hosts().get(stage.random().nextInt(service.hosts().size()));
    return new Small(
        stage,
        service,
        host,
        HostFaults.truth(
            "restart",
            PlaceKind.HOST,
            host,
            service,
            "upstream-not-listening",
            "upstream-not-ready")) {
      @Override
      Outcome outcome(SplittableRandom random) {
        return Outcome.refused(1 + random.nextLong(4));
      }
    };
  }

  /** A service has no host for a moment. */
  static Fault noHost(Stage stage, Service service) {
    return new Small(
        stage,
        service,
        "",
        HostFaults.truth("no host", PlaceKind.CLUSTER, "", service, "no-endpoints")) {
      @Override
      Outcome outcome(SplittableRandom random) {
        return Outcome.noHost();
      }
    };
  }

  /** One host does not answer connects for a moment. */
  static Fault silent(Stage stage, Service service) {
    String host = service.hosts().get(stage.random().nextInt(service.hosts().size()));
    return new Small(
        stage,
        service,
        host,
        HostFaults.truth(
            "silent host",
            PlaceKind.HOST,
            host,
            service,
            "connect-timeout-hang",
            "network-policy-blocks")) {
      @Override
      Outcome outcome(SplittableRandom random) {
        return Outcome.connectTimeout(1000 + random.nextLong(8));
      }
    };
  }

  /** A fault with a number of failures. */
  private abstract static class Small extends Fault {
    private final Stage stage;
    private final Service service;
    private final String host;
    private int left;

    /**
     * @param host the one concerned; empty for all
     */
    Small(Stage stage, Service service, String host, Truth truth) {
      super(truth);
      this.stage = stage;
      this.service = service;
      this.host = host;
      this.left = 5 + stage.random().nextInt(6);
    }

    abstract Outcome outcome(SplittableRandom random);

    @Override
    @Nullable Outcome strike(Draw draw, SplittableRandom random) {
      boolean there = host.isEmpty() ? draw.service() == service : draw.host().equals(host);
      if (draw.time() < stage.onset() || !there || left == 0) {
        return null;
      }
      left--;
      return outcome(random);
    }
  }
}
