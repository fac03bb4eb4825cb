package dev.whyvoy.core.incident;

import dev.whyvoy.core.fact.Facts;
import dev.whyvoy.core.hop.HopPair;
import dev.whyvoy.core.hop.Story;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * What the requests of an incident tell that were seen at two proxies.
 *
 * @param alike those that tell the same, which is what most tell
 * @param all how many there are
 * @param outer whether the incident is seen from the proxy nearer the client
 */
record PairsSeen(List<Witnesses.Seen> alike, int all, boolean outer) {
  private static final double MOST = 0.6;

  /** Fewer requests say little about an incident with more records than {@link #FEW}. */
  private static final int FEWEST = 2;

  private static final int FEW = 10;

  static final PairsSeen NONE = new PairsSeen(List.of(), 0, true);

  static PairsSeen of(Episode main, List<Episode> episodes, Witnesses witnesses) {
    Map<Story, List<Witnesses.Seen>> outside = new EnumMap<>(Story.class);
    Map<Story, List<Witnesses.Seen>> inside = new EnumMap<>(Story.class);
    int all = 0;
    for (Witnesses.Seen seen : witnesses.pairs()) {
      boolean fromOuter = main.isLike(seen.outer());
      boolean fromInner = !fromOuter && main.isLike(seen.inner());
      if (!fromOuter && !fromInner) {
        fromOuter = episodes.stream().anyMatch(e -> e.isLike(seen.outer()));
        fromInner = !fromOuter && episodes.stream().anyMatch(e -> e.isLike(seen.inner()));
      }
      if (fromOuter || fromInner) {
        all++;
        (fromOuter ? outside : inside)
            .computeIfAbsent(seen.pair().story(), key -> new ArrayList<>())
            .add(seen);
      }
    }
    List<Witnesses.Seen> best = List.of();
    boolean outer = true;
    for (boolean side : new boolean[] {true, false}) {
      for (List<Witnesses.Seen> pairs : (side ? outside : inside).values()) {
        if (pairs.size() > best.size()) {
          best = pairs;
          outer = side;
        }
      }
    }
    double records = episodes.stream().mapToDouble(Episode::records).sum();
    boolean enough = best.size() >= FEWEST || records <= FEW && !best.isEmpty();
    return enough && best.size() >= MOST * all ? new PairsSeen(best, all, outer) : NONE;
  }

  /** The one that stands for all. */
  private HopPair typical() {
    return alike.get(0).pair();
  }

  /** Both lines of one request, the outer proxy's first; or none. */
  List<String> lines() {
    return alike.isEmpty()
        ? List.of()
        : List.of(alike.get(0).outer().line(), alike.get(0).inner().line());
  }

  Facts facts() {
    if (alike.isEmpty() || typical().story() == Story.UNCLEAR) {
      return Facts.NONE;
    }
    Facts pair = outer ? typical().forOuter() : typical().forInner();
    return pair.toBuilder().set("pair_count", alike.size()).build();
  }

  /** The sentence that says so; empty if there is nothing to say. */
  String words() {
    if (alike.isEmpty()) {
      return "";
    }
    String number =
        alike.size() == 1
            ? "1 of the requests was"
            : (alike.size() == all ? alike.size() : alike.size() + " of " + all)
                + " of the requests were";
    return number
        + " logged by two proxies: "
        + typical().story().words()
        + " (nearer the client: "
        + typical().outer().said()
        + "; nearer the server: "
        + typical().inner().said()
        + ")";
  }
}
