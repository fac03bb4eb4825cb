package dev.whyvoy.core.incident;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Puts episodes together that are one incident: they begin together and have something in common.
 */
final class Joining {
  private static final double BASE = 5_000;

  /** Requests at both proxies that make two episodes one. */
  private static final int FEWEST_PAIRS = 2;

  private final Witnesses witnesses;

  Joining(Witnesses witnesses) {
    this.witnesses = witnesses;
  }

  /** Episodes of each incident, the one with the most records first. */
  List<List<Episode>> of(List<Episode> episodes) {
    List<Episode> largestFirst = new ArrayList<>(episodes);
    largestFirst.sort(Comparator.comparingDouble(Episode::records).reversed());
    List<List<Episode>> joined = new ArrayList<>();
    for (Episode episode : largestFirst) {
      List<Episode> home = null;
      for (List<Episode> group : joined) {
        if (group.stream().anyMatch(member -> belong(member, episode))) {
          home = group;
          break;
        }
      }
      if (home == null) {
        home = new ArrayList<>();
        joined.add(home);
      }
      home.add(episode);
    }
    return joined;
  }

  private boolean belong(Episode a, Episode b) {
    if (arePaired(a, b)) {
      return true;
    }
    if (a.steady() != b.steady()) {
      return false;
    }
    boolean sameCluster = a.atom().cluster().equals(b.atom().cluster());
    boolean sameCode = a.atom().diagnosis().code().equals(b.atom().diagnosis().code());
    if (a.steady()) {
      return sameCode && sameCluster;
    }
    if (sameCluster && !a.atom().cluster().isEmpty() && front(a) == front(b)) {
      return touch(a, b) && (sameCode || !front(a));
    }
    String leader = a.leader();
    if (sameCode && !leader.isEmpty() && leader.equals(b.leader())) {
      return a.span().overlap(b.span()) > 0.5;
    }
    return sameCode && beginTogether(a, b) && a.span().overlap(b.span()) > 0.5;
  }

  /** Whether most requests that two proxies logged, and that are of one of them, are of both. */
  private boolean arePaired(Episode a, Episode b) {
    int both = 0;
    int ofA = 0;
    int ofB = 0;
    for (Witnesses.Seen seen : witnesses.pairs()) {
      boolean inA = a.isLike(seen.outer()) || a.isLike(seen.inner());
      boolean inB = b.isLike(seen.outer()) || b.isLike(seen.inner());
      both += inA && inB ? 1 : 0;
      ofA += inA ? 1 : 0;
      ofB += inB ? 1 : 0;
    }
    return both >= FEWEST_PAIRS && 2 * both >= Math.min(ofA, ofB);
  }

  /** Whether it is between client and Envoy, not between Envoy and upstream. */
  private static boolean front(Episode episode) {
    return switch (episode.atom().diagnosis().locus()) {
      case DOWNSTREAM, LISTENER, FILTER -> true;
      case ROUTE, CLUSTER, UPSTREAM, ENVOY -> false;
    };
  }

  /** Whether one goes on while the other does, or begins where it ends. */
  private static boolean touch(Episode a, Episode b) {
    long between =
        Math.max(a.span().from(), b.span().from()) - Math.min(a.span().to(), b.span().to());
    return a.span().overlap(b.span()) > 0.5
        || !a.span().overlaps(b.span()) && between <= BASE + 4 * a.gap() + 4 * b.gap()
        || beginTogether(a, b);
  }

  static boolean beginTogether(Episode a, Episode b) {
    double tolerance = BASE + 4 * a.gap() + 4 * b.gap() + a.atom().width() + b.atom().width();
    return Math.abs(a.span().from() - b.span().from()) <= tolerance;
  }
}
