package dev.whyvoy.bench.incident;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What servers, and those who run them, do every day. */
final class CalmServers {
  private static final String[] STATUSES = {"NotFound", "NotFound", "AlreadyExists", "Canceled"};

  private CalmServers() {}

  /** Few requests lose the race with a server that closes idle connections, all day long. */
  static Fault races(Stage stage) {
    Service service = stage.mesh().any();
    double part = 0.0005 + 0.002 * stage.random().nextDouble();
    return new Ordinary() {
      @Override
      @Nullable Outcome strike(Draw draw, SplittableRandom random) {
        return draw.service() == service && random.nextDouble() < part
            ? Outcome.closed(random.nextLong(6))
            : null;
      }
    };
  }

  /** A heavy report takes too long now and then, and whoever wants it tries again. */
  static Fault reports(Stage stage) {
    Service service = stage.mesh().any();
    return new Heavy(stage, service, 60_000L * (4 + stage.random().nextInt(20))) {
      @Override
      void comes(long time, Consumer<Entry> out) {
        Client person = stage.mesh().clients().get(random.nextInt(12));
        int n = 1 + random.nextInt(3);
        long at = time;
        most(time, "/report", 9_000, out);
        for (int i = 0; i < n; i++) {
          Outcome late = Outcome.timeout("UT", 15_000 + random.nextLong(12));
          String path = service.path() + "/report";
          out.accept(new Sent(draw(at, service, person), late, random).asks("POST", path).at(at));
          at += 16_000 + random.nextLong(20_000);
        }
      }
    };
  }

  /** An input that a server cannot stand is sent again, less and less often. */
  static Fault poison(Stage stage) {
    Service service = stage.mesh().any();
    return new Heavy(stage, service, 60_000L * (5 + stage.random().nextInt(25))) {
      @Override
      void comes(long time, Consumer<Entry> out) {
        Client client = stage.mesh().clients().get(random.nextInt(12));
        int n = 2 + random.nextInt(5);
        long at = time;
        most(time, "/import", 60, out);
        for (int i = 0; i < n; i++) {
          Outcome wrong = Outcome.answered(500, 120, 20 + random.nextLong(30));
          String path = service.path() + "/import";
          out.accept(new Sent(draw(at, service, client), wrong, random).asks("POST", path).at(at));
          at += 1000L << i;
        }
      }
    };
  }

  /** Calls that end with a status of the application, as they should. */
  static Fault calls(Stage stage) {
    Service service = stage.mesh().any();
    return new Life(stage, 100L * (2 + stage.random().nextInt(20))) {
      @Override
      void comes(long time, Consumer<Entry> out) {
        Client client = stage.mesh().clients().get(random.nextInt(12));
        boolean ok = random.nextInt(100) < 92;
        String status = ok ? "OK" : STATUSES[random.nextInt(STATUSES.length)];
        String path = "/shop.Items/" + (ok ? "List" : "Get");
        out.accept(
            new Sent(draw(time, service, client), Outcome.answered(200, 90, 9), random)
                .asks("POST", path)
                .grpc(status)
                .at(time));
      }
    };
  }

  /** Faults are injected on purpose for a while. */
  static Fault injection(Stage stage) {
    Service service = stage.mesh().any();
    Outcome aborted = new Outcome(503, "FI", "fault_filter_abort", "", 18, 0, false);
    return new Ordinary() {
      @Override
      @Nullable Outcome strike(Draw draw, SplittableRandom random) {
        return draw.service() == service && stage.during(draw.time()) && random.nextInt(20) == 0
            ? aborted
            : null;
      }
    };
  }

