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

  private static final int WIDE = 3;

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
        if (group.stream().anyMatch(member -> belong(member, episode))
            || isWide(group) && group.stream().anyMatch(member -> goAlong(member, episode))) {
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

  /** Whether it is at many clusters, so that it need not begin everywhere at once. */
  private static boolean isWide(List<Episode> group) {
    return group.stream().map(e -> e.atom().cluster()).distinct().count() >= WIDE;
  }

  private static boolean goAlong(Episode a, Episode b) {
    return a.atom().diagnosis().code().equals(b.atom().diagnosis().code())
        && a.steady() == b.steady()
        && front(a) == front(b)
        && a.span().overlap(b.span()) > 0.8
        && Math.abs(a.span().from() - b.span().from())
            < 0.4 * Math.max(a.span().length(), b.span().length());
  }

  private boolean belong(Episode a, Episode b) {
    if (arePaired(a, b)) {
      return true;
    }
    boolean sameCluster = a.atom().cluster().equals(b.atom().cluster());
    String host = sameCluster ? a.host() : "";
    if (!host.isEmpty() && host.equals(b.host()) && a.span().overlap(b.span()) > 0.5) {
      return true;
    }
    if (a.steady() != b.steady() || sameCluster && areApart(a, b)) {
      return false;
    }
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

  /** Whether one is at one host and the other at all of them, both for long at the same time. */
  private static boolean areApart(Episode a, Episode b) {
    boolean one = !a.host().isEmpty() && b.isSpread();
    boolean other = !b.host().isEmpty() && a.isSpread();
    long longer = Math.max(a.span().length(), b.span().length());
    long both = Math.min(a.span().to(), b.span().to()) - Math.max(a.span().from(), b.span().from());
    return (one || other) && 2 * both > longer;
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
