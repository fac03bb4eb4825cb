package dev.whyvoy.bench.incident;

import static dev.whyvoy.bench.incident.HostFaults.truth;

import dev.whyvoy.bench.incident.Truth.PlaceKind;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/** Outages of servers, as others told of them. */
final class RealServers {
  private RealServers() {}

  /** A leak: more and more requests die with the process, over half of the log. */
  static Fault slowBurn(Stage stage) {
    Service service = stage.mesh().any();
    double length = stage.end() - stage.onset();
    Truth truth =
        truth(
                "slow burn",
                PlaceKind.CLUSTER,
                "",
                service,
                "upstream-crash-mid-request",
                "connection-reset-by-upstream")
            .slowly(900_000);
    return new Told(
        truth,
        false,
        (draw, random) -> {
          double age = (draw.time() - stage.onset()) / length;
          boolean hit = age > 0 && random.nextDouble() < 0.06 * age * age;
          return draw.service() == service && hit
              ? Outcome.closed(200 + random.nextLong(4000))
              : null;
        });
  }

  /** One pod of fifty refuses; it is ejected again and again, for longer and longer. */
  static Fault ejected(Stage stage) {
    Service service = stage.mesh().any();
    String bad = service.hosts().get(stage.random().nextInt(service.hosts().size()));
    return new Fault(
        truth("one pod of fifty", PlaceKind.HOST, bad, service, "upstream-not-listening")) {
      private int consecutive;
      private int ejections;
      private long back;

      @Override
      boolean retried() {
        return true;
      }

      @Override
      @Nullable Outcome strike(Draw draw, SplittableRandom random) {
        boolean there = draw.time() >= stage.onset() && draw.host().equals(bad);
        if (!there || draw.time() < back) {
          return null;
        }
        if (++consecutive >= 5) {
          consecutive = 0;
          back = draw.time() + 30_000L * ++ejections;
        }
        return Outcome.refused(1 + random.nextLong(3));
      }
    };
  }

  /** A certificate of one workload runs out; its peers say so. */
  static Fault expired(Stage stage) {
    Service service = stage.mesh().any();
    return new Told(
        truth("certificate of one", PlaceKind.CLUSTER, "", service, "cert-expired"),
        false,
        (draw, random) ->
            draw.time() >= stage.onset() && draw.service() == service && random.nextInt(10) < 7
                ? Outcome.tls(
                    "268436501:SSL_routines:OPENSSL_internal:SSLV3_ALERT_CERTIFICATE_EXPIRED",
                    2 + random.nextLong(12))
                : null);
  }

  /** One host refuses for ten seconds; the retries it causes bring the rest down. */
  static Fault stormAfter(Stage stage) {
    Service service = stage.mesh().any();
    String bad = service.hosts().get(0);
    return new Fault(
        truth("storm after a failure", PlaceKind.CLUSTER, "", service, "retry-amplification")) {
      @Override
      double load(Service loaded, long time) {
        return loaded == service && stage.during(time - 10_000) ? 3 : 1;
      }

      @Override
      @Nullable Outcome strike(Draw draw, SplittableRandom random) {
        if (draw.service() != service || !stage.during(draw.time())) {
          return null;
        }
        if (draw.time() < stage.onset() + 10_000) {
          return draw.host().equals(bad) ? Outcome.refused(2) : null;
        }
        int p = random.nextInt(100);
        Outcome plain = Outcome.overflow();
        return p < 40
            ? new Outcome(503, "UO,URX", plain.details(), "", 81, 0, false)
            : p < 65 ? Outcome.timeout("UT,URX", 15_000 + random.nextLong(20)) : null;
      }
    };
  }

  /** Memory runs out: answers get slow, then too slow, then the process is killed, pod by pod. */
  static Fault memory(Stage stage) {
    Service service = stage.mesh().any();
    return new Told(
        truth(
                "memory pressure",
                PlaceKind.CLUSTER,
                "",
                service,
                "upstream-crash-mid-request",
                "upstream-slower-than-timeout",
                "route-timeout-15s",
                "slow-upstream-fills-limits")
            .slowly(180_000),
        false,
        (draw, random) -> {
          int pod = service.hosts().indexOf(draw.host());
          long age = draw.time() - stage.onset() - pod * 20_000L;
          if (draw.service() != service || age < 0) {
            return null;
          }
          if (age < 120_000) {
            return random.nextInt(120_000) < age / 2
                ? Outcome.timeout("UT", 15_000 + random.nextLong(12))
                : null;
          }
          return age < 123_000
              ? Outcome.closed(2000 + random.nextLong(9000))
              : age < 140_000 ? Outcome.refused(1 + random.nextLong(3)) : null;
        });
  }

