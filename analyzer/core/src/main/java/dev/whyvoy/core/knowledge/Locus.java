package dev.whyvoy.core.knowledge;

/** Where on the request's path an outcome arises. */
public enum Locus {
  DOWNSTREAM("downstream"),
  LISTENER("listener"),
  FILTER("filter"),
  ROUTE("route"),
  CLUSTER("cluster"),
  UPSTREAM("upstream"),
  ENVOY("envoy");

  private final String word;

  Locus(String word) {
    this.word = word;
  }

  /** As written in the knowledge files and shown to people. */
  public String word() {
    return word;
  }
}
