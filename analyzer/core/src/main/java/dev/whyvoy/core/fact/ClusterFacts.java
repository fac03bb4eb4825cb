package dev.whyvoy.core.fact;

import static dev.whyvoy.core.fact.FactNames.CLUSTER_DIRECTION;
import static dev.whyvoy.core.fact.FactNames.CLUSTER_PORT;
import static dev.whyvoy.core.fact.FactNames.CLUSTER_SUBSET;
import static dev.whyvoy.core.fact.FactNames.UPSTREAM_CLUSTER;

import java.util.Set;

/** What the name of a cluster tells, as Istio and other control planes build it. */
final class ClusterFacts {
  private static final Set<String> XDS =
      Set.of("xds-grpc", "xds_cluster", "sds-grpc", "ads_cluster", "xds-cluster", "contour");

  private ClusterFacts() {}

  static void add(Facts facts, Facts.Builder derived) {
    String cluster = facts.get(UPSTREAM_CLUSTER).orElse("");
    if (cluster.isEmpty()) {
      return;
    }
    derived.set(CLUSTER_DIRECTION, direction(cluster));
    String[] parts = cluster.split(cluster.contains("_._.") ? "_\\.|\\._" : "\\|", -1);
    if (parts.length >= 3 && parts[1].matches("[0-9]{1,5}")) {
      derived.set(CLUSTER_PORT, parts[1]);
      if (!parts[2].isEmpty() && !parts[2].equals("_") && cluster.startsWith("outbound")) {
        derived.set(CLUSTER_SUBSET, parts[2]);
      }
    }
  }

  private static String direction(String cluster) {
    if (cluster.startsWith("InboundPassthrough")) {
      return "inbound_passthrough";
    }
    if (cluster.startsWith("PassthroughCluster")) {
      return "passthrough";
    }
    if (cluster.equals("BlackHoleCluster") || cluster.equals("block_all")) {
      return "blackhole";
    }
    if (cluster.startsWith("connect_originate") || cluster.equals("encap")) {
      return "connect_originate";
    }
    if (cluster.startsWith("inbound|")) {
      return "inbound";
    }
    if (cluster.startsWith("outbound|")
        || cluster.startsWith("outbound_.")
        || cluster.startsWith("inbound-vip|")) {
      return "outbound";
    }
    return XDS.contains(cluster) ? "xds" : "other";
  }
}
