package dev.whyvoy.bench.maintain;

/**
 * Where a {@link Place} is at one release.
 *
 * @param line 1-based, 0 if it is not there
 * @param missing what is not there; empty if it is
 */
record Location(int line, String missing) {
  static final Location NO_FILE = new Location(0, "no such file");
  static final Location NO_FUNCTION = new Location(0, "no such function");
  static final Location NO_WORDS = new Location(0, "no such words in the function");

  static Location at(int line) {
    return new Location(line, "");
  }

  boolean found() {
    return line > 0;
  }
}
