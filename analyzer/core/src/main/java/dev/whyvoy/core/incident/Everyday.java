package dev.whyvoy.core.incident;

import dev.whyvoy.core.record.Field;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Whether more of a failure that is there every day is more than that: clients that leave, are
 * refused or ask for what is not there come in swarms of their own, so that many records may be one
 * event.
 */
final class Everyday {
  /** One client's records within so many ms are one event. */
  private static final long ONE_EVENT = 60_000;

  private static final int FEWEST = 20;
  private static final int FEWEST_EVENTS = 5;

  /** More stretches than this are how it always is. */
  private static final int MOST_STRETCHES = 2;

  /** Records to the event where no client is logged. */
  private static final double SWARM = 5;

  /** The part of the traffic there that must fail, by many clients. */
  private static final double LEAST_SHARE = 0.1;

  /** The part of its own requests that must fail, by one client. */
  private static final double LEAST_OWN_SHARE = 0.25;

  /** One client's failures that are over sooner are a single event. */
  private static final long SHORTEST = 30_000;

  /** A host that is probed in vain for less time, in ms, is only starting. */
  private static final long LONGEST_START = 180_000;

  private static final double LEADS = 0.75;

  private final LogData log;

  Everyday(LogData log) {
    this.log = log;
  }

  /**
   * Whether it stands out of what is usual.
   *
   * @param spans the stretches with more of it
   * @param records in these
   * @param evidence that these are no chance, if every record were an event
   * @param needed evidence
   */
  boolean isExceeded(Atom atom, List<Span> spans, double records, double evidence, double needed) {
    if (spans.size() > MOST_STRETCHES || records < FEWEST) {
      return false;
    }
    List<Sighting> inside = atom.sightings().stream().filter(s -> holds(spans, s)).toList();
    Map<String, Integer> clients = new HashMap<>();
    inside.forEach(s -> clients.merge(Dimension.client(s), 1, Integer::sum));
    clients.remove("");
    Map.Entry<String, Integer> first =
        clients.entrySet().stream().max(Map.Entry.comparingByValue()).orElse(null);
    double share = share(atom, spans, records);
    if (first == null || isEverybody(first.getKey())) {
      return share >= 2 * LEAST_SHARE && evidence / SWARM >= needed;
    }
    boolean scattered = atom.clusters().size() > 1;
    if (scattered || first.getValue() >= LEADS * inside.size()) {
      return first.getValue() >= LEADS * inside.size()
          && !Gravity.isAnswer(atom.diagnosis())
          && ofOne(first.getKey(), spans, records * first.getValue() / inside.size());
    }
    if (Gravity.isAnswer(atom.diagnosis()) && share < 2 * LEAST_SHARE) {
      return false;
    }
    double events = events(inside);
    return events >= FEWEST_EVENTS
        && evidence * events / inside.size() >= needed
        && (ofRegulars(clients) || share >= 2 * LEAST_SHARE && clients.size() >= FEWEST);
  }

  /** Whether clients fail that are served well at other times, or nobody is. */
  boolean concernsRegulars(Atom atom) {
    double all = Sighting.weight(log.healthy());
    long known =
        atom.sightings().stream()
            .filter(s -> log.healthyByClient().containsKey(Dimension.client(s)))
            .count();
    return all < LEAST_SHARE * log.requests() || 2 * known >= atom.sightings().size();
  }

  /** Whether they are probes of hosts that were not ready yet, or stopped. */
  static boolean isStart(Atom atom, List<Span> spans) {
    Map<String, Span> byHost = new HashMap<>();
    int all = 0;
    int probes = 0;
    for (Sighting s : atom.sightings()) {
      if (holds(spans, s)) {
        all++;
        probes += s.text(Field.USER_AGENT).startsWith("kube-probe/") ? 1 : 0;
        byHost.merge(s.text(Field.UPSTREAM_HOST), new Span(s.time(), s.time()), Span::and);
      }
    }
    return probes >= 0.8 * all
        && all > 0
        && byHost.values().stream().allMatch(span -> span.length() < LONGEST_START);
  }

  /** The stretches in which the client that has most of it has most of it; all if none has. */
  List<Span> ofLeader(Atom atom, List<Span> spans) {
    Map<String, Integer> clients = new HashMap<>();
    int all = 0;
    for (Sighting s : atom.sightings()) {
      if (holds(spans, s)) {
        clients.merge(Dimension.client(s), 1, Integer::sum);
        all++;
      }
    }
    for (Map.Entry<String, Integer> client : clients.entrySet()) {
      if (client.getValue() >= LEADS * all) {
        return new ArrayList<>(
            spans.stream().filter(span -> leads(client.getKey(), atom, span)).toList());
      }
    }
    return spans;
  }

  private static boolean leads(String client, Atom atom, Span span) {
    int of = 0;
    int all = 0;
    for (Sighting s : atom.sightings()) {
      if (holds(List.of(span), s)) {
        all++;
        of += Dimension.client(s).equals(client) ? 1 : 0;
      }
    }
    return 2 * of > all;
  }

  private static boolean holds(List<Span> spans, Sighting s) {
    return s.hasTime() && spans.stream().anyMatch(span -> span.holds(s.time()));
  }

  /** Whether nearly all that succeeds comes from an address, such as a load balancer's. */
  private boolean isEverybody(String client) {
    List<Sighting> of = log.healthyByClient().getOrDefault(client, List.of());
    return of.size() >= LEADS * log.healthy().size();
  }

  private double share(Atom atom, List<Span> spans, double records) {
    double healthy = 0;
    for (Sighting s : log.healthyAtCluster(atom.clusters())) {
      healthy += holds(spans, s) ? s.weight() : 0;
    }
    return records / Math.max(1, records + healthy);
  }

  /** A client that is served well at other times, and for a while hardly is. */
  private boolean ofOne(String client, List<Span> spans, double records) {
    double inside = 0;
    int outside = 0;
    for (Sighting s : log.healthyByClient().getOrDefault(client, List.of())) {
      inside += holds(spans, s) ? s.weight() : 0;
      outside += holds(spans, s) ? 0 : 1;
    }
    long length = spans.stream().mapToLong(Span::length).sum();
    return outside >= FEWEST_EVENTS
        && length >= SHORTEST
        && records >= LEAST_OWN_SHARE * (records + inside);
  }

  /** Whether most clients concerned are served well otherwise. */
  private boolean ofRegulars(Map<String, Integer> clients) {
    long known =
        clients.keySet().stream().filter(c -> log.healthyByClient().containsKey(c)).count();
    return known >= 3 && known >= 0.5 * clients.size();
  }

  private static double events(List<Sighting> sightings) {
    Set<String> events = new HashSet<>();
    for (Sighting s : sightings) {
      events.add(Dimension.client(s) + ' ' + Math.floorDiv(s.time(), ONE_EVENT));
    }
    return events.size();
  }
}
