package dev.whyvoy.core.explain;

import static dev.whyvoy.core.fact.FactNames.WORDING_RELEASE;

import dev.whyvoy.core.knowledge.EnvoyVersion;
import dev.whyvoy.core.knowledge.Message;

/** Which releases can have written what was read, by the messages that were recognised. */
final class WordingRelease {
  private WordingRelease() {}

  /** Sets the fact if not every known release can have written it. */
  static void add(Reading reading) {
    EnvoyVersion since = EnvoyVersion.OLDEST;
    EnvoyVersion until = EnvoyVersion.DEV;
    for (Message message : reading.messages()) {
      since = message.since().compareTo(since) > 0 ? message.since() : since;
      until = message.until().compareTo(until) < 0 ? message.until() : until;
    }
    boolean all = since.equals(EnvoyVersion.OLDEST) && until.equals(EnvoyVersion.DEV);
    if (!all && since.compareTo(until) <= 0) {
      reading.facts().set(WORDING_RELEASE, since + ".." + until);
    }
  }
}
