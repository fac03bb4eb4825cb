package dev.whyvoy.report;

import dev.whyvoy.core.summary.Course;
import dev.whyvoy.core.summary.Detail;
import dev.whyvoy.core.summary.Group;
import dev.whyvoy.core.summary.HostCounts;
import dev.whyvoy.report.Comparison.Amount;
import dev.whyvoy.report.Comparison.Basis;
import dev.whyvoy.report.Comparison.Change;
import dev.whyvoy.report.Comparison.Kind;
import dev.whyvoy.report.Comparison.Side;
import dev.whyvoy.report.Comparison.Verdict;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Compares two summaries. */
final class Comparing {
  private static final double MINUTE = 60_000;

  /** Changes below this factor are no news, however sure they are. */
  private static final double WORTH_TELLING = 1.2;

  /** A change more likely than this to come by chance, among all that were looked at, is none. */
  private static final double TOO_LIKELY = 0.01;

  /** Fewer failures than this are never a change. */
  private static final int LEAST = 3;

  private final SummaryView before;
  private final SummaryView after;
  private final Basis basis;

  Comparing(SummaryView before, SummaryView after) {
    this.before = before;
    this.after = after;
    boolean onlyFailures = onlyFailures(before) || onlyFailures(after);
    this.basis = onlyFailures && timed(before) && timed(after) ? Basis.MINUTES : Basis.REQUESTS;
  }

  private static boolean onlyFailures(SummaryView view) {
    return view.accounting().healthy() == 0 && view.accounting().failed() > 0;
  }

  private static boolean timed(SummaryView view) {
    return view.first().isPresent();
  }

  /** Failures and traffic of one name on one side. */
  private record Load(long failed, double of) {
    Load plus(Load other) {
      return new Load(failed + other.failed, of + other.of);
    }
  }

  Comparison all() {
    Change total =
        change(
            Kind.TOTAL,
            new Name("", "", "", ""),
            load(before, before.accounting().failed()),
            load(after, after.accounting().failed()),
            burstiness(before, List.of(before.summary().failures())),
            1);
    List<Change> changes = new ArrayList<>(diagnoses());
    changes.addAll(places(Kind.CLUSTER, clusters(before), clusters(after)));
    changes.addAll(places(Kind.HOST, hosts(before), hosts(after)));
    return new Comparison(side(before), side(after), basis, total, List.copyOf(changes));
  }

  private static Side side(SummaryView view) {
    return new Side(view.requests(), view.accounting().failed(), view.first(), view.last());
  }

  private record Name(String name, String title, String line, String likely) {}

  private Load load(SummaryView view, long failed) {
    return new Load(failed, basis == Basis.MINUTES ? minutes(view) : view.requests());
  }

  private static double minutes(SummaryView view) {
    return view.first().isEmpty()
        ? 0
        : Math.max(1, (view.last().orElse(0) - view.first().orElse(0)) / MINUTE);
  }

  private List<Change> diagnoses() {
    Map<String, Outcome> was = byCode(before);
    Map<String, Outcome> is = byCode(after);
    Set<String> codes = new TreeSet<>(was.keySet());
    codes.addAll(is.keySet());
    List<Change> changes = new ArrayList<>();
    for (String code : codes) {
      Optional<Outcome> old = Optional.ofNullable(was.get(code));
      Optional<Outcome> now = Optional.ofNullable(is.get(code));
      Outcome any = now.or(() -> old).orElseThrow();
      String title = any.diagnosis() == null ? "" : any.diagnosis().slug();
      changes.add(
          change(
              Kind.DIAGNOSIS,
              new Name(code, title, any.line(), any.likely()),
              load(before, old.map(Outcome::count).orElse(0L)),
              load(after, now.map(Outcome::count).orElse(0L)),
              old.map(outcome -> burstiness(before, series(outcome))).orElse(1.0),
              codes.size()));
    }
    return worstFirst(changes);
  }

  private static Map<String, Outcome> byCode(SummaryView view) {
    return view.outcomes().stream()
        .collect(
            Collectors.toMap(
                outcome ->
                    (outcome.diagnosis() == null ? outcome.said() : outcome.code())
                        + outcome.by(view),
                Function.identity(),
                (a, b) -> a,
                TreeMap::new));
  }

  private static Collection<Course> series(Outcome outcome) {
    Set<Detail> details = Collections.newSetFromMap(new IdentityHashMap<>());
    outcome.groups().stream().flatMap(g -> g.group().detail().stream()).forEach(details::add);
    return details.stream().map(Detail::series).toList();
  }

  private static double burstiness(SummaryView view, Collection<Course> failures) {
    return Burstiness.of(failures, view.summary().traffic());
  }

