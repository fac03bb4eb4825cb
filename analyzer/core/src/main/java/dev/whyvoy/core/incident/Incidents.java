package dev.whyvoy.core.incident;

import dev.whyvoy.core.diagnose.Finding;
import dev.whyvoy.core.knowledge.Diagnosis;
import dev.whyvoy.core.knowledge.Level;
import dev.whyvoy.core.record.Field;
import dev.whyvoy.core.summary.Detail;
import dev.whyvoy.core.summary.Group;
import dev.whyvoy.core.summary.Summary;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/** Finds the incidents of a log. */
public final class Incidents {
  private Incidents() {}

  /**
   * The incidents of a summary, those with the most failures first.
   *
   * @param failing every failing group of {@code summary}, diagnosed
   */
  public static List<Incident> of(Summary summary, List<Diagnosed> failing) {
    Map<String, List<Diagnosed>> together = new LinkedHashMap<>();
    for (Diagnosed one : failing) {
      Finding finding = one.finding();
      Diagnosis diagnosis = finding == null ? null : finding.diagnosis();
      if (diagnosis != null && diagnosis.level() != Level.INFO) {
        String cluster = one.group().signature().cluster().orElse("");
        together
            .computeIfAbsent(diagnosis.code() + " " + cluster, key -> new ArrayList<>())
            .add(one);
      }
    }
    long last =
        summary.groups().stream().flatMap(g -> g.last().stream()).mapToLong(t -> t).max().orElse(0);
    return together.values().stream()
        .map(groups -> incident(groups, last))
        .sorted(Comparator.comparingLong(Incident::count).reversed())
        .toList();
  }

  private static Incident incident(List<Diagnosed> groups, long lastOfLog) {
    Diagnosed main =
        groups.stream().max(Comparator.comparingLong(one -> one.group().count())).orElseThrow();
    Group group = main.group();
    Finding finding = java.util.Objects.requireNonNull(main.finding());
    Diagnosis diagnosis = java.util.Objects.requireNonNull(finding.diagnosis());
    long count = groups.stream().mapToLong(one -> one.group().count()).sum();
    String cluster = group.signature().cluster().orElse("");
    Place place =
        new Place(
            cluster.isEmpty() ? Place.Kind.EVERYWHERE : Place.Kind.CLUSTER,
            cluster,
            cluster.isEmpty() ? List.of() : List.of(new Place.Part(cluster, count)),
            group.hosts().stream()
                .flatMap(hosts -> hosts.top(8).stream())
                .map(entry -> new Place.Part(entry.value(), entry.count()))
                .toList());
    OptionalLong until =
        groups.stream().flatMap(g -> g.group().last().stream()).mapToLong(t -> t).max();
    Period period =
        new Period(
            groups.stream().flatMap(g -> g.group().first().stream()).mapToLong(t -> t).min(),
            until,
            Period.Onset.STEADY,
            until.orElse(0) >= lastOfLog - 60_000);
    String said =
        (group.signature().value(Field.RESPONSE_CODE).orElse("")
                + " "
                + group.signature().value(Field.RESPONSE_FLAGS).orElse(""))
            .strip();
    return new Incident(
        finding.line(),
        diagnosis.level(),
        place,
        period,
        count,
        count,
        List.of(new OutcomeShare(diagnosis, finding.line(), said, count)),
        List.of(),
        finding.causes(),
        finding.ask(),
        group.detail().map(Detail::lines).orElse(List.of()),
        Curve.NONE);
  }
}
