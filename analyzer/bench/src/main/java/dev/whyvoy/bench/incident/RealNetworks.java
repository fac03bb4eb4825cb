package dev.whyvoy.bench.incident;

import dev.whyvoy.bench.incident.Truth.PlaceKind;
import java.util.List;
import java.util.Set;

/** Outages of networks, nodes and names, as others told of them. */
final class RealNetworks {
  private RealNetworks() {}

  /** One zone of several loses most packets. */
  static Fault lossyZone(Stage stage) {
    String block = Mesh.block(stage.random().nextInt(stage.mesh().zones()));
    List<Service> concerned =
        stage.mesh().services().stream()
            .filter(s -> s.hosts().stream().anyMatch(h -> h.startsWith(block)))
            .toList();
    Truth all = Told.at(concerned, "part of a zone lost", "zone-outage", "connect-timeout-hang");
    Truth truth = new Truth(all.name(), PlaceKind.BLOCK, block, all.clusters(), 0, all.causes());
    return new Told(
        truth,
        true,
        (draw, random) ->
            stage.during(draw.time()) && draw.host().startsWith(block) && random.nextInt(10) < 6
                ? Outcome.connectTimeout(5000 + random.nextLong(9))
                : null);
  }

  /** A router is overloaded: connects and answers get lost everywhere, more and more. */
  static Fault packetLoss(Stage stage) {
    List<Service> all = stage.mesh().services();
    Truth truth =
        Told.at(
                all,
                "packet loss",
                "connect-timeout-hang",
                "cni-cross-node-connectivity",
                "network-policy-blocks",
                "zone-outage")
            .slowly(300_000);
    return new Told(
        truth,
        false,
        (draw, random) -> {
          double grown = Math.min(1, (draw.time() - stage.onset()) / 240_000.0);
          if (!stage.during(draw.time()) || random.nextDouble() > 0.08 * grown) {
            return null;
          }
          return random.nextInt(3) > 0
              ? Outcome.connectTimeout(10_000 + random.nextLong(12))
              : Outcome.timeout("UT", 15_000 + random.nextLong(12));
        });
  }

  /** Routes between nodes are gone: hardly anything connects. */
  static Fault noRoutes(Stage stage) {
    Truth truth =
        Told.at(
            stage.mesh().services(),
            "routes between nodes lost",
            "cni-cross-node-connectivity",
            "connect-timeout-hang",
            "network-policy-blocks",
            "zone-outage");
    return new Told(
        truth,
        false,
        (draw, random) ->
            stage.during(draw.time()) && random.nextInt(10) < 8
                ? Outcome.connectTimeout(10_000 + random.nextLong(12))
                : null);
  }

  /** A node dies, and with it one host of each of three services. */
  static Fault node(Stage stage) {
    List<Service> concerned = Told.some(stage, 3);
    String block = "10.11.77.";
    int last = 10;
    for (Service service : concerned) {
      service.hosts().set(0, block + last++ + ":" + service.port());
    }
    Truth all =
        Told.at(
            concerned,
            "node lost",
            "connect-timeout-hang",
            "zone-outage",
            "cni-cross-node-connectivity");
    Truth truth = new Truth(all.name(), PlaceKind.BLOCK, block, all.clusters(), 0, all.causes());
    return new Told(
        truth,
        true,
        (draw, random) ->
            stage.during(draw.time()) && draw.host().startsWith(block)
                ? Outcome.connectTimeout(5000 + random.nextLong(9))
                : null);
  }

  /** A name resolves now and then only. */
  static Fault names(Stage stage) {
    Service service = stage.mesh().any();
    boolean told = stage.random().nextBoolean();
    long period = 45_000 + stage.seconds(40);
    Outcome unknown = new Outcome(503, "DF", "dns_resolution_failure", "", 0, 2, false);
    Set<String> causes = told ? Set.of("dns-failure") : Set.of("dns-failure", "no-endpoints");
    Truth truth =
        new Truth(
            "DNS flapping",
            PlaceKind.CLUSTER,
            service.cluster(),
            Set.of(service.cluster()),
            0,
            causes);
    return new Told(
        truth,
        false,
        (draw, random) ->
            stage.during(draw.time())
                    && draw.service() == service
                    && (draw.time() - stage.onset()) % period < 12_000
                ? told ? unknown : Outcome.noHost()
                : null);
  }

  /** The control plane hands out empty lists of endpoints for 8 s. */
  static Fault emptied(Stage stage) {
    List<Service> concerned = Told.some(stage, 4 + stage.random().nextInt(4));
    Truth truth =
        Told.at(concerned, "endpoints gone for 8 s", "cds-update-warming-no-hosts", "no-endpoints");
    return new Told(
        truth,
        false,
        (draw, random) ->
            draw.time() >= stage.onset()
                    && draw.time() < stage.onset() + 8000
                    && concerned.contains(draw.service())
                ? Outcome.noHost()
                : null);
  }
}
