package dev.whyvoy.bench;

import java.util.SplittableRandom;

/** Requests to a few hundred services, each with a handful of hosts. */
final class Traffic {
  private static final int SERVICES = 240;
  private static final String[] WORDS = {
    "cart", "orders", "payments", "search", "catalog", "users", "sessions", "inventory", "pricing",
    "shipping", "reviews", "images", "mail", "reports", "auth", "gateway", "ledger", "quotes"
  };
  private static final String[] NAMESPACES = {"shop", "payments", "platform", "data", "edge"};
  private static final String[] AGENTS = {
    "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/124.0.0.0 Safari/537.36",
    "Mozilla/5.0 (iPhone; CPU iPhone OS 17_4 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.4 Mobile/15E148 Safari/604.1",
    "Go-http-client/1.1",
    "okhttp/4.12.0",
    "grpc-java-netty/1.62.2",
    "python-requests/2.31.0",
    "curl/8.7.1",
    "Apache-HttpClient/4.5.14 (Java/17.0.10)"
  };
  private static final String[] METHODS = {
    "GET", "GET", "GET", "GET", "POST", "POST", "PUT", "DELETE"
  };
  private static final char[] HEX = "0123456789abcdef".toCharArray();

  private final SplittableRandom random;
  private final String[] name = new String[SERVICES];
  private final String[] host = new String[SERVICES];
  private final int[] port = new int[SERVICES];
  private final String[][] hosts = new String[SERVICES][];
  private final boolean calm;
  private int burstService;
  private Failure burst = Failure.ALL[0];
  private long burstUntil;

  /**
   * @param calm whether few requests fail, and each service in few ways
   */
  Traffic(long seed, boolean calm) {
    this.calm = calm;
    random = new SplittableRandom(seed);
    for (int i = 0; i < SERVICES; i++) {
      name[i] = WORDS[i % WORDS.length] + (i < WORDS.length ? "" : "-" + i / WORDS.length);
      host[i] = name[i] + "." + NAMESPACES[i % NAMESPACES.length] + ".svc.cluster.local";
      port[i] = i % 3 == 0 ? 80 : i % 3 == 1 ? 8080 : 9090;
      hosts[i] = new String[2 + random.nextInt(14)];
      for (int k = 0; k < hosts[i].length; k++) {
        hosts[i][k] = address(10, 244) + ":" + port[i];
      }
    }
  }

  /** Milliseconds until the next request ends. */
  int pause() {
    return random.nextInt(100) < 30 ? 1 : 0;
  }

  Request next(long millis) {
    if (millis > burstUntil && random.nextInt(400_000) == 0) {
      burstService = random.nextInt(SERVICES);
      burst = Failure.any(random);
      burstUntil = millis + 60_000 + random.nextInt(240_000);
    }
    int service = skewed();
    boolean inBurst = millis < burstUntil && service == burstService;
    if (inBurst && random.nextInt(10) < 7) {
      return failed(service, burst);
    }
    if (random.nextInt(1000) >= (calm ? 5 : 55)) {
      return healthy(service);
    }
    return failed(service, calm ? habit(service) : Failure.any(random));
  }

  /** One of the two ways in which a service fails when the mesh is calm. */
  private Failure habit(int service) {
    return Failure.at((service * 31 + random.nextInt(2) * 47) % Failure.total());
  }

  private int skewed() {
    int a = random.nextInt(SERVICES);
    return random.nextInt(4) == 0 ? a : Math.min(a, random.nextInt(SERVICES));
  }

  private Request healthy(int service) {
    int points = random.nextInt(100);
    int code = points < 90 ? 200 : points < 94 ? 204 : points < 97 ? 304 : points < 99 ? 404 : 500;
    long duration = latency();
    return request(
        service,
        code,
        "-",
        "via_upstream",
        "",
        random.nextInt(30_000),
        duration,
        Math.max(0, duration - 1),
        true);
  }

  private Request failed(int service, Failure failure) {
    long duration = failure.least() + random.nextInt(failure.most() - failure.least() + 1);
    return request(
        service,
        failure.code(),
        failure.flags(),
        failure.details(),
        failure.reason(),
        failure.sent(),
        duration,
        -1,
        failure.reached());
  }

  private long latency() {
    double tail = 1 / (1 - random.nextDouble());
    return Math.min(30_000, (long) (3 * tail));
  }

  private Request request(
      int service,
      int code,
      String flags,
      String details,
      String reason,
      long sent,
      long duration,
      long serviceTime,
      boolean reached) {
    String method = METHODS[random.nextInt(METHODS.length)];
    String upstream = reached ? hosts[service][random.nextInt(hosts[service].length)] : "";
    boolean routed = !flags.equals("NR");
    return new Request(
        method,
        path(),
        random.nextInt(4) == 0 ? "HTTP/2" : "HTTP/1.1",
        code,
        flags,
        details,
        reason,
        method.equals("GET") ? 0 : random.nextInt(4000),
        sent,
        duration,
        serviceTime,
        random.nextInt(3) == 0 ? address(203, 0) : "",
        AGENTS[random.nextInt(AGENTS.length)],
        uuid(),
        host[service] + ":" + port[service],
        upstream,
        routed ? "outbound|" + port[service] + "||" + host[service] : "",
        reached ? address(10, 244) + ":" + (32768 + random.nextInt(28000)) : "",
        "10.96." + service % 250 + "." + service / 250 + ":" + port[service],
        address(10, 244) + ":" + (32768 + random.nextInt(28000)),
        "",
        routed ? "default" : "");
  }

  private String path() {
    String first = "/api/v1/" + WORDS[random.nextInt(WORDS.length)];
    return switch (random.nextInt(4)) {
      case 0 -> first;
      case 1 -> first + "/" + random.nextInt(1_000_000);
      case 2 -> first + "/" + uuid() + "/items";
      default -> first + "?page=" + random.nextInt(50) + "&size=20";
    };
  }

  private String address(int a, int b) {
    return a + "." + b + "." + random.nextInt(64) + "." + (1 + random.nextInt(250));
  }

  private String uuid() {
    char[] text = new char[36];
    long high = random.nextLong();
    long low = random.nextLong();
    for (int i = 0; i < 36; i++) {
      if (i == 8 || i == 13 || i == 18 || i == 23) {
        text[i] = '-';
      } else {
        text[i] = HEX[(int) (high & 15)];
        high = high >>> 4 | (low & 15) << 60;
        low >>>= 4;
      }
    }
    return new String(text);
  }
}
