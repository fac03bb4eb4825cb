package dev.whyvoy.report;

import dev.whyvoy.core.diagnose.Ask;
import dev.whyvoy.core.diagnose.RankedCause;
import dev.whyvoy.core.incident.Incident;
import dev.whyvoy.core.incident.OutcomeShare;
import dev.whyvoy.core.incident.Period;
import dev.whyvoy.core.incident.Place;
import java.util.ArrayList;
import java.util.List;

/**
 * What is shown of an incident.
 *
 * @param when since when, until when, how it began; empty if records have no time
 * @param where place, clusters and hosts
 * @param share how many of how many requests failed
 * @param causes those worth naming, the most likely first
 * @param ask what would settle which it is; may be empty
 */
record IncidentView(
    Incident incident,
    String when,
    List<String> where,
    String share,
    List<RankedCause> causes,
    String ask) {
  private static final int MOST_CAUSES = 2;
  private static final int MOST_PLACES = 3;
  private static final double WORTH_NAMING = 0.1;

  static IncidentView of(Incident incident, SummaryView view) {
    return new IncidentView(
        incident,
        when(incident.period(), view),
        where(incident.place()),
        share(incident),
        incident.causes().stream()
            .filter(cause -> cause.likelihood() >= WORTH_NAMING)
            .limit(MOST_CAUSES)
            .toList(),
        incident.ask().isEmpty() ? "" : question(incident.ask().get(0)));
  }

  private static String when(Period period, SummaryView view) {
    String since = Times.within(view.first(), view.last(), period.since());
    String until = Times.within(view.first(), view.last(), period.until());
    if (since.isEmpty() || until.isEmpty()) {
      return "";
    }
    String end = period.ongoing() ? " to the end of the log (" + until + ")" : " to " + until;
    return switch (period.onset()) {
      case STEADY -> since + end;
      case SUDDEN, RAMP -> since + end + ", began " + period.onset().words();
    };
  }

  private static List<String> where(Place place) {
    List<String> where = new ArrayList<>();
    boolean own =
        place.kind() != Place.Kind.CLUSTER
            && place.kind() != Place.Kind.CLUSTERS
            && place.kind() != Place.Kind.EVERYWHERE;
    if (own) {
      where.add(place.kind().word() + " " + place.value());
    }
    parts(where, place.clusters().size() == 1 ? "cluster" : "clusters", place.clusters());
    if (place.kind() != Place.Kind.HOST) {
      parts(where, place.hosts().size() == 1 ? "host" : "hosts", place.hosts());
    }
    return where;
  }

  private static void parts(List<String> where, String noun, List<Place.Part> parts) {
    if (parts.isEmpty()) {
      return;
    }
    List<String> names =
        parts.stream()
            .limit(MOST_PLACES)
            .map(part -> parts.size() == 1 ? part.name() : part.name() + " (" + part.count() + ")")
            .toList();
    int more = parts.size() - names.size();
    where.add(noun + " " + String.join(", ", names) + (more > 0 ? " and " + more + " more" : ""));
  }

  private static String share(Incident incident) {
    long count = incident.count();
    return incident.traffic() > count
        ? Html.number(count)
            + " of about "
            + Html.count(incident.traffic(), "request")
            + " there failed ("
            + Html.share(count, incident.traffic())
            + ")"
        : Html.count(count, "failure");
  }

  private static String question(Ask ask) {
    return ask.question() + Words.answers(ask);
  }

  /** What to run or look up first; may be empty. */
  String check() {
    return causes.stream().flatMap(c -> c.cause().check().stream()).findFirst().orElse("");
  }

  /** How to mend the likeliest cause; may be empty. */
  String fix() {
    return causes.isEmpty() ? "" : causes.get(0).cause().fix();
  }

  /** What was logged, by diagnosis. */
  List<OutcomeShare> outcomes() {
    return incident.outcomes();
  }

  int steps() {
    return incident.curve().failures().size();
  }

  long highest() {
    return incident.curve().failures().stream().mapToLong(n -> n).max().orElse(0);
  }

  /** The most failures of a step, of how many requests of the whole log: {@code 9 of 14}. */
  String peak() {
    List<Long> failures = incident.curve().failures();
    List<Long> traffic = incident.curve().traffic();
    int at = failures.indexOf(highest());
    return Html.number(highest())
        + (at < traffic.size() && traffic.get(at) >= highest()
            ? " of " + Html.count(traffic.get(at), "request")
            : "");
  }

  /** Its failures over time as the path of a drawing, a step wide and a failure high each. */
  String outline() {
    StringBuilder path = new StringBuilder();
    long highest = highest();
    List<Long> failures = incident.curve().failures();
    for (int i = 0; i < failures.size(); i++) {
      if (failures.get(i) > 0) {
        path.append('M').append(i).append(' ').append(highest);
        path.append("h1v-").append(failures.get(i)).append("h-1z");
      }
    }
    return path.toString();
  }
}
