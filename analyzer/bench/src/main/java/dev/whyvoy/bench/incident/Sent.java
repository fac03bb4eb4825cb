package dev.whyvoy.bench.incident;

import dev.whyvoy.bench.Request;
import java.util.SplittableRandom;

/** A request beside the usual traffic, put together piece by piece. */
final class Sent {
  private static final char[] HEX = "0123456789abcdef".toCharArray();

  private final SplittableRandom random;
  private final Outcome outcome;
  private String method = "GET";
  private String path;
  private String protocol = "HTTP/1.1";
  private String client;
  private String agent;
  private String id;
  private String authority;
  private String host;
  private String cluster;
  private String local;
  private String listener;
  private String route = "default";
  private String grpcStatus = "";
  private long received;

  /** A request as a client sends it to a service, with this outcome. */
  Sent(Draw draw, Outcome outcome, SplittableRandom random) {
    this.random = random;
    this.outcome = outcome;
    Service service = draw.service();
    path = service.path();
    client = draw.client().address() + port(random);
    agent = draw.client().userAgent();
    id = id(random);
    authority = service.authority() + ":" + service.port();
    host = outcome.host() ? draw.host() : "";
    cluster = outcome.flags().equals("NR") ? "" : service.cluster();
    local = outcome.host() ? client : "";
    listener = "10.96.0.10:" + service.port();
  }

  static String port(SplittableRandom random) {
    return ":" + (32768 + random.nextInt(28000));
  }

  static String id(SplittableRandom random) {
    StringBuilder text = new StringBuilder(36);
    for (int i = 0; i < 36; i++) {
      text.append(i == 8 || i == 13 || i == 18 || i == 23 ? '-' : HEX[random.nextInt(16)]);
    }
    return text.toString();
  }

  Sent asks(String how, String what) {
    method = how;
    path = what;
    return this;
  }

  Sent from(String address, String userAgent) {
    client = address + port(random);
    local = outcome.host() ? client : "";
    agent = userAgent;
    return this;
  }

  Sent of(String hostName) {
    authority = hostName;
    return this;
  }

  /** Where it goes; an empty host if none was chosen. */
  Sent to(String upstreamCluster, String upstreamHost) {
    cluster = upstreamCluster;
    host = upstreamHost;
    return this;
  }

  /** The address at which the proxy takes it. */
  Sent through(String address) {
    listener = address;
    return this;
  }

  Sent grpc(String status) {
    grpcStatus = status;
    protocol = "HTTP/2";
    method = "POST";
    return this;
  }

  /** A connection and no request. */
  Sent tcp(long bytes) {
    method = "-";
    path = "-";
    protocol = "-";
    id = "-";
    agent = "-";
    authority = "-";
    route = "";
    received = bytes;
    return this;
  }

  Sent withId(String requestId) {
    id = requestId;
    return this;
  }

  Entry at(long time) {
    boolean upstream = outcome.details().equals("via_upstream");
    Request request =
        new Request(
            method,
            path,
            protocol,
            outcome.code(),
            outcome.flags(),
            outcome.details(),
            outcome.reason(),
            received,
            outcome.sent(),
            outcome.duration(),
            upstream ? Math.max(0, outcome.duration() - 1) : -1,
            "",
            agent,
            id,
            authority,
            host,
            cluster,
            local,
            listener,
            client,
            "",
            route);
    return new Entry(time, request, grpcStatus);
  }
}
