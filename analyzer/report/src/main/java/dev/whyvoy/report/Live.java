package dev.whyvoy.report;

import dev.whyvoy.core.incident.Incident;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What goes on in logs that are followed: rates, what is new, incidents as they begin and end. */
public final class Live {
  /** Rates are those of so many ms. */
  private static final long WINDOW = 10_000;

  /** Something is called new for so many ms. */
  private static final long NEW = 60_000;

  /** An incident has ended when so many ms of the log went by without it. */
  private static final long QUIET = 120_000;

  private static final DateTimeFormatter CLOCK =
      DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);

  private final Deque<Counts> past = new ArrayDeque<>();
  private final Map<String, Long> seen = new LinkedHashMap<>();
  private final Map<String, Boolean> open = new LinkedHashMap<>();
  private List<Row> rows = List.of();
  private List<Incident> incidents = List.of();
  private long requests;
  private long failed;
  private double requestRate;
  private double failureRate;
  private boolean caughtUp;

  private record Counts(long at, long requests, long failed, Map<String, Long> byCode) {}

  /**
   * A diagnosis while it goes on.
   *
   * @param rate failures a second
   * @param fresh whether it was first seen a moment ago
   */
  record Row(Outcome outcome, double rate, boolean fresh) {}

  /**
   * Takes in what is known now.
   *
   * @param now ms since 1970
   * @param atEnd whether all that was there has been read: what comes first after that is new
   * @return what changed, a line each
   */
  public List<String> update(SummaryView view, long now, boolean atEnd) {
    List<String> events = new ArrayList<>();
    String clock = CLOCK.format(Instant.ofEpochMilli(now));
    boolean first = !caughtUp;
    requests = view.requests();
    caughtUp |= atEnd && requests > 0;
    failed = view.accounting().failed();
    Map<String, Long> counts = new LinkedHashMap<>();
    view.outcomes().forEach(outcome -> counts.merge(key(outcome), outcome.count(), Long::sum));
    rates(new Counts(now, requests, failed, counts));
    if (first && caughtUp) {
      events.add(
          clock + " read so far: " + requests + " requests, " + failed + " failed; following");
    }
    List<Row> all = new ArrayList<>();
    for (Outcome outcome : view.outcomes()) {
      String key = key(outcome);
      if (seen.putIfAbsent(key, first ? Long.MIN_VALUE : now) == null && !first) {
        events.add(clock + " new " + key + ": " + outcome.line() + " (" + outcome.count() + ")");
      }
      long since = seen.getOrDefault(key, Long.MIN_VALUE);
      all.add(new Row(outcome, rate(key, outcome.count()), since > 0 && now - since < NEW));
    }
    rows = List.copyOf(all);
    incidents(view, clock, first, events);
    return events;
  }

  private void incidents(SummaryView view, String clock, boolean first, List<String> events) {
    incidents = view.incidents();
    long end = view.last().orElse(0);
    for (Incident incident : incidents) {
      String key = incident.title();
      boolean over = end - incident.period().until().orElse(end) > QUIET;
      Boolean was = open.put(key, !over);
      if (first) {
        continue;
      }
      if (was == null && !over || Boolean.FALSE.equals(was) && !over) {
        events.add(clock + " incident: " + incident.title());
      } else if (Boolean.TRUE.equals(was) && over) {
        events.add(clock + " over: " + incident.title());
      }
    }
  }

  private void rates(Counts now) {
    if (!past.isEmpty() && now.at() < past.getLast().at()) {
      // The clock was set back: what was before has no place in its time.
      past.clear();
    }
    past.addLast(now);
    while (past.size() > 2 && now.at() - past.getFirst().at() > WINDOW) {
      past.removeFirst();
    }
    double seconds = Math.max(0.5, (now.at() - past.getFirst().at()) / 1000.0);
    requestRate = (now.requests() - past.getFirst().requests()) / seconds;
    failureRate = (now.failed() - past.getFirst().failed()) / seconds;
  }

  private double rate(String key, long count) {
    Counts then = past.getFirst();
    double seconds = Math.max(0.5, (past.getLast().at() - then.at()) / 1000.0);
    return (count - then.byCode().getOrDefault(key, 0L)) / seconds;
  }

  private static String key(Outcome outcome) {
    return outcome.diagnosis() == null
        ? outcome.said()
        : outcome.diagnosis().code() + " " + outcome.diagnosis().slug();
  }

  List<Row> rows() {
    return rows;
  }

  List<Incident> incidents() {
    return incidents;
  }

  /** Whether an incident goes on. */
  boolean goesOn(Incident incident) {
    return open.getOrDefault(incident.title(), true);
  }

  long requests() {
    return requests;
  }

  long failed() {
    return failed;
  }

  /** Requests a second, of late. */
  double requestRate() {
    return requestRate;
  }

  /** Failures a second, of late. */
  double failureRate() {
    return failureRate;
  }

  boolean caughtUp() {
    return caughtUp;
  }
}
