package dev.whyvoy.bench.incident;

import dev.whyvoy.bench.incident.Truth.PlaceKind;
import java.util.SplittableRandom;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What is over after five to ten failed requests. */
final class SmallFaults {
  private SmallFaults() {}

  /** One host refuses connections for a moment, as while its process is started anew. */
  static Fault refused(Stage stage, Service service) {
    return ofHost(
        stage,
        service,
        "restart",
        random -> Outcome.refused(1 + random.nextLong(4)),
        "upstream-not-listening",
        "upstream-not-ready");
  }

  /** One host does not answer connects for a moment. */
  static Fault silent(Stage stage, Service service) {
    return ofHost(
        stage,
        service,
        "silent host",
        random -> Outcome.connectTimeout(1000 + random.nextLong(8)),
        "connect-timeout-hang",
        "network-policy-blocks");
  }

  /** A service has no host for a moment. */
  static Fault noHost(Stage stage, Service service) {
    Truth truth = HostFaults.truth("no host", PlaceKind.CLUSTER, "", service, "no-endpoints");
    return new Small(stage, service, "", truth, random -> Outcome.noHost());
  }

  private static Fault ofHost(
      Stage stage,
      Service service,
      String what,
      Function<SplittableRandom, Outcome> outcome,
      String... causes) {
    String host = service.hosts().get(stage.random().nextInt(service.hosts().size()));
    Truth truth = HostFaults.truth(what, PlaceKind.HOST, host, service, causes);
    return new Small(stage, service, host, truth, outcome);
  }

  /** A fault with a number of failures. */
  private static final class Small extends Fault {
    private final Stage stage;
    private final Service service;
    private final String host;
    private final Function<SplittableRandom, Outcome> outcome;
    private int left;

    /**
     * @param host the one concerned; empty for all
     */
    Small(
        Stage stage,
        Service service,
        String host,
        Truth truth,
        Function<SplittableRandom, Outcome> outcome) {
      super(truth);
      this.stage = stage;
      this.service = service;
      this.host = host;
      this.outcome = outcome;
      this.left = 5 + stage.random().nextInt(6);
    }

    @Override
    @Nullable Outcome strike(Draw draw, SplittableRandom random) {
      boolean there = host.isEmpty() ? draw.service() == service : draw.host().equals(host);
      if (draw.time() < stage.onset() || !there || left == 0) {
        return null;
      }
      left--;
      return outcome.apply(random);
    }
  }
}
