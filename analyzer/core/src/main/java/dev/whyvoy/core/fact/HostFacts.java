package dev.whyvoy.core.fact;

import static dev.whyvoy.core.fact.FactNames.CLUSTER_DIRECTION;
import static dev.whyvoy.core.fact.FactNames.CLUSTER_PORT;
import static dev.whyvoy.core.fact.FactNames.DOWNSTREAM_LOCAL_ADDRESS;
import static dev.whyvoy.core.fact.FactNames.FAMILIES_DIFFER;
import static dev.whyvoy.core.fact.FactNames.LOCAL_PORT_KIND;
import static dev.whyvoy.core.fact.FactNames.PORT_KIND;
import static dev.whyvoy.core.fact.FactNames.REMOTE_ADDRESS;
import static dev.whyvoy.core.fact.FactNames.UPSTREAM_FAMILY;
import static dev.whyvoy.core.fact.FactNames.UPSTREAM_HOST;
import static dev.whyvoy.core.fact.FactNames.UPSTREAM_KIND;
import static dev.whyvoy.core.fact.FactNames.UPSTREAM_LOCAL_ADDRESS;

import java.util.Set;

/** What the address of the upstream host tells. */
final class HostFacts {
  private static final Set<Integer> TLS = Set.of(443, 6443, 8443, 9443, 636, 993, 5671);
  private static final Set<Integer> PLAINTEXT =
      Set.of(80, 3000, 5000, 8000, 8080, 8081, 8888, 9080, 9090);

  /** Forward proxies: Squid, Privoxy, Tinyproxy, SOCKS. */
  private static final Set<Integer> PROXY = Set.of(3128, 3129, 8118, 1080);

  private HostFacts() {}

  /** Reads also what {@link ClusterFacts} has derived. */
  static void add(Facts facts, Facts.Builder derived) {
    if (facts.lacks(UPSTREAM_HOST)) {
      derived.set(UPSTREAM_KIND, "absent");
    }
    String address = facts.get(UPSTREAM_HOST).orElse("");
    addFamily(address.isEmpty() ? facts.get(REMOTE_ADDRESS).orElse("") : address, facts, derived);
    if (!address.isEmpty()) {
      String kind = kind(address, facts);
      if (!kind.isEmpty()) {
        derived.set(UPSTREAM_KIND, kind);
      }
    }
    int port = Addresses.port(address);
    if (port < 0 && !facts.get(CLUSTER_DIRECTION).orElse("").equals("connect_originate")) {
      port = (int) facts.number(CLUSTER_PORT).orElse(-1);
    }
    if (port >= 0) {
      derived.set(PORT_KIND, portKind(port));
    }
    int local = Addresses.port(facts.get(DOWNSTREAM_LOCAL_ADDRESS).orElse(""));
    if (local >= 0) {
      derived.set(LOCAL_PORT_KIND, portKind(local));
    }
  }

  private static void addFamily(String upstream, Facts facts, Facts.Builder derived) {
    String family = family(upstream);
    if (family.isEmpty()) {
      return;
    }
    derived.set(UPSTREAM_FAMILY, family);
    String own = family(facts.get(DOWNSTREAM_LOCAL_ADDRESS).orElse(""));
    if (!own.isEmpty()) {
      derived.set(FAMILIES_DIFFER, Boolean.toString(!own.equals(family)));
    }
  }

  private static String family(String address) {
    String host = Addresses.host(address);
    return host.isEmpty() || !Addresses.isIp(host) ? "" : host.indexOf(':') >= 0 ? "ipv6" : "ipv4";
  }

  private static String kind(String address, Facts facts) {
    if (address.startsWith("envoy://")) {
      return "internal_listener";
    }
    if (address.startsWith("/") || address.startsWith("@")) {
      return "unix";
    }
    String host = Addresses.host(address);
    if (!Addresses.isIp(host)) {
      return "";
    }
    if (Addresses.isLoopback(host)) {
      return "loopback";
    }
    boolean own =
        host.equals(Addresses.host(facts.get(UPSTREAM_LOCAL_ADDRESS).orElse("")))
            || (facts.holds(CLUSTER_DIRECTION, "inbound")
                && (host.equals(Addresses.host(facts.get(DOWNSTREAM_LOCAL_ADDRESS).orElse("")))
                    || facts.get(UPSTREAM_LOCAL_ADDRESS).orElse("").startsWith("127.0.0.6:")));
    if (own) {
      return "own_pod";
    }
    return Addresses.isPrivate(host) ? "private" : "public";
  }

  private static String portKind(int port) {
    if (port == 15008) {
      return "hbone";
    }
    if (port == 15443) {
      return "eastwest";
    }
    if (PROXY.contains(port)) {
      return "proxy";
    }
    return TLS.contains(port) ? "tls" : PLAINTEXT.contains(port) ? "plaintext" : "other";
  }
}
