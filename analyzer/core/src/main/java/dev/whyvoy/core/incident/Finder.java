package dev.whyvoy.core.incident;

import dev.whyvoy.core.knowledge.Level;
import dev.whyvoy.core.record.Field;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

/** Tells failures that are more than the usual noise: bursts, and clusters that fail steadily. */
final class Finder {
  /** Evidence below this may be chance, among all atoms and all stretches of each. */
  private static final double BY_CHANCE = 8.5;

  /** Evidence below this may be chance, when two parts of the traffic are compared. */
  private static final double TELLING = 9;

  private static final int FEWEST = 5;

  /** Fewer than this must be a part of the traffic that is worth a word. */
  private static final int FEW = 20;

  private static final int MOST_BURSTS = 24;

  /** A cluster's steady failures must be this part of its traffic, and more than elsewhere. */
  private static final double STEADY_SHARE = 0.005;

  /** When there is nothing to compare with. */
  private static final double STEADY_SHARE_ALONE = 0.01;

  /** The same for answers of the server itself, whatever it is elsewhere. */
  private static final double STEADY_SHARE_OF_ANSWERS = 0.05;

  /** The same for answers that Envoy did not wait for. */
  private static final double STEADY_SHARE_OF_TIMEOUTS = 0.01;

  /** The part of the failures that must be at one path to be told by it. */
  private static final double ONE_PATH = 0.75;

  /** The same for what is there every day. */
  private static final double STEADY_SHARE_OF_ALL = 0.75;

  /** Records to the event at most, of failures that somebody tries again. */
  private static final double MOST_TRIES = 3;

  /** When so much of a cluster's traffic fails, it matters little who asks. */
  private static final double NEARLY_ALWAYS = 0.3;

  private static final long ONE_EVENT = 60_000;

  /** Requests at both proxies that make two atoms one story. */
  private static final int FEWEST_PAIRS = 2;

  private final LogData log;
  private final Witnesses witnesses;
  private final Everyday everyday;
  private final List<Atom> atoms;

  /** Records of each {@link #kind}, at all clusters. */
  private final Map<String, Long> everywhere = new HashMap<>();

  Finder(LogData log, List<Atom> atoms, Witnesses witnesses) {
    this.log = log;
    this.witnesses = witnesses;
    this.everyday = new Everyday(log);
    this.atoms = atoms;
    for (Atom atom : atoms) {
      everywhere.merge(kind(atom), atom.count(), Long::sum);
    }
  }

  /** What atoms at different clusters have in common. */
  private static String kind(Atom atom) {
    return atom.diagnosis().code() + ' ' + atom.status();
  }

  List<Episode> episodes() {
    List<Episode> found = new ArrayList<>();
    List<Atom> left = new ArrayList<>();
    for (Atom atom : atoms) {
      // A session that was switched to another protocol ends when its client leaves.
      if (atom.diagnosis().level() == Level.INFO || atom.status().equals("101")) {
        continue;
      }
      Episode episode = atom.count() >= FEWEST ? bursts(atom) : null;
      if (episode == null && atom.count() >= FEWEST) {
        episode = hotspot(atom).orElseGet(() -> steady(atom));
      }
      if (episode != null) {
        found.add(episode);
      } else {
        left.add(atom);
      }
    }
    double needed = BY_CHANCE + Math.log(atoms.size());
    for (Atom atom : faults(left)) {
      Turnover.of(atom, log, needed).ifPresent(found::add);
    }
    withoutTold(left, found);
    found.addAll(together(faults(left), Atom::cluster));
    withoutTold(left, found);
    found.addAll(together(faults(left), atom -> atom.diagnosis().code()));
    withoutTold(left, found);
    left.removeIf(atom -> atom.gravity() != Gravity.ORDINARY);
    found.addAll(together(left, Finder::kind));
    withoutTold(left, found);
    found.addAll(paired(left, found));
    return found;
  }

  /** What is there every day, where it is what another proxy says of an episode's requests. */
  private List<Episode> paired(List<Atom> left, List<Episode> found) {
    List<Episode> more = new ArrayList<>();
    if (witnesses.pairs().isEmpty()) {
      return more;
    }
    for (Atom atom : left) {
      Rhythm rhythm = new Rhythm(atom.counts(), atom.width(), log.exposure());
      for (Episode episode : found) {
        double records = episode.spans().stream().mapToDouble(rhythm::within).sum();
        Episode other =
            Episode.of(atom, episode.spans(), records, episode.evidence(), episode.steady());
        if (records > 0 && pairs(episode, other) >= FEWEST_PAIRS) {
          more.add(other);
          break;
        }
      }
    }
    return more;
  }

  private long pairs(Episode a, Episode b) {
    return witnesses.pairs().stream()
        .filter(
            seen ->
                a.isLike(seen.outer()) && b.isLike(seen.inner())
                    || b.isLike(seen.outer()) && a.isLike(seen.inner()))
        .count();
  }

