package dev.whyvoy.bench.incident;

import dev.whyvoy.bench.LineWriter;
import dev.whyvoy.bench.Request;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.function.Consumer;

/** A log of a made-up mesh in which something goes wrong, or nothing but noise. */
public final class Scenario {
  private static final int SERVICES = 10;
  private static final char[] HEX = "0123456789abcdef".toCharArray();

  /** What can be told of a scenario before its log is written. */
  private interface Plot {
    List<Fault> faults(Stage stage);
  }

  private static final Map<String, Plot> PLOTS = new TreeMap<>();

  static {
    PLOTS.put("healthy", stage -> List.of());
    PLOTS.put("dead-machine", s -> List.of(HostFaults.deadMachine(s, s.mesh().any())));
    PLOTS.put("dead-process", s -> List.of(HostFaults.deadProcess(s, s.mesh().any())));
    PLOTS.put("bad-rollout", s -> List.of(HostFaults.notReady(s, s.mesh().any())));
    PLOTS.put("undrained-rollout", s -> List.of(HostFaults.notDrained(s, s.mesh().any())));
    PLOTS.put("bad-version", s -> List.of(HostFaults.badVersion(s, s.mesh().any())));
    PLOTS.put("zone-outage", s -> List.of(HostFaults.zone(s)));
    PLOTS.put("keep-alive-race", s -> List.of(ConnectionFaults.keepAlive(s.mesh().any())));
    PLOTS.put("nat-idle-drop", s -> List.of(ConnectionFaults.natIdle(external(s))));
    PLOTS.put("connect-timeout", s -> List.of(ConnectionFaults.connectTimeout(s, s.mesh().any())));
    PLOTS.put("mtls-rollout", s -> List.of(ConnectionFaults.strict(s, s.mesh().any())));
    PLOTS.put("cert-expiry", s -> List.of(ConnectionFaults.expired(s)));
    PLOTS.put("circuit-breaker", s -> List.of(OtherFaults.breaker(s, s.mesh().any())));
    PLOTS.put("no-endpoints", s -> List.of(OtherFaults.noEndpoints(s)));
    PLOTS.put("retry-storm", s -> List.of(OtherFaults.retryStorm(s, s.mesh().any())));
    PLOTS.put("greedy-client", s -> List.of(OtherFaults.greedyClient(s)));
    PLOTS.put("impatient-client", s -> List.of(OtherFaults.impatientClient(s)));
    PLOTS.put("lost-client", s -> List.of(OtherFaults.lostClient(s)));
    PLOTS.put("small-refused", s -> List.of(SmallFaults.refused(s, s.mesh().any())));
    PLOTS.put("small-no-host", s -> List.of(SmallFaults.noHost(s, s.mesh().any())));
    PLOTS.put("small-silent", s -> List.of(SmallFaults.silent(s, s.mesh().any())));
    PLOTS.put("two-at-once", Scenario::two);
  }

  private final SplittableRandom random;
  private final Mesh mesh;
  private final List<Fault> faults;
  private final long start;
  private final long end;
  private final double rate;
  private final LineWriter writer;
  private final long waves;
  private final double hidden;
  private final double noise;

  /**
   * A scenario; the same arguments give the same log.
   *
   * @param kind one of {@link #kinds}
   * @param minutes length of the log; scenarios that are slow by nature take longer
   * @param rate requests in a second, about
   */
  public Scenario(String kind, long seed, int minutes, double rate, String format) {
    this(kind, seed, minutes, rate, format, false);
  }

