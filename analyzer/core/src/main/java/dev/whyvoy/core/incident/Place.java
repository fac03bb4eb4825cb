package dev.whyvoy.core.incident;

import java.util.List;

/**
 * Where an incident happened.
 *
 * @param kind how narrow it is
 * @param value what it is called, such as {@code 10.2.3.4:8080}; empty for the whole log
 * @param clusters upstream clusters concerned, the most affected first
 * @param hosts upstream hosts that failed, the most affected first; not all of many
 */
public record Place(Kind kind, String value, List<Part> clusters, List<Part> hosts) {

  public Place {
    clusters = List.copyOf(clusters);
    hosts = List.copyOf(hosts);
  }

  /** A name with the number of failures there. */
  public record Part(String name, long count) {}

  /** What sort of place. */
  public enum Kind {
    HOST("upstream host"),
    HOSTS("upstream hosts"),
    ADDRESS_BLOCK("upstream hosts in"),
    CLIENT("client"),
    USER_AGENT("user agent"),
    ROUTE("route"),
    METHOD("method"),
    PATH("path"),
    AUTHORITY("host name"),
    PROTOCOL("protocol"),
    POD("pod"),
    SOURCE_WORKLOAD("source workload"),
    DESTINATION_WORKLOAD("destination workload"),
    NODE("node"),
    CLUSTER("cluster"),
    CLUSTERS("clusters"),
    EVERYWHERE("everywhere");

    private final String word;

    Kind(String word) {
      this.word = word;
    }

    /** In words, to stand before the value. */
    public String word() {
      return word;
    }
  }
}