  private static void withoutTold(List<Atom> left, List<Episode> found) {
    Set<Atom> told = Collections.newSetFromMap(new IdentityHashMap<>());
    found.forEach(episode -> told.add(episode.atom()));
    left.removeIf(told::contains);
  }

  private static List<Atom> faults(List<Atom> atoms) {
    return atoms.stream().filter(a -> isFault(a) && !a.cluster().isEmpty()).toList();
  }

  private static boolean isFault(Atom atom) {
    return atom.diagnosis().level() == Level.ERROR && atom.gravity() != Gravity.ORDINARY;
  }

  private Optional<Episode> hotspot(Atom atom) {
    return isFault(atom) && !atom.cluster().isEmpty() && atom.mayBeAtOneHost()
        ? Hotspot.of(atom, log, BY_CHANCE + Math.log(atoms.size()))
        : Optional.empty();
  }

  /** Bursts of atoms that are too small to tell alone, and have {@code key} in common. */
  private List<Episode> together(List<Atom> left, Function<Atom, String> key) {
    Map<String, List<Atom>> groups = new TreeMap<>();
    for (Atom atom : left) {
      groups.computeIfAbsent(key.apply(atom), k -> new ArrayList<>()).add(atom);
    }
    List<Episode> found = new ArrayList<>();
    for (List<Atom> group : groups.values()) {
      Episode all = group.size() < 2 ? null : bursts(Atom.joined(group));
      if (all != null) {
        for (Atom atom : group) {
          Rhythm rhythm = new Rhythm(atom.counts(), atom.width(), log.exposure());
          double records = all.spans().stream().mapToDouble(rhythm::within).sum();
          if (records > 0) {
            found.add(Episode.of(atom, all.spans(), records, all.evidence(), false));
          }
        }
      }
    }
    return found;
  }

  private @org.jspecify.annotations.Nullable Episode bursts(Atom atom) {
    Rhythm all = new Rhythm(atom.counts(), atom.width(), log.exposure());
    Rhythm rest = all;
    double steps = Math.min(400, atom.counts().size());
    double needed = BY_CHANCE + Math.log(steps * (steps + 1) / 2) + Math.log(atoms.size());
    List<Span> spans = new ArrayList<>();
    double records = 0;
    double evidence = 0;
    Gravity gravity = atom.gravity();
    while (spans.size() < MOST_BURSTS) {
      Rhythm.Stretch stretch = rest.best();
      double tries = gravity == Gravity.SERVER ? tries(atom, stretch.span()) : 1;
      if (stretch.evidence() / tries < needed || stretch.records() / tries < FEWEST) {
        break;
      }
      double part = Math.max(log.exposure().least(), log.exposure().within(stretch.span()));
      double outside = Math.max(0, rest.total() - stretch.records());
      double lift = Rhythm.lift(stretch.records(), outside, part);
      if (lift < Rhythm.LIFT || !risesAgainstTraffic(atom, stretch, outside)) {
        break;
      }
      spans.add(exact(atom, stretch.span()));
      records += stretch.records();
      evidence = Math.max(evidence, stretch.evidence());
      rest = rest.without(stretch.span());
    }
    if (spans.isEmpty() || records < FEW && !isMarked(atom, spans, records)) {
      return null;
    }
    if (gravity == Gravity.ORDINARY) {
      if (!everyday.isExceeded(atom, spans, records, evidence, needed)) {
        return null;
      }
      spans = everyday.ofLeader(atom, spans);
      records = spans.stream().mapToDouble(all::within).sum();
    }
    if (gravity != Gravity.ORDINARY && Everyday.isStart(atom, spans)) {
      return null;
    }
    spans.sort(java.util.Comparator.comparingLong(Span::from));
    return Episode.of(atom, spans, records, evidence, false);
  }

  /** Records to the event: what one client asks again within a minute is one. */
  private static double tries(Atom atom, Span span) {
    Set<String> events = new HashSet<>();
    double records = 0;
    for (Sighting s : atom.sightings()) {
      if (s.hasTime() && span.holds(s.time())) {
        records++;
        String path = s.text(Field.PATH);
        events.add(Dimension.client(s) + ' ' + path + ' ' + Math.floorDiv(s.time(), ONE_EVENT));
      }
    }
    return Math.max(1, Math.min(MOST_TRIES, records / Math.max(1, events.size())));
  }

  /** Whether also a larger part of the cluster's own traffic fails than at other times. */
  private boolean risesAgainstTraffic(Atom atom, Rhythm.Stretch stretch, double outside) {
    double healthyInside = 0;
    double healthyOutside = 0;
    for (Sighting s : log.healthyAtCluster(atom.clusters())) {
      if (s.hasTime() && stretch.span().holds(s.time())) {
        healthyInside += s.weight();
      } else {
        healthyOutside += s.weight();
      }
    }
    double inside = stretch.records() / Math.max(1, stretch.records() + healthyInside);
    double other = outside / Math.max(1, outside + healthyOutside);
    double evidence =
        Statistics.excess(
            stretch.records(),
            stretch.records() + healthyInside,
            outside,
            Math.max(1, outside + healthyOutside));
    return inside >= 2 * other && evidence >= TELLING;
  }

