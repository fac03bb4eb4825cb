package dev.whyvoy.bench.incident;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Services with hosts in three zones, and the clients that call them. */
final class Mesh {
  private static final String[] NAMES = {
    "cart",
    "orders",
    "payments",
    "search",
    "catalog",
    "users",
    "sessions",
    "inventory",
    "pricing",
    "shipping",
    "reviews",
    "images",
    "mail",
    "reports",
    "ledger",
    "quotes"
  };
  private static final String[] NAMESPACES = {"shop", "money", "platform"};
  private static final String[] AGENTS = {
    "Go-http-client/1.1",
    "okhttp/4.12.0",
    "python-requests/2.31.0",
    "Apache-HttpClient/4.5.14 (Java/17.0.10)",
    "axios/1.6.8",
    "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/124.0.0.0 Safari/537.36"
  };
  private final int zones;
  private final double rate;

  private final List<Service> services = new ArrayList<>();
  private final List<Client> clients = new ArrayList<>();
  private final SplittableRandom random;

  Mesh(SplittableRandom random, Setting setting) {
    this.random = random;
    this.zones = setting.zones();
    this.rate = setting.rate();
    for (int i = 0; i < setting.services(); i++) {
      int port = i % 3 == 0 ? 80 : i % 3 == 1 ? 8080 : 9090;
      List<String> hosts = new ArrayList<>();
      int count =
          setting.fewestHosts() + random.nextInt(1 + setting.mostHosts() - setting.fewestHosts());
      for (int k = 0; k < count; k++) {
        hosts.add(address(k % zones, port));
      }
      String name = NAMES[i % NAMES.length] + (i < NAMES.length ? "" : "-" + i / NAMES.length);
      services.add(
          new Service(
              name + "." + NAMESPACES[i % NAMESPACES.length] + ".svc.cluster.local",
              port,
              hosts,
              0.3 + random.nextDouble() * 2,
              3 + random.nextInt(60),
              "/api/v1/" + name));
    }
    for (int i = 0; i < 12; i++) {
      clients.add(
          new Client(
              "10." + (20 + i % 3) + "." + random.nextInt(16) + "." + (1 + random.nextInt(250)),
              AGENTS[i % AGENTS.length]));
    }
  }

  /** A new address in a zone. */
  String address(int zone, int port) {
    return "10."
        + (11 + zone)
        + "."
        + random.nextInt(8)
        + "."
        + (1 + random.nextInt(250))
        + ":"
        + port;
  }

  /** What the addresses of a zone's hosts begin with. */
  static String block(int zone) {
    return "10." + (11 + zone) + ".";
  }

  /** Of all services together. */
  double weight() {
    return services.stream().mapToDouble(Service::weight).sum();
  }

  /** Requests in a second, about. */
  double rate() {
    return rate;
  }

  int zones() {
    return zones;
  }

  List<Service> services() {
    return services;
  }

  List<Client> clients() {
    return clients;
  }

  Service any() {
    return services.get(random.nextInt(services.size()));
  }
}
