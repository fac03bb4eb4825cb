package dev.whyvoy.bench.incident;

import java.util.Set;

/**
 * What really happened.
 *
 * @param place where: a host, an address block such as {@code 10.12.}, a client, or a cluster
 * @param clusters clusters that show it
 * @param since its first failure in ms since 1970, set when it is known
 * @param causes ids of the causes that name it
 * @param slack how far off, in ms, a report's beginning may be to be about this
 */
record Truth(
    String name,
    PlaceKind kind,
    String place,
    Set<String> clusters,
    long since,
    Set<String> causes,
    long slack) {
  /** How much later than its first failure, in ms, a report may say that most things began. */
  private static final long CLOSE = 90_000;

  Truth(
      String name,
      PlaceKind kind,
      String place,
      Set<String> clusters,
      long since,
      Set<String> causes) {
    this(name, kind, place, clusters, since, causes, CLOSE);
  }

  /** What begins so slowly that its beginning can be told only so well. */
  Truth slowly(long ms) {
    return new Truth(name, kind, place, clusters, since, causes, ms);
  }

  /** What sort of place. */
  enum PlaceKind {
    HOST,
    HOSTS,
    BLOCK,
    CLIENT,
    AUTHORITY,
    CLUSTER,
    CLUSTERS
  }

  Truth since(long time) {
    return new Truth(name, kind, place, clusters, time, causes, slack);
  }
}