  /** Whether a part worth a word of the cluster's traffic fails in the spans. */
  private boolean isMarked(Atom atom, List<Span> spans, double records) {
    double traffic = 0;
    for (Span span : spans) {
      traffic += atom.clusters().stream().mapToLong(log::at).sum() * log.exposure().within(span);
    }
    return records >= STEADY_SHARE_ALONE * traffic;
  }

  /** The span narrowed to the times of the first and last record, as far as they are known. */
  private Span exact(Atom atom, Span span) {
    long width = atom.width();
    long from = Long.MAX_VALUE;
    long to = Long.MIN_VALUE;
    for (Sighting s : atom.sightings()) {
      if (s.hasTime() && span.holds(s.time())) {
        from = Math.min(from, s.time());
        to = Math.max(to, s.time());
      }
    }
    if (span.holds(atom.first())) {
      from = atom.first();
    } else if (from - span.from() >= width) {
      from = span.from() + width - partOf(atom, span.from(), span.from() + width);
    }
    if (span.holds(atom.last())) {
      to = atom.last();
    } else if (span.to() - to >= width) {
      to = span.to() - width + partOf(atom, span.to() + 1 - width, span.to() + 1 - 2 * width);
    }
    return new Span(Math.max(from, log.span().from()), Math.min(to, log.span().to()));
  }

  /** How far a step is filled, in ms, if it goes on as in the next one. */
  private static long partOf(Atom atom, long step, long next) {
    double full = atom.counts().getOrDefault(next, 0.0);
    double part = atom.counts().getOrDefault(step, 0.0) / Math.max(1, full);
    return Math.round(atom.width() * Math.min(1, part));
  }

  /** Whether nearly all have one path, and nothing there succeeds. */
  private boolean failsAlways(Atom atom) {
    Map<String, Integer> paths = new HashMap<>();
    atom.sightings().forEach(s -> paths.merge(Dimension.path(s), 1, Integer::sum));
    paths.remove("");
    return paths.entrySet().stream()
        .filter(path -> path.getValue() >= ONE_PATH * atom.sightings().size())
        .anyMatch(
            path ->
                log.healthyAtCluster(atom.clusters()).stream()
                    .noneMatch(s -> Dimension.path(s).equals(path.getKey())));
  }

  private @org.jspecify.annotations.Nullable Episode steady(Atom atom) {
    double n = Math.max(atom.count(), log.at(atom.cluster()));
    double k = atom.count();
    double least =
        switch (atom.gravity()) {
          case FAULT -> STEADY_SHARE;
          case SERVER ->
              Gravity.isAnswer(atom.diagnosis())
                  ? STEADY_SHARE_OF_ANSWERS
                  : STEADY_SHARE_OF_TIMEOUTS;
          case ORDINARY -> STEADY_SHARE_OF_ALL;
        };
    if (k < FEWEST + 3) {
      return null;
    }
    boolean again = atom.gravity() == Gravity.SERVER && k < NEARLY_ALWAYS * n;
    double tries = again ? tries(atom, log.span()) : 1;
    if ((k < tries * (FEWEST + 3) || k < tries * least * n) && !(again && failsAlways(atom))) {
      return null;
    }
    double kElsewhere = everywhere.getOrDefault(kind(atom), 0L) - atom.count();
    int others = log.healthyAt().size() - (log.healthyAt().containsKey(atom.cluster()) ? 1 : 0);
    double nElsewhere = log.requests() - n;
    boolean comparable = others >= 3 && nElsewhere >= n / 2 && !atom.cluster().isEmpty();
    double evidence = Statistics.excess(k, n, kElsewhere, Math.max(1, nElsewhere));
    double usual = kElsewhere / Math.max(1, nElsewhere);
    boolean marked =
        comparable
            ? evidence >= TELLING + (k < FEW ? Math.log(atoms.size()) : 0)
                && Statistics.atLeast(k, n) >= 2 * usual
            : k >= STEADY_SHARE_ALONE * n * (atom.diagnosis().level() == Level.ERROR ? 1 : 5);
    Span span =
        atom.counts().isEmpty()
            ? log.span()
            : exact(
                atom,
                new Span(atom.counts().firstKey(), atom.counts().lastKey() + atom.width() - 1));
    if (!marked
        || atom.gravity() == Gravity.ORDINARY && !everyday.concernsRegulars(atom)
        || atom.gravity() != Gravity.ORDINARY && Everyday.isStart(atom, List.of(span))) {
      return null;
    }
    return Episode.of(atom, List.of(span), k, evidence, true);
  }
}
