package dev.whyvoy.core.knowledge;

/** Whose side has to act on a cause. */
public enum Side {
  DOWNSTREAM("downstream"),
  ENVOY("envoy"),
  UPSTREAM("upstream"),
  NETWORK("network"),
  CONTROL_PLANE("control-plane"),
  CLIENT("client"),
  PLATFORM("platform");

  private final String word;

  Side(String word) {
    this.word = word;
  }

  /** As written in the knowledge files and shown to people. */
  public String word() {
    return word;
  }
}
