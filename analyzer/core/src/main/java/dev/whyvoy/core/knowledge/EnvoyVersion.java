package dev.whyvoy.core.knowledge;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * A release line of Envoy, 1.22 to 1.39-dev. 1.22 stands for all before it as well.
 *
 * @param minor the 38 of 1.38
 */
public record EnvoyVersion(int minor) implements Comparable<EnvoyVersion> {
  private static final int FIRST = 22;
  private static final int LAST = 39;
  private static final String DEV_COMMIT = "6806efb84e9fb7ee40b675a5804e41cadd472987";

  public static final EnvoyVersion OLDEST = new EnvoyVersion(FIRST);

  /** The newest line that has been released. */
  public static final EnvoyVersion RELEASED = new EnvoyVersion(LAST - 1);

  /** The development line after the newest release. */
  public static final EnvoyVersion DEV = new EnvoyVersion(LAST);

  public EnvoyVersion {
    if (minor < FIRST || minor > LAST) {
      throw new IllegalArgumentException("not a known release: 1." + minor);
    }
  }

  private static final List<EnvoyVersion> ALL =
      IntStream.rangeClosed(FIRST, LAST).mapToObj(EnvoyVersion::new).toList();

  /** Every known line, oldest first. */
  public static List<EnvoyVersion> all() {
    return ALL;
  }

  /**
   * Reads {@code 1.30}, {@code v1.30.4}, {@code 1.39-dev} or {@code main}; empty when not known.
   */
  public static Optional<EnvoyVersion> parse(String text) {
    String rest = text.strip();
    if (rest.equals("main")) {
      return Optional.of(DEV);
    }
    rest = rest.startsWith("v") ? rest.substring(1) : rest;
    if (!rest.startsWith("1.")) {
      return Optional.empty();
    }
    int end = 2;
    while (end < rest.length() && Character.digit(rest.charAt(end), 10) >= 0) {
      end++;
    }
    if (end == 2 || end > 4 || (end < rest.length() && ".-".indexOf(rest.charAt(end)) < 0)) {
      return Optional.empty();
    }
    int minor = Integer.parseInt(rest.substring(2, end));
    return minor < FIRST || minor > LAST ? Optional.empty() : Optional.of(new EnvoyVersion(minor));
  }

  /** Position in {@link #all()}. */
  public int ordinal() {
    return minor - FIRST;
  }

  /**
   * The Git reference of Envoy's repository whose line numbers are meant: the tag of the first
   * release of the line, or a commit for the development line, since branches move.
   */
  public String gitRef() {
    return minor == LAST ? DEV_COMMIT : "v1." + minor + ".0";
  }

  /** Whether this line lies in a range, both ends included. */
  public boolean within(EnvoyVersion since, EnvoyVersion until) {
    return since.minor <= minor && minor <= until.minor;
  }

  @Override
  public int compareTo(EnvoyVersion other) {
    return Integer.compare(minor, other.minor);
  }

  // Written out: those of a record are made at run time, which costs milliseconds at start.
  @Override
  public boolean equals(Object other) {
    return other instanceof EnvoyVersion version && minor == version.minor;
  }

  @Override
  public int hashCode() {
    return minor;
  }

  @Override
  public String toString() {
    return minor == LAST ? "1." + minor + "-dev" : "1." + minor;
  }
}
