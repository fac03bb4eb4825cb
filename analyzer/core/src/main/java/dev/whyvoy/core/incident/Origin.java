package dev.whyvoy.core.incident;

import dev.whyvoy.core.hop.Story;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Where an incident that two proxies logged began.
 *
 * @param episodes those that follow from no other
 * @param main the one of them with the most records
 */
record Origin(List<Episode> episodes, Episode main) {

  static Origin of(List<Episode> all, Witnesses witnesses) {
    List<Episode> first = all;
    if (all.size() > 1) {
      List<Episode> left = new ArrayList<>(all);
      left.removeIf(episode -> follows(episode, all, witnesses));
      first = left.isEmpty() ? all : left;
    }
    return new Origin(
        List.copyOf(first),
        first.stream().max(Comparator.comparingDouble(Episode::records)).orElseThrow());
  }

  /** Whether the other proxy's records, in another episode, tell what came before its own. */
  private static boolean follows(Episode episode, List<Episode> all, Witnesses witnesses) {
    Map<Story, Integer> asOuter = new EnumMap<>(Story.class);
    Map<Story, Integer> asInner = new EnumMap<>(Story.class);
    int outer = 0;
    int inner = 0;
    for (Witnesses.Seen seen : witnesses.pairs()) {
      boolean isOuter = episode.isLike(seen.outer()) && another(episode, all, seen.inner());
      boolean isInner = episode.isLike(seen.inner()) && another(episode, all, seen.outer());
      if (isOuter) {
        asOuter.merge(seen.pair().story(), 1, Integer::sum);
        outer++;
      } else if (isInner) {
        asInner.merge(seen.pair().story(), 1, Integer::sum);
        inner++;
      }
    }
    int after = 0;
    for (Story story : Story.values()) {
      after += story.beginsInside() ? asOuter.getOrDefault(story, 0) : 0;
      after += !story.beginsInside() && story != Story.UNCLEAR ? asInner.getOrDefault(story, 0) : 0;
    }
    return after > 0 && 2 * after > outer + inner;
  }

  private static boolean another(Episode episode, List<Episode> all, Sighting s) {
    return all.stream().anyMatch(other -> other != episode && other.isLike(s));
  }
}