  /**
   * A scenario, as above.
   *
   * @param hard whether there is more noise, retries hide most of what they can, and harmless
   *     changes of load and hosts go on elsewhere
   */
  Scenario(String kind, long seed, int minutes, double rate, String format, boolean hard) {
    Plot plot = PLOTS.get(kind);
    if (plot == null) {
      throw new IllegalArgumentException("no such scenario: " + kind);
    }
    random = new SplittableRandom(seed * 1_000_003 + kind.hashCode());
    mesh = new Mesh(random.split(), SERVICES);
    boolean slow = kind.equals("nat-idle-drop");
    int stretch = slow ? 8 : 1;
    start = Instant.parse("2026-03-04T08:00:00Z").toEpochMilli() + random.nextLong(86_400_000);
    end = start + 60_000L * minutes * stretch;
    this.rate = slow ? rate / stretch / 5 : rate;
    List<Fault> all = new ArrayList<>(plot.faults(Stage.of(mesh, random.split(), start, end)));
    if (hard) {
      all.add(Harmless.spike(Stage.of(mesh, random.split(), start, end), mesh.any()));
      all.add(Harmless.rollout(Stage.of(mesh, random.split(), start, end), mesh.any()));
    }
    faults = all;
    hidden = hard ? 0.6 : 0;
    noise = hard ? 1 + random.nextDouble() * 4 : 1;
    writer = LineWriter.named(format);
    waves = 60_000L * (10 + random.nextInt(50));
  }

  /** Names of all scenarios. */
  public static List<String> kinds() {
    return List.copyOf(PLOTS.keySet());
  }

  private static Service external(Stage stage) {
    SplittableRandom random = stage.random();
    List<String> hosts = new ArrayList<>();
    hosts.add("52.14." + random.nextInt(250) + "." + (1 + random.nextInt(250)) + ":443");
    Service external = new Service("api.partner.example", 443, hosts, 0.25, 80, "/v2/settlements");
    stage.mesh().services().add(external);
    return external;
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

  /** What really happened; known once the log is written. */
  List<Truth> truths() {
    return faults.stream().filter(Fault::happened).map(Fault::truth).toList();
  }

  long start() {
    return start;
  }

  /** Hands over every line of the log, in order, without line feed. */
  public void write(Consumer<StringBuilder> lines) {
    StringBuilder line = new StringBuilder(1024);
    double time = start;
    double[] weights = new double[mesh.services().size()];
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
      double wave = 1 + 0.25 * Math.sin(2 * Math.PI * time / waves);
      double pace = rate * wave * total / mesh.services().size() / 1.3;
      time += -Math.log(1 - random.nextDouble()) * 1000 / pace;
      long now = (long) time;
      faults.forEach(fault -> fault.tick(now));
      line.setLength(0);
      writer.write(request(draw(now, weights, total)), Instant.ofEpochMilli(now).toString(), line);
      lines.accept(line);
    }
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
    outcome = outcome == null ? Noise.of(draw, random, noise) : outcome;
    if (outcome == null) {
      double tail = 1 / (1 - random.nextDouble() * 0.98);
      outcome =
          Outcome.answered(
              200, random.nextInt(9000), (long) (draw.service().latency() * tail / 2) + 1);
    }
    boolean routed = !outcome.flags().equals("NR");
    Service service = draw.service();
    String method = random.nextInt(4) == 0 ? "POST" : "GET";
    String path = service.path() + (random.nextInt(3) == 0 ? "/" + random.nextInt(100_000) : "");
    String port = ":" + (32768 + random.nextInt(28000));
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
        uuid(),
        routed ? service.authority() + ":" + service.port() : "unknown.example",
        outcome.host() ? draw.host() : "",
        routed ? service.cluster() : "",
        outcome.host() ? draw.client().address() + port : "",
        "10.96.0." + (10 + mesh.services().indexOf(service)) + ":" + service.port(),
        draw.client().address() + port,
        "",
        routed ? "default" : "");
  }

  private String uuid() {
    StringBuilder text = new StringBuilder(36);
    for (int i = 0; i < 36; i++) {
      text.append(i == 8 || i == 13 || i == 18 || i == 23 ? '-' : HEX[random.nextInt(16)]);
    }
    return text.toString();
  }
}
