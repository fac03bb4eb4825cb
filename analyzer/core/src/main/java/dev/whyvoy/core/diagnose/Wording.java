package dev.whyvoy.core.diagnose;

import dev.whyvoy.core.fact.FactNames;
import dev.whyvoy.core.fact.Facts;
import dev.whyvoy.core.knowledge.EnvoyVersion;
import java.util.Optional;

/** The releases that can have written a message, as its wording tells: both ends included. */
public record Wording(EnvoyVersion since, EnvoyVersion until) {
  private static final String TO = "..";
  private static final Wording ANY = new Wording(EnvoyVersion.OLDEST, EnvoyVersion.DEV);

  /** What the facts say of the wording: every release if nothing. */
  public static Wording of(Facts facts) {
    return facts.get(FactNames.WORDING_RELEASE).flatMap(Wording::parse).orElse(ANY);
  }

  private static Optional<Wording> parse(String range) {
    int to = range.indexOf(TO);
    return to < 0
        ? Optional.empty()
        : EnvoyVersion.parse(range.substring(0, to))
            .flatMap(
                since ->
                    EnvoyVersion.parse(range.substring(to + TO.length()))
                        .map(until -> new Wording(since, until)));
  }

  /** Whether every known release can have written it. */
  public boolean isAny() {
    return equals(ANY);
  }

  /** The release itself if it can have written the message, else the nearest that can. */
  public EnvoyVersion nearest(EnvoyVersion release) {
    if (release.compareTo(since) < 0) {
      return since;
    }
    return release.compareTo(until) > 0 ? until : release;
  }

  /** In words: {@code 1.31 or newer}, {@code 1.26 or older}, {@code 1.24 to 1.29}, {@code 1.27}. */
  public String words() {
    if (since.equals(until)) {
      return since.toString();
    }
    if (until.equals(EnvoyVersion.DEV)) {
      return since + " or newer";
    }
    return since.equals(EnvoyVersion.OLDEST) ? until + " or older" : since + " to " + until;
  }

  // Written out: those of a record are made at run time, which costs milliseconds at start.
  @Override
  public boolean equals(Object other) {
    return other instanceof Wording wording
        && since.equals(wording.since)
        && until.equals(wording.until);
  }

  @Override
  public int hashCode() {
    return 31 * since.hashCode() + until.hashCode();
  }

  /** As the fact says it: {@code 1.31..1.39-dev}. */
  @Override
  public String toString() {
    return since + TO + until;
  }
}