  /** Hosts are replaced one by one with a drain; a few requests are lost for all that. */
  static Fault rollout(Stage stage) {
    Service service = stage.mesh().any();
    int pods = service.hosts().size();
    int lost = stage.random().nextInt(4);
    return new Ordinary() {
      private int replaced;
      private int left = lost;
      private String leaving = "";

      @Override
      void tick(long time) {
        if (replaced < pods && time >= stage.onset() + replaced * 25_000L) {
          leaving = service.hosts().get(replaced);
          service
              .hosts()
              .set(replaced, stage.mesh().address(replaced % stage.mesh().zones(), service.port()));
          replaced++;
        }
      }

      @Override
      @Nullable Outcome strike(Draw draw, SplittableRandom random) {
        boolean now = replaced > 0 && replaced < pods && left > 0;
        if (now && draw.service() == service && !leaving.isEmpty() && random.nextInt(40) == 0) {
          left--;
          leaving = "";
          return random.nextBoolean() ? Outcome.closed(9) : Outcome.refused(2);
        }
        return null;
      }
    };
  }

  /** Each pod is probed; new ones do not answer until they are ready. */
  static Fault probes(Stage stage) {
    Service service = stage.mesh().any();
    List<Long> starts = new ArrayList<>();
    for (int i = 0; i < service.hosts().size(); i++) {
      starts.add(stage.onset() + i * 30_000L);
    }
    return new Life(stage, 2000) {
      @Override
      void comes(long time, Consumer<Entry> out) {
        int pod = random.nextInt(starts.size());
        long age = time - starts.get(pod);
        boolean booting = age >= 0 && age < 14_000;
        Outcome answer = booting ? Outcome.refused(0) : Outcome.answered(200, 2, 1);
        String host = service.hosts().get(pod);
        String pods = host.substring(0, host.lastIndexOf(':'));
        out.accept(
            new Sent(draw(time, service, stage.mesh().clients().get(0)), answer, random)
                .from("10.11.0.1", "kube-probe/1.29")
                .asks("GET", "/healthz")
                .of(host)
                .to("inbound|" + service.port() + "||", pods + ":" + service.port())
                .at(time));
      }
    };
  }

  /** A job comes at its hour and asks a lot for some minutes; all the usual errors come with it. */
  static Fault cron(Stage stage) {
    Service service = stage.mesh().any();
    double times = 3 + 6 * stage.random().nextDouble();
    return new Ordinary() {
      @Override
      double load(Service loaded, long time) {
        boolean now = time >= stage.onset() && time < stage.onset() + 180_000;
        return loaded == service && now ? times : 1;
      }

      @Override
      @Nullable Outcome strike(Draw draw, SplittableRandom random) {
        return load(draw.service(), draw.time()) > 1 && random.nextInt(600) == 0
            ? Outcome.timeout("UT", 15_000 + random.nextLong(9))
            : null;
      }
    };
  }

  /** The log begins anew for half of the clients: what they did before is in another file. */
  static Fault cut(Stage stage) {
    return new Ordinary() {
      @Override
      double load(Service loaded, long time) {
        return loaded.port() == 8080 && time < stage.onset() ? 0.02 : 1;
      }
    };
  }

  /** Requests that seldom fail. */
  private abstract static class Heavy extends Life {
    private final Service service;

    Heavy(Stage stage, Service service, double every) {
      super(stage, every, 300);
      this.service = service;
    }

    /** Those that succeed, before one that does not. */
    final void most(long time, String path, long duration, Consumer<Entry> out) {
      for (int i = 0; i < 12; i++) {
        long at = time + random.nextLong(120_000);
        Client client = stage.mesh().clients().get(random.nextInt(12));
        Outcome answer = Outcome.answered(200, 9000, 20 + random.nextLong(duration));
        Sent sent = new Sent(draw(at, service, client), answer, random);
        out.accept(sent.asks("POST", service.path() + path).at(at));
      }
    }
  }

  /** What adds no requests. */
  private static class Ordinary extends Fault {
    Ordinary() {
      super(Life.NOTHING);
    }

    @Override
    @Nullable Outcome strike(Draw draw, SplittableRandom random) {
      return null;
    }
  }
}