  /** Answers take twenty times as long; connections and waiting requests run out. */
  static Fault pool(Stage stage) {
    Service service = stage.mesh().any();
    return new Fault(
        truth(
            "overflow after latency",
            PlaceKind.CLUSTER,
            "",
            service,
            "slow-upstream-fills-limits",
            "circuit-breaker-pending")) {
      @Override
      double slowness(Draw draw) {
        return draw.service() == service && stage.during(draw.time()) ? 20 : 1;
      }

      @Override
      @Nullable Outcome strike(Draw draw, SplittableRandom random) {
        return draw.service() == service
                && stage.during(draw.time() - 20_000)
                && random.nextInt(100) < 25
            ? Outcome.overflow()
            : null;
      }
    };
  }

  /** One host crashes, is started anew, and crashes again. */
  static Fault crashLoop(Stage stage) {
    Service service = stage.mesh().any();
    String bad = service.hosts().get(0);
    return new Told(
        truth(
            "crash loop",
            PlaceKind.HOST,
            bad,
            service,
            "upstream-crash-mid-request",
            "upstream-not-listening",
            "upstream-not-ready"),
        false,
        (draw, random) -> {
          long age = draw.time() - stage.onset();
          if (age < 0 || !draw.host().equals(bad)) {
            return null;
          }
          long phase = age % 90_000;
          return phase < 2000
              ? Outcome.closed(20 + random.nextLong(900))
              : phase < 30_000 ? Outcome.refused(1 + random.nextLong(3)) : null;
        });
  }

  /** Hosts get stuck one after another, and answer nothing any more. */
  static Fault deadlock(Stage stage) {
    Service service = stage.mesh().any();
    return new Told(
        truth(
                "deadlock",
                PlaceKind.HOSTS,
                "",
                service,
                "upstream-slower-than-timeout",
                "route-timeout-15s")
            .slowly(180_000),
        false,
        (draw, random) -> {
          int pod = service.hosts().indexOf(draw.host());
          boolean stuck = draw.time() >= stage.onset() + pod * 60_000L;
          return draw.service() == service && stuck
              ? Outcome.timeout("UT", 15_000 + random.nextLong(12))
              : null;
        });
  }

  /** Everything is restarted at once; all clients come back together. */
  static Fault herd(Stage stage) {
    Service service = stage.mesh().any();
    return new Told(
        truth(
            "restart and herd",
            PlaceKind.CLUSTER,
            "",
            service,
            "upstream-not-listening",
            "upstream-not-ready",
            "slow-upstream-fills-limits",
            "circuit-breaker-pending",
            "drain-on-deploy"),
        false,
        (draw, random) -> {
          long age = draw.time() - stage.onset();
          if (draw.service() != service || age < 0) {
            return null;
          }
          return age < 1500
              ? Outcome.closed(5 + random.nextLong(400))
              : age < 40_000
                  ? Outcome.refused(1 + random.nextLong(3))
                  : random.nextDouble() < 0.5 - (age - 40_000) / 300_000.0
                      ? Outcome.overflow()
                      : null;
        });
  }

  /** A new version does not know most paths. */
  static Fault forgotten(Stage stage) {
    Service service = stage.mesh().any();
    return new Told(
        truth("paths forgotten", PlaceKind.CLUSTER, "", service, "upstream-returned-status"),
        false,
        (draw, random) ->
            stage.during(draw.time()) && draw.service() == service && random.nextInt(10) < 6
                ? Outcome.answered(404, 30, 2)
                : null);
  }

  /** Two causes at one service at the same time. */
  static List<Fault> overlap(Stage stage) {
    Service service = stage.mesh().any();
    String bad = service.hosts().get(0);
    Stage later =
        new Stage(
            stage.mesh(),
            stage.random(),
            stage.start(),
            stage.end(),
            stage.onset() + 60_000,
            stage.over() + 120_000);
    Fault refused =
        new Told(
            truth("refusing host", PlaceKind.HOST, bad, service, "upstream-not-listening"),
            false,
            (draw, random) ->
                stage.during(draw.time()) && draw.host().equals(bad)
                    ? Outcome.refused(1 + random.nextLong(3))
                    : null);
    Fault slow =
        new Told(
            truth(
                "slow besides",
                PlaceKind.CLUSTER,
                "",
                service,
                "route-timeout-15s",
                "upstream-slower-than-timeout"),
            false,
            (draw, random) ->
                later.during(draw.time()) && draw.service() == service && random.nextInt(8) == 0
                    ? Outcome.timeout("UT", 15_000 + random.nextLong(9))
                    : null);
    return List.of(refused, slow);
  }
}
