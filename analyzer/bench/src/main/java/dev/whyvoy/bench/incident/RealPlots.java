package dev.whyvoy.bench.incident;

import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Function;

/** What has happened to others, in logs as others have them. */
final class RealPlots {
  private RealPlots() {}

  static void add(Map<String, Plot> plots) {
    one("slow-burn", RealServers::slowBurn, plots);
    one("cert-of-one", RealServers::expired, plots);
    one("storm-after", RealServers::stormAfter, plots);
    one("memory", RealServers::memory, plots);
    one("pool", RealServers::pool, plots);
    one("crash-loop", RealServers::crashLoop, plots);
    one("deadlock", RealServers::deadlock, plots);
    one("herd", RealServers::herd, plots);
    one("forgotten", RealServers::forgotten, plots);
    one("packet-loss", RealNetworks::packetLoss, plots);
    one("no-routes", RealNetworks::noRoutes, plots);
    one("node", RealNetworks::node, plots);
    one("names", RealNetworks::names, plots);
    one("emptied", RealNetworks::emptied, plots);
    one("lost-route", RealConfigs::lostRoute, plots);
    one("authorizer", RealConfigs::authorizer, plots);
    one("keys", RealConfigs::keys, plots);
    one("quota", RealConfigs::quota, plots);
    one("two-proxies", RealConfigs::twoProxies, plots);
    one("database", RealConfigs::database, plots);
    plots.put("real-overlap", new Plot(RealPlots::noisy, RealServers::overlap));
    plots.put(
        "real-zone-of-five",
        new Plot(
            (r, usual) -> noisy(r, usual).with(8, 5, 15, 5).hiding(0.4),
            s -> List.of(RealNetworks.lossyZone(s))));
    plots.put(
        "real-one-of-fifty",
        new Plot(
            (r, usual) -> noisy(r, usual).with(4, 50, 50, 3).hiding(0.5),
            s -> List.of(RealServers.ejected(s))));
    written("plain-json", "plain-json", false, 0, plots);
    written("seconds", "seconds", false, 0, plots);
    written("shuffled", "istio-text", true, 3000, plots);
    written("envoy-text", "envoy-text", true, 0, plots);
  }

  private static void one(String name, Function<Stage, Fault> fault, Map<String, Plot> plots) {
    plots.put("real-" + name, new Plot(RealPlots::noisy, s -> List.of(fault.apply(s))));
  }

  private static Setting noisy(SplittableRandom random, Setting usual) {
    String format = random.nextInt(3) == 0 ? "istio-json" : usual.format();
    return usual
        .noisy(0.5 + 2 * random.nextDouble())
        .written(format, random.nextBoolean(), random.nextInt(3) == 0 ? 1500 : 0);
  }

  /** A simple fault in a log that is written in another way. */
  private static void written(
      String name, String format, boolean ended, long skew, Map<String, Plot> plots) {
    plots.put(
        "real-" + name,
        new Plot(
            (r, usual) -> noisy(r, usual).written(format, ended, skew),
            s ->
                List.of(
                    switch (s.random().nextInt(4)) {
                      case 0 -> HostFaults.deadProcess(s, s.mesh().any());
                      case 1 -> ConnectionFaults.connectTimeout(s, s.mesh().any());
                      case 2 -> OtherFaults.noEndpoints(s);
                      default -> OtherFaults.breaker(s, s.mesh().any());
                    })));
  }
}
