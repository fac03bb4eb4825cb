package dev.whyvoy.bench.incident;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.BiFunction;

/** One thing goes wrong in the usual mesh, or nothing. */
final class SinglePlots {
  private SinglePlots() {}

  static void add(Map<String, Plot> plots) {
    plots.put("healthy", Plot.of(s -> List.of()));
    plots.put("keep-alive-race", Plot.of(s -> List.of(ConnectionFaults.keepAlive(any(s)))));
    plots.put("nat-idle-drop", new Plot(SinglePlots::slow, s -> List.of(natIdle(s))));
    plots.put("cert-expiry", Plot.of(s -> List.of(ConnectionFaults.expired(s))));
    plots.put("zone-outage", Plot.of(s -> List.of(HostFaults.zone(s))));
    plots.put("no-endpoints", Plot.of(s -> List.of(OtherFaults.noEndpoints(s))));
    plots.put("greedy-client", Plot.of(s -> List.of(OtherFaults.greedyClient(s))));
    plots.put("impatient-client", Plot.of(s -> List.of(OtherFaults.impatientClient(s))));
    plots.put("lost-client", Plot.of(s -> List.of(OtherFaults.lostClient(s))));
    at("dead-machine", HostFaults::deadMachine, plots);
    at("dead-process", HostFaults::deadProcess, plots);
    at("bad-rollout", HostFaults::notReady, plots);
    at("undrained-rollout", HostFaults::notDrained, plots);
    at("bad-version", HostFaults::badVersion, plots);
    at("connect-timeout", ConnectionFaults::connectTimeout, plots);
    at("mtls-rollout", ConnectionFaults::strict, plots);
    at("circuit-breaker", OtherFaults::breaker, plots);
    at("retry-storm", OtherFaults::retryStorm, plots);
    at("small-refused", SmallFaults::refused, plots);
    at("small-no-host", SmallFaults::noHost, plots);
    at("small-silent", SmallFaults::silent, plots);
    plots.put("two-at-once", Plot.of(SinglePlots::two));
  }

  private static void at(
      String name, BiFunction<Stage, Service, Fault> fault, Map<String, Plot> plots) {
    plots.put(name, Plot.of(stage -> List.of(fault.apply(stage, any(stage)))));
  }

  private static Service any(Stage stage) {
    return stage.mesh().any();
  }

  private static Setting slow(SplittableRandom random, Setting usual) {
    return usual.lasting(8 * usual.minutes(), usual.rate() / 40);
  }

  private static Fault natIdle(Stage stage) {
    SplittableRandom random = stage.random();
    List<String> hosts = new ArrayList<>();
    hosts.add("52.14." + random.nextInt(250) + "." + (1 + random.nextInt(250)) + ":443");
    Service external = new Service("api.partner.example", 443, hosts, 0.25, 80, "/v2/settlements");
    stage.mesh().services().add(external);
    return ConnectionFaults.natIdle(external);
  }

  private static List<Fault> two(Stage stage) {
    Service one = stage.mesh().services().get(1);
    Service other = stage.mesh().services().get(5);
    Stage later = Stage.of(stage.mesh(), stage.random(), stage.start(), stage.end());
    Fault first =
        switch (stage.random().nextInt(4)) {
          case 0 -> HostFaults.deadMachine(stage, one);
          case 1 -> ConnectionFaults.strict(stage, one);
          case 2 -> OtherFaults.breaker(stage, one);
          default -> ConnectionFaults.keepAlive(one);
        };
    Fault second =
        switch (stage.random().nextInt(4)) {
          case 0 -> HostFaults.deadProcess(later, other);
          case 1 -> OtherFaults.greedyClient(later);
          case 2 -> ConnectionFaults.connectTimeout(later, other);
          default -> HostFaults.notReady(later, other);
        };
    return List.of(first, second);
  }
}
