package dev.whyvoy.bench.incident;

import dev.whyvoy.bench.Request;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Consumer;

/** A log of a made-up mesh in which something goes wrong, or nothing but noise. */
public final class Scenario {
  private static final Map<String, Plot> PLOTS = Plot.all();

  private final SplittableRandom random;
  private final Setting setting;
  private final Mesh mesh;
  private final List<Fault> faults;
  private final long start;
  private final long end;
  private final long waves;
  private final Noise noise;
  private final double hidden;
  private final Written written;

  /**
   * A scenario; the same arguments give the same log.
   *
   * @param kind one of {@link #kinds}
   * @param minutes length of the log; scenarios that are slow by nature take longer
   * @param rate requests in a second, about
   */
  public Scenario(String kind, long seed, int minutes, double rate, String format) {
    this(kind, seed, Setting.usual(minutes, rate, format), false);
  }

  /**
   * A scenario, as above.
   *
   * @param usual the mesh, unless the kind asks for another one
   * @param hard whether there is more noise, retries hide most of what they can, and harmless
   *     changes of load and hosts go on elsewhere
   */
  Scenario(String kind, long seed, Setting usual, boolean hard) {
    Plot plot = PLOTS.get(kind);
    if (plot == null) {
      throw new IllegalArgumentException("no such scenario: " + kind);
    }
    random = new SplittableRandom(seed * 1_000_003 + kind.hashCode());
    setting = plot.setting().apply(new SplittableRandom(seed * 31 + kind.hashCode()), usual);
    mesh = new Mesh(random.split(), setting);
    start = Instant.parse("2026-03-04T08:00:00Z").toEpochMilli() + random.nextLong(86_400_000);
    end = start + 60_000L * setting.minutes();
    List<Fault> all =
        new ArrayList<>(plot.faults().apply(Stage.of(mesh, random.split(), start, end)));
    if (hard) {
      all.add(Harmless.spike(Stage.of(mesh, random.split(), start, end), mesh.any()));
      all.add(Harmless.rollout(Stage.of(mesh, random.split(), start, end), mesh.any()));
    }
    faults = all;
    double factor = hard ? 1 + random.nextDouble() * 4 : setting.noise();
    noise = new Noise(factor, setting.uneven() ? new SplittableRandom(seed) : null);
    waves = 60_000L * (10 + random.nextInt(50));
    written = new Written(setting);
    hidden = hard ? 0.6 : setting.hidden();
  }

  /** Names of all scenarios. */
  public static List<String> kinds() {
    return List.copyOf(PLOTS.keySet());
  }

  /** What really happened; known once the log is written. */
  List<Truth> truths() {
    return faults.stream().filter(Fault::happened).map(Fault::truth).toList();
  }

  /** What happened and left too little to be told; who tells it all the same invents nothing. */
  List<Truth> traces() {
    return faults.stream().filter(Fault::leftTraces).map(Fault::truth).toList();
  }

  long start() {
    return start;
  }

  /** Hands over every line of the log, in order, without line feed. */
  public void write(Consumer<StringBuilder> lines) {
    double time = start;
    double[] weights = new double[mesh.services().size()];
    double shape = 1.3 * setting.services() / Math.max(1e-9, mesh.weight());
    while (time < end) {
      double total = 0;
      for (int i = 0; i < weights.length; i++) {
        Service service = mesh.services().get(i);
        weights[i] = service.weight();
        for (Fault fault : faults) {
          weights[i] *= fault.load(service, (long) time);
        }
        total += weights[i];
      }
      double wave = 1 + setting.wave() * Math.sin(2 * Math.PI * time / waves);
      double pace = setting.rate() * wave * total / mesh.services().size() / 1.3;
      pace *= setting.uneven() ? shape : 1;
      time += -Math.log(1 - random.nextDouble()) * 1000 / pace;
      long now = (long) time;
      for (Fault fault : faults) {
        fault.tick(now);
        fault.more(now, written::take);
      }
      Entry entry = new Entry(now, request(draw(now, weights, total)));
      written.take(entry);
      for (Fault fault : faults) {
        fault.follow(entry, written::take);
      }
      written.until(now, lines);
    }
    written.until(end, lines);
  }

  private Draw draw(long now, double[] weights, double total) {
    double point = random.nextDouble() * total;
    int chosen = 0;
    while (chosen < weights.length - 1 && point > weights[chosen]) {
      point -= weights[chosen++];
    }
    Service service = mesh.services().get(chosen);
    String host = service.hosts().get(random.nextInt(service.hosts().size()));
    List<Client> clients = mesh.clients();
    int a = random.nextInt(clients.size());
    return new Draw(now, service, host, clients.get(Math.min(a, random.nextInt(clients.size()))));
  }

  private Request request(Draw draw) {
    Outcome outcome = null;
    for (Fault fault : faults) {
      outcome = outcome == null ? fault.struck(draw, random, hidden) : outcome;
    }
    outcome = outcome == null ? noise.of(draw, random) : outcome;
    if (outcome == null) {
      double tail = 1 / (1 - random.nextDouble() * 0.98);
      for (Fault fault : faults) {
        tail *= fault.slowness(draw);
      }
      outcome =
          Outcome.answered(
              200, random.nextInt(9000), (long) (draw.service().latency() * tail / 2) + 1);
    }
    boolean routed = !outcome.flags().equals("NR");
    Service service = draw.service();
    String method = random.nextInt(4) == 0 ? "POST" : "GET";
    String path = service.path() + (random.nextInt(3) == 0 ? "/" + random.nextInt(100_000) : "");
    String port = Sent.port(random);
    boolean upstream = outcome.details().equals("via_upstream");
    return new Request(
        method,
        routed ? path : "/api/v0" + path,
        "HTTP/1.1",
        outcome.code(),
        outcome.flags(),
        outcome.details(),
        outcome.reason(),
        method.equals("GET") ? 0 : random.nextInt(4000),
        outcome.sent(),
        outcome.duration(),
        upstream ? Math.max(0, outcome.duration() - 1) : -1,
        "",
        draw.client().userAgent(),
        Sent.id(random),
        routed ? service.authority() + ":" + service.port() : "unknown.example",
        outcome.host() ? draw.host() : "",
        routed ? service.cluster() : "",
        outcome.host() ? draw.client().address() + port : "",
        "10.96.0." + (10 + mesh.services().indexOf(service)) + ":" + service.port(),
        draw.client().address() + port,
        "",
        routed ? "default" : "");
  }
}
