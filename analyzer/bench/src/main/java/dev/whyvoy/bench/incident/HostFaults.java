package dev.whyvoy.bench.incident;

import dev.whyvoy.bench.incident.Truth.PlaceKind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/** What goes wrong with hosts: dead ones, new ones, a zone of them. */
final class HostFaults {
  private HostFaults() {}

  /** A machine is gone: connects to one host of a service run into connect_timeout. */
  static Fault deadMachine(Stage stage, Service service) {
    String host = service.hosts().get(stage.random().nextInt(service.hosts().size()));
    long timeout = new long[] {1000, 5000, 10000}[stage.random().nextInt(3)];
    return new Fault(truth("dead machine", PlaceKind.HOST, host, service, "connect-timeout-hang")) {
      @Override
      boolean retried() {
        return true;
      }

      @Override
      @Nullable Outcome strike(Draw draw, SplittableRandom random) {
        return stage.during(draw.time()) && draw.host().equals(host)
            ? Outcome.connectTimeout(timeout + random.nextLong(8))
            : null;
      }
    };
  }

  /** A process is gone: one host of a service refuses connections. */
  static Fault deadProcess(Stage stage, Service service) {
    String host = service.hosts().get(stage.random().nextInt(service.hosts().size()));
    return new Fault(
        truth("dead process", PlaceKind.HOST, host, service, "upstream-not-listening")) {
      @Override
      boolean retried() {
        return true;
      }

      @Override
      @Nullable Outcome strike(Draw draw, SplittableRandom random) {
        return stage.during(draw.time()) && draw.host().equals(host)
            ? Outcome.refused(1 + random.nextLong(6))
            : null;
      }
    };
  }

  /** New pods are endpoints before they listen, one after another. */
  static Fault notReady(Stage stage, Service service) {
    Map<String, Long> ready = new HashMap<>();
    int pods = service.hosts().size();
    long step = stage.seconds(40) + 20_000;
    long boot = 8_000 + stage.seconds(20);
    return new Fault(truth("bad rollout", PlaceKind.HOSTS, "", service, "upstream-not-ready")) {
      private int replaced;

      @Override
      void tick(long time) {
        if (replaced < pods && time >= stage.onset() + replaced * step) {
          String fresh = stage.mesh().address(replaced % stage.mesh().zones(), service.port());
          service.hosts().set(replaced, fresh);
          ready.put(fresh, time + boot);
          replaced++;
        }
      }

      @Override
      boolean retried() {
        return true;
      }

      @Override
      @Nullable Outcome strike(Draw draw, SplittableRandom random) {
        return draw.time() < ready.getOrDefault(draw.host(), 0L)
            ? Outcome.refused(1 + random.nextLong(4))
            : null;
      }
    };
  }

  /** Old pods stop while Envoy still sends to them, one after another. */
  static Fault notDrained(Stage stage, Service service) {
    int pods = service.hosts().size();
    long step = stage.seconds(40) + 20_000;
    return new Fault(
        truth("rollout without drain", PlaceKind.HOSTS, "", service, "drain-on-deploy")) {
      private final List<String> old = new ArrayList<>(service.hosts());
      private int replaced;

      @Override
      void tick(long time) {
        if (replaced < pods && time >= stage.onset() + replaced * step + 6000) {
          service
              .hosts()
              .set(replaced, stage.mesh().address(replaced % stage.mesh().zones(), service.port()));
          replaced++;
        }
      }

      @Override
      boolean retried() {
        return true;
      }

      @Override
      @Nullable Outcome strike(Draw draw, SplittableRandom random) {
        int pod = old.indexOf(draw.host());
        long gone = stage.onset() + pod * step;
        if (pod < 0 || draw.time() < gone) {
          return null;
        }
        return draw.time() < gone + 1500
            ? Outcome.closed(5 + random.nextLong(3 * draw.service().latency()))
            : Outcome.refused(1 + random.nextLong(3));
      }
    };
  }

  /** A new version answers with errors, on the pods that have it. */
  static Fault badVersion(Stage stage, Service service) {
    Set<String> fresh = new HashSet<>();
    int pods = service.hosts().size();
    long step = 20_000 + stage.seconds(20);
    return new Fault(
        truth("bad version", PlaceKind.HOSTS, "", service, "upstream-returned-status")) {
      private int replaced;

      @Override
      void tick(long time) {
        if (replaced < pods / 2 + 1 && time >= stage.onset() + replaced * step) {
          String host = stage.mesh().address(replaced % stage.mesh().zones(), service.port());
          service.hosts().set(replaced, host);
          fresh.add(host);
          replaced++;
        }
      }

      @Override
      @Nullable Outcome strike(Draw draw, SplittableRandom random) {
        return draw.time() < stage.over() && fresh.contains(draw.host()) && random.nextInt(10) < 6
            ? Outcome.answered(500, 130, 1 + random.nextLong(draw.service().latency()))
            : null;
      }
    };
  }

  /** The hosts of one zone do not answer any more, whatever their service. */
  static Fault zone(Stage stage) {
    String block = Mesh.block(stage.random().nextInt(stage.mesh().zones()));
    Set<String> clusters = new HashSet<>();
    stage.mesh().services().stream()
        .filter(s -> s.hosts().stream().anyMatch(h -> h.startsWith(block)))
        .forEach(s -> clusters.add(s.cluster()));
    return new Fault(
        new Truth("zone outage", PlaceKind.BLOCK, block, clusters, 0, Set.of("zone-outage"))) {
      @Override
      boolean retried() {
        return true;
      }

      @Override
      @Nullable Outcome strike(Draw draw, SplittableRandom random) {
        return stage.during(draw.time()) && draw.host().startsWith(block)
            ? Outcome.connectTimeout(10_000 + random.nextLong(9))
            : null;
      }
    };
  }

  static Truth truth(String name, PlaceKind kind, String place, Service service, String... causes) {
    return new Truth(
        name,
        kind,
        place.isEmpty() ? service.cluster() : place,
        Set.of(service.cluster()),
        0,
        Set.of(causes));
  }
}
