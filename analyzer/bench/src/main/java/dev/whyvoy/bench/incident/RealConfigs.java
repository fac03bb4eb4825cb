package dev.whyvoy.bench.incident;

import static dev.whyvoy.bench.incident.HostFaults.truth;

import dev.whyvoy.bench.incident.Truth.PlaceKind;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Outages of what is configured and of what filters call; logs of two proxies, and of TCP. */
final class RealConfigs {
  private RealConfigs() {}

  /** A push takes away the routes of one host name. */
  static Fault lostRoute(Stage stage) {
    String name = "www.shop.example";
    Service site = stage.mesh().any();
    Truth truth =
        new Truth(
            "route removed",
            PlaceKind.AUTHORITY,
            name,
            Set.of(),
            0,
            Set.of("virtual-host-not-matched", "path-not-matched"));
    return new Fault(truth) {
      private final SplittableRandom random = stage.random().split();
      private long next = stage.start();

      @Override
      void more(long time, Consumer<Entry> out) {
        while (next <= time) {
          boolean gone = stage.during(next);
          Client client = stage.mesh().clients().get(random.nextInt(12));
          Outcome answer = gone ? Outcome.noRoute() : Outcome.answered(200, 900, 20);
          Draw draw = new Draw(next, site, site.hosts().get(0), client);
          out.accept(new Sent(draw, answer, random).of(name).at(next));
          if (gone) {
            failed(next);
          }
          next += 1 + random.nextLong(1400);
        }
      }

      @Override
      @Nullable Outcome strike(Draw draw, SplittableRandom ofLog) {
        return null;
      }
    };
  }

  /** What authorizes requests is down, and all that ask it are refused. */
  static Fault authorizer(Stage stage) {
    List<Service> concerned = Told.some(stage, 5);
    Outcome error = new Outcome(403, "UAEX", "ext_authz_error", "", 0, 201, false);
    return new Told(
        Told.at(concerned, "authorizer down", "ext-authz-unreachable"),
        false,
        (draw, random) ->
            stage.during(draw.time()) && concerned.contains(draw.service()) ? error : null);
  }

  /** The keys that tokens are checked with cannot be fetched any more. */
  static Fault keys(Stage stage) {
    Service service = stage.mesh().any();
    Outcome denied =
        new Outcome(
            401, "-", "jwt_authn_access_denied{Jwks_remote_fetch_is_failed}", "", 28, 1, false);
    return new Told(
        truth("keys not fetched", PlaceKind.CLUSTER, "", service, "jwks-fetch-failure"),
        false,
        (draw, random) -> stage.during(draw.time()) && draw.service() == service ? denied : null);
  }

  /** A limit is set far too low for everybody. */
  static Fault quota(Stage stage) {
    Service service = stage.mesh().any();
    return new Told(
        truth("limit set too low", PlaceKind.CLUSTER, "", service, "rate-limit-exceeded"),
        false,
        (draw, random) ->
            stage.during(draw.time()) && draw.service() == service && random.nextInt(10) < 4
                ? Outcome.limited()
                : null);
  }

  /** Gateway and sidecar both log; behind one sidecar nothing listens. */
  static Fault twoProxies(Stage stage) {
    Service service = stage.mesh().any();
    String bad = service.hosts().get(0);
    String inbound = "inbound|" + service.port() + "||";
    Truth truth =
        new Truth(
            "refused behind a sidecar",
            PlaceKind.HOST,
            bad,
            Set.of(service.cluster(), inbound),
            0,
            Set.of("upstream-not-listening"));
    return new Fault(truth) {
      private final SplittableRandom random = stage.random().split();

      @Override
      void follow(Entry entry, Consumer<Entry> out) {
        dev.whyvoy.bench.Request outer = entry.request();
        if (!outer.cluster().equals(service.cluster()) || outer.upstreamHost().isEmpty()) {
          return;
        }
        boolean down = outer.code() == 503 && outer.upstreamHost().equals(bad);
        Outcome outcome =
            down
                ? Outcome.refused(0)
                : Outcome.answered(outer.code(), (int) outer.sent(), outer.duration());
        Draw draw =
            new Draw(entry.time() + 1, service, outer.upstreamHost(), new Client("127.0.0.6", ""));
        out.accept(
            new Sent(draw, outcome, random)
                .asks(outer.method(), outer.path())
                .to(inbound, outer.upstreamHost())
                .through(outer.upstreamHost())
                .withId(outer.requestId())
                .at(entry.time() + 1));
      }

      @Override
      @Nullable Outcome strike(Draw draw, SplittableRandom ofLog) {
        return stage.during(draw.time()) && draw.host().equals(bad)
            ? Outcome.answered(503, 152, 2)
            : null;
      }
    };
  }

  /** Sessions of a database among the requests; then it is not there any more. */
  static Fault database(Stage stage) {
    Service base =
        new Service("db.data.svc.cluster.local", 5432, List.of("10.11.9.9:5432"), 1, 5, "");
    Outcome refused =
        new Outcome(0, "UF,URX", "-", "delayed connect error: Connection refused", 0, 2, true);
    return new Fault(
        truth("database gone", PlaceKind.CLUSTER, "", base, "upstream-not-listening")) {
      private final SplittableRandom random = stage.random().split();
      private long next = stage.start();

      @Override
      void more(long time, Consumer<Entry> out) {
        while (next <= time) {
          boolean gone = stage.during(next);
          Client client = stage.mesh().clients().get(random.nextInt(12));
          Outcome end =
              gone
                  ? refused
                  : new Outcome(
                      0, "-", "-", "", random.nextInt(90_000), 500 + random.nextLong(90_000), true);
          out.accept(
              new Sent(new Draw(next, base, "10.11.9.9:5432", client), end, random)
                  .tcp(gone ? 0 : 700)
                  .at(next));
          if (gone) {
            failed(next);
          }
          next += 1 + random.nextLong(4000);
        }
      }

      @Override
      @Nullable Outcome strike(Draw draw, SplittableRandom ofLog) {
        return null;
      }
    };
  }
}
