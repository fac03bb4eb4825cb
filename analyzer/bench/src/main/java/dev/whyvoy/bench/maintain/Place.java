package dev.whyvoy.bench.maintain;

/**
 * A place in Envoy's source as the knowledge cites it.
 *
 * @param file path in Envoy's repository
 * @param function full C++ name of a function, or of a class or constant
 * @param at words of the line meant inside it; empty if its definition is meant
 */
record Place(String file, String function, String at) implements Comparable<Place> {
  /** As in the first column of {@code code-index.csv}. */
  String key() {
    return file + "#" + function + (at.isEmpty() ? "" : "@" + at);
  }

  @Override
  public int compareTo(Place other) {
    return key().compareTo(other.key());
  }
}
