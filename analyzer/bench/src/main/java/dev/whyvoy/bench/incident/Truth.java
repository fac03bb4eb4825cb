package dev.whyvoy.bench.incident;

import java.util.Set;

/**
 * What really happened.
 *
 * @param place where: a host, an address block such as {@code 10.12.}, a client, or a cluster
 * @param clusters clusters that show it
 * @param since its first failure in ms since 1970, set when it is known
 * @param causes ids of the causes that name it
 */
record Truth(
    String name,
    PlaceKind kind,
    String place,
    Set<String> clusters,
    long since,
    Set<String> causes) {
  /** What sort of place. */
  enum PlaceKind {
    HOST,
    HOSTS,
    BLOCK,
    CLIENT,
    CLUSTER,
    CLUSTERS
  }

  Truth since(long time) {
    return new Truth(name, kind, place, clusters, time, causes);
  }
}
