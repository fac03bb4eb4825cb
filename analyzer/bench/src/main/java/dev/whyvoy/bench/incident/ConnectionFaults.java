package dev.whyvoy.bench.incident;

import static dev.whyvoy.bench.incident.HostFaults.truth;

import dev.whyvoy.bench.incident.Truth.PlaceKind;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/** What goes wrong with connections: old ones, slow ones, untrusted ones. */
final class ConnectionFaults {
  private ConnectionFaults() {}

  /** The server closes connections that were idle for 5 s; some are used at that moment. */
  static Fault keepAlive(Service service) {
    Map<String, Long> last = new HashMap<>();
    return new Fault(
        truth("keep-alive race", PlaceKind.CLUSTER, "", service, "upstream-keepalive-race")) {
      @Override
      @Nullable Outcome strike(Draw draw, SplittableRandom random) {
        if (draw.service() != service) {
          return null;
        }
        String connection = draw.host() + draw.client().address();
        Long before = last.put(connection, draw.time());
        long idle = before == null ? 0 : draw.time() - before;
        return idle > 4_500 && idle < 6_500 && random.nextInt(10) < 3
            ? Outcome.closed(random.nextLong(4))
            : null;
      }
    };
  }

  /** A NAT forgets connections that were idle for 350 s, and resets what comes on them. */
  static Fault natIdle(Service external) {
    Map<String, Long> last = new HashMap<>();
    return new Fault(
        truth("NAT idle drop", PlaceKind.CLUSTER, "", external, "lb-or-nat-idle-drop")) {
      @Override
      @Nullable Outcome strike(Draw draw, SplittableRandom random) {
        if (draw.service() != external) {
          return null;
        }
        Long before = last.put(draw.client().address(), draw.time());
        return before != null && draw.time() - before > 350_000
            ? Outcome.closed(15 + random.nextLong(90))
            : null;
      }
    };
  }

  /** Under load new connections take longer than connect_timeout allows. */
  static Fault connectTimeout(Stage stage, Service service) {
    long timeout = new long[] {250, 500, 1000}[stage.random().nextInt(3)];
    return new Fault(
        truth(
            "connect_timeout under load",
            PlaceKind.CLUSTER,
            "",
            service,
            "connect-timeout-too-low")) {
      @Override
      double load(Service loaded, long time) {
        return loaded == service && stage.during(time) ? 4 : 1;
      }

      @Override
      @Nullable Outcome strike(Draw draw, SplittableRandom random) {
        return draw.service() == service && stage.during(draw.time()) && random.nextInt(100) < 12
            ? Outcome.connectTimeout(timeout + random.nextLong(5))
            : null;
      }
    };
  }

  /** The server's pods accept mutual TLS only, one after another. */
  static Fault strict(Stage stage, Service service) {
    Set<String> converted = new HashSet<>();
    List<String> pods = service.hosts();
    return new Fault(
        truth("mTLS rollout", PlaceKind.CLUSTER, "", service, "mtls-strict-plaintext-client")) {
      @Override
      void tick(long time) {
        for (int i = 0; i < pods.size(); i++) {
          if (time >= stage.onset() + i * 8000L) {
            converted.add(pods.get(i));
          }
        }
      }

      @Override
      @Nullable Outcome strike(Draw draw, SplittableRandom random) {
        return draw.service() == service && converted.contains(draw.host())
            ? Outcome.closed(random.nextLong(4))
            : null;
      }
    };
  }

  /** A certificate that several services have in common expires; new connections fail. */
  static Fault expired(Stage stage) {
    int first = stage.random().nextInt(stage.mesh().services().size() - 3);
    List<Service> concerned = stage.mesh().services().subList(first, first + 4);
    Set<String> clusters = new HashSet<>();
    concerned.forEach(service -> clusters.add(service.cluster()));
    return new Fault(
        new Truth(
            "certificate expiry", PlaceKind.CLUSTERS, "", clusters, 0, Set.of("cert-expired"))) {
      @Override
      @Nullable Outcome strike(Draw draw, SplittableRandom random) {
        if (draw.time() < stage.onset() || !concerned.contains(draw.service())) {
          return null;
        }
        long minutes = 1 + (draw.time() - stage.onset()) / 60_000;
        return random.nextInt(10) < 4 + 2 * minutes
            ? Outcome.tls(
                "268435581:SSL_routines:OPENSSL_internal:CERTIFICATE_VERIFY_FAILED",
                2 + random.nextLong(12))
            : null;
      }
    };
  }
}
