package dev.whyvoy.core.incident;

import dev.whyvoy.core.config.ServerState;
import dev.whyvoy.core.diagnose.Finding;
import dev.whyvoy.core.diagnose.RankedCause;
import dev.whyvoy.core.fact.Facts;
import dev.whyvoy.core.fact.Timer;
import dev.whyvoy.core.knowledge.Level;
import dev.whyvoy.core.record.LineReader;
import dev.whyvoy.core.summary.Summary;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.Stream;

/** Finds the incidents of a log. */
public final class Incidents {
  private static final int EXAMPLES = 3;

  private final LogData log;
  private final Witnesses witnesses;
  private final Judge judge;
  private final List<Timer> timers;

  private Incidents(LogData log, Witnesses witnesses, Judge judge, List<Timer> timers) {
    this.log = log;
    this.witnesses = witnesses;
    this.judge = judge;
    this.timers = timers;
  }

  /**
   * The incidents of a summary, the worst first.
   *
   * @param failing every failing group of {@code summary}, diagnosed
   * @param timers known timers, the shortest first
   * @param witnesses what other lines tell of the same requests
   * @param reader reads the sample lines of {@code summary}
   */
  public static List<Incident> of(
      Summary summary,
      List<Diagnosed> failing,
      Judge judge,
      List<Timer> timers,
      Witnesses witnesses,
      LineReader reader) {
    Map<String, List<Diagnosed>> together = new LinkedHashMap<>();
    for (Diagnosed group : failing) {
      if (Atom.isFor(group)) {
        together.computeIfAbsent(Atom.key(group), key -> new ArrayList<>()).add(group);
      }
    }
    if (together.isEmpty()) {
      return List.of();
    }
    List<Atom> atoms =
        together.values().stream().map(groups -> Atom.of(groups, witnesses, reader)).toList();
    Incidents incidents = new Incidents(LogData.of(summary, reader), witnesses, judge, timers);
    return new Joining(witnesses)
        .of(new Finder(incidents.log, atoms, witnesses).episodes()).stream()
            .map(incidents::incident)
            .sorted(
                Comparator.comparing(Incident::level)
                    .thenComparing(Comparator.comparingLong(Incident::count).reversed()))
            .toList();
  }

  private Incident incident(List<Episode> episodes) {
    Origin origin = Origin.of(episodes, witnesses);
    Scene scene = Scene.of(episodes, origin, log).refined(log);
    Place place = scene.place();
    Period period = period(scene);
    PairsSeen pairs = PairsSeen.of(origin.main(), episodes, witnesses);
    Facts group =
        GroupFacts.of(scene, place, period, log).toBuilder().setAll(pairs.facts()).build();
    List<RankedCause> causes = judge.causes(scene, group);
    long count = Math.round(scene.records());
    return new Incident(
        Titles.of(scene, place),
        episodes.stream()
            .map(episode -> episode.atom().diagnosis().level())
            .min(Comparator.naturalOrder())
            .orElse(Level.WARNING),
        place,
        period,
        count,
        Math.max(count, Math.round(scene.trafficAt(place))),
        outcomes(episodes),
        shows(scene, place, period, group, pairs),
        causes,
        judge.ask(causes, scene, group),
        examples(scene, place, pairs),
        Curves.of(scene, log));
  }

  private List<String> shows(
      Scene scene, Place place, Period period, Facts group, PairsSeen pairs) {
    List<String> shows = new ArrayList<>(Shows.of(scene, place, period, group, timers));
    OwnLog.words(scene, witnesses).ifPresent(words -> shows.add(0, words));
    if (!pairs.words().isEmpty()) {
      shows.add(0, pairs.words());
    }
    shows.addAll(ServerState.words(scene.main().atom().finding().facts()));
    return shows;
  }

  private static List<OutcomeShare> outcomes(List<Episode> all) {
    List<OutcomeShare> outcomes = new ArrayList<>();
    Scene.byCode(all)
        .forEach(
            (code, episodes) -> {
              Atom atom = episodes.get(0).atom();
              Finding finding = atom.finding();
              double records = episodes.stream().mapToDouble(Episode::records).sum();
              String flags =
                  episodes.get(0).sightings().stream()
                      .findFirst()
                      .map(s -> s.text(dev.whyvoy.core.record.Field.RESPONSE_FLAGS))
                      .orElse("");
              outcomes.add(
                  new OutcomeShare(
                      atom.diagnosis(),
                      finding.line(),
                      (atom.status() + " " + flags).strip(),
                      Math.round(records)));
            });
    return outcomes;
  }

  private static List<String> examples(Scene scene, Place place, PairsSeen pairs) {
    Stream<String> typical =
        scene.main().sightings().stream()
            .sorted(
                Comparator.comparing(
                    (Sighting s) ->
                        place.kind() == Place.Kind.HOST
                            && !s.text(dev.whyvoy.core.record.Field.UPSTREAM_HOST)
                                .equals(place.value())))
            .map(Sighting::line);
    return Stream.concat(pairs.lines().stream(), typical).distinct().limit(EXAMPLES).toList();
  }

  private Period period(Scene scene) {
    Span span = scene.span();
    if (scene.main().atom().counts().isEmpty()) {
      return new Period(OptionalLong.empty(), OptionalLong.empty(), Period.Onset.STEADY, true);
    }
    double gap = scene.main().gap() + scene.main().atom().width();
    double close = Math.max(5 * gap, 0.01 * log.span().length());
    boolean ongoing = log.span().to() - span.to() <= close;
    boolean before = span.from() - log.span().from() <= close;
    Period.Onset onset =
        before ? Period.Onset.STEADY : ramp(scene.main()) ? Period.Onset.RAMP : Period.Onset.SUDDEN;
    return new Period(OptionalLong.of(span.from()), OptionalLong.of(span.to()), onset, ongoing);
  }

  /** Whether far fewer fail in the first part of the time than later. */
  private static boolean ramp(Episode episode) {
    Span span = episode.span();
    if (episode.spans().size() > 1 || episode.records() < 20) {
      return false;
    }
    long part = Math.max(span.length() / 5, Math.round(5 * episode.gap()));
    double early = 0;
    double all = 0;
    for (Map.Entry<Long, Double> entry : episode.atom().counts().entrySet()) {
      if (entry.getKey() + episode.atom().width() > span.from() && entry.getKey() <= span.to()) {
        all += entry.getValue();
        early += entry.getKey() < span.from() + part ? entry.getValue() : 0;
      }
    }
    return early < 0.4 * all * part / span.length();
  }
}