  private Map<String, Load> clusters(SummaryView view) {
    Map<String, Load> all = new TreeMap<>();
    for (Group group : view.summary().groups()) {
      long failed = group.healthy() ? 0 : group.count();
      group
          .signature()
          .cluster()
          .ifPresent(
              name -> all.merge(name, new Load(failed, of(view, group.count())), Load::plus));
    }
    return inMinutes(view, all);
  }

  private Map<String, Load> hosts(SummaryView view) {
    Map<String, Load> all = new TreeMap<>();
    for (Map.Entry<String, HostCounts.Count> host : view.summary().hosts().counts().entrySet()) {
      long records = host.getValue().records();
      all.put(host.getKey(), new Load(host.getValue().failures(), of(view, records)));
    }
    return inMinutes(view, all);
  }

  private double of(SummaryView view, long records) {
    return basis == Basis.MINUTES ? minutes(view) : records;
  }

  /** Minutes are the same for every place, however many parts it was put together from. */
  private Map<String, Load> inMinutes(SummaryView view, Map<String, Load> all) {
    if (basis == Basis.MINUTES) {
      all.replaceAll((name, load) -> new Load(load.failed(), minutes(view)));
    }
    return all;
  }

  private List<Change> places(Kind kind, Map<String, Load> was, Map<String, Load> is) {
    Set<String> names = new TreeSet<>(was.keySet());
    names.addAll(is.keySet());
    Load nothing = new Load(0, basis == Basis.MINUTES ? minutes(before) : 0);
    Load nothingNow = new Load(0, basis == Basis.MINUTES ? minutes(after) : 0);
    List<Load> loads = new ArrayList<>(was.values());
    Load usual = loads.stream().reduce(new Load(0, 0), Load::plus);
    double bursts = burstiness(before, List.of(before.summary().failures()));
    List<Change> changes = new ArrayList<>();
    for (String name : names) {
      Load old = was.getOrDefault(name, nothing);
      Load now = is.getOrDefault(name, nothingNow);
      if (old.failed() + now.failed() > 0) {
        Name called = new Name(name, "", "", "");
        changes.add(
            old.of() == 0
                ? unseen(kind, called, usual, now, names.size())
                : change(kind, called, old, now, old.failed() == 0 ? 1 : bursts, names.size()));
      }
    }
    return worstFirst(changes);
  }

  /** A place that had no traffic before is measured by what was usual at the others. */
  private Change unseen(Kind kind, Name name, Load usual, Load now, int looks) {
    double chance = chance(usual, now, 1);
    boolean worse = chance * looks < TOO_LIKELY && now.failed() >= LEAST && rate(now) > rate(usual);
    return new Change(
        kind,
        name.name(),
        name.title(),
        name.line(),
        name.likely(),
        new Amount(0, 0),
        amount(now),
        worse ? Verdict.NEW : Verdict.SAME,
        chance);
  }

  private Change change(Kind kind, Name name, Load was, Load is, double bursts, int looks) {
    double chance = chance(was, is, bursts);
    return new Change(
        kind,
        name.name(),
        name.title(),
        name.line(),
        name.likely(),
        amount(was),
        amount(is),
        is.failed() == 0 && was.failed() >= LEAST && chance(was, is, 1) * looks < TOO_LIKELY
            ? Verdict.GONE
            : verdict(was, is, chance * looks),
        chance);
  }

  private double chance(Load was, Load is, double bursts) {
    return basis == Basis.MINUTES
        ? Significance.ofRates(was.failed(), was.of(), is.failed(), is.of(), bursts)
        : Significance.ofShares(was.failed(), (long) was.of(), is.failed(), (long) is.of(), bursts);
  }

  private static Verdict verdict(Load was, Load is, double chance) {
    double before = rate(was);
    double after = rate(is);
    if (chance >= TOO_LIKELY || Math.max(was.failed(), is.failed()) < LEAST) {
      return Verdict.SAME;
    }
    if (was.failed() == 0) {
      return Verdict.NEW;
    }
    return after >= before * WORTH_TELLING
        ? Verdict.WORSE
        : before >= after * WORTH_TELLING ? Verdict.BETTER : Verdict.SAME;
  }

  private static double rate(Load load) {
    return load.of() > 0 ? load.failed() / load.of() : 0;
  }

  private static Amount amount(Load load) {
    return new Amount(load.failed(), load.of());
  }

  private static List<Change> worstFirst(List<Change> changes) {
    return Stream.of(Verdict.values())
        .flatMap(
            verdict ->
                changes.stream()
                    .filter(change -> change.verdict() == verdict)
                    .sorted(Comparator.comparingDouble(Comparing::size).reversed()))
        .toList();
  }

  /** How much of it came or went, in failures for each request or minute. */
  private static double size(Change change) {
    double was = change.before().rate().orElse(0);
    double is = change.after().rate().orElse(0);
    return Math.abs(is - was) * Math.max(change.after().of(), change.before().of());
  }
}
