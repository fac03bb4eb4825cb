package dev.whyvoy.core.incident;

import dev.whyvoy.core.hop.Hop;
import dev.whyvoy.core.hop.HopPair;
import dev.whyvoy.core.record.AccessRecord;
import dev.whyvoy.core.record.Field;
import dev.whyvoy.core.record.LineReader;
import dev.whyvoy.core.record.LogLine;
import dev.whyvoy.core.summary.ComponentLog;
import dev.whyvoy.core.summary.Summary;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What other lines of the log tell of the same requests: the records of a second proxy, and Envoy's
 * own log. Of a large log a fair sample.
 */
public final class Witnesses {
  /** Lines of one second that are compared with a record. */
  private static final int MOST = 256;

  /** The part of the lines that must say the same of a group. */
  private static final double AGREED = 0.9;

  private final List<Seen> pairs = new ArrayList<>();
  private final Map<Long, List<LogLine>> bySecond = new HashMap<>();
  private final Map<Long, List<LogLine>> byConnection = new HashMap<>();

  private Witnesses() {}

  /** A request that two proxies logged. */
  record Seen(HopPair pair, Sighting outer, Sighting inner) {}

  /** A line of Envoy's own log that is about a record. */
  record Told(LogLine line, LogLine.Tie tie) {}

  /**
   * Reads what a summary kept for this.
   *
   * @param reader reads its lines
   */
  public static Witnesses of(Summary summary, LineReader reader) {
    Witnesses witnesses = new Witnesses();
    Set<HopPair> known = new HashSet<>();
    for (List<String> lines : summary.requests().together()) {
      Map<Hop, Sighting> hops = new LinkedHashMap<>();
      for (Sighting s : Sighting.read(lines, lines.size(), reader)) {
        hops.put(new Hop(s.fields(), s.time()), s);
      }
      for (HopPair pair : HopPair.among(List.copyOf(hops.keySet()))) {
        Sighting outer = hops.get(pair.outer());
        Sighting inner = hops.get(pair.inner());
        if (outer != null && inner != null && known.add(pair)) {
          witnesses.pairs.add(new Seen(pair, outer, inner));
        }
      }
    }
    Set<String> lines = new HashSet<>();
    summary.connections().together().forEach(lines::addAll);
    for (ComponentLog.Entry entry : summary.components().entries()) {
      lines.addAll(entry.samples());
    }
    lines.stream().sorted().forEach(witnesses::line);
    return witnesses;
  }

  private void line(String text) {
    LogLine line = LogLine.of(text).filter(LogLine::tellsFailure).orElse(null);
    if (line != null && line.time() != AccessRecord.NO_TIME) {
      bySecond
          .computeIfAbsent(Math.floorDiv(line.time(), 1000), key -> new ArrayList<>())
          .add(line);
    } else if (line != null && line.connection() >= 0) {
      byConnection.computeIfAbsent(line.connection(), key -> new ArrayList<>()).add(line);
    }
  }

  List<Seen> pairs() {
    return pairs;
  }

  /** Whether there are lines of Envoy's own log at all. */
  boolean hasLines() {
    return !bySecond.isEmpty() || !byConnection.isEmpty();
  }

  /** The line of Envoy's own log that is most surely about a record. */
  Optional<Told> told(Sighting s) {
    Hop hop = new Hop(s.fields(), s.time());
    List<LogLine> near = new ArrayList<>();
    if (s.hasTime()) {
      long second = Math.floorDiv(hop.end(), 1000);
      for (long at = second - 1; at <= second + 1; at++) {
        List<LogLine> then = bySecond.getOrDefault(at, List.of());
        near.addAll(then.subList(0, Math.min(MOST, then.size())));
      }
    }
    String connection = s.text(Field.CONNECTION_ID);
    if (connection.matches("\\d{1,18}")) {
      near.addAll(byConnection.getOrDefault(Long.parseLong(connection), List.of()));
    }
    Told best = null;
    for (LogLine line : near) {
      Optional<LogLine.Tie> tie = line.tie(s.fields(), s.time());
      if (tie.isPresent() && (best == null || isBetter(line, tie.get(), best, hop.end()))) {
        best = new Told(line, tie.get());
      }
    }
    return Optional.ofNullable(best);
  }

  private static boolean isBetter(LogLine line, LogLine.Tie tie, Told best, long end) {
    if (tie != best.tie()) {
      return tie.compareTo(best.tie()) < 0;
    }
    return Math.abs(line.time() - end) < Math.abs(best.line().time() - end);
  }

  /**
   * What Envoy's own log says of all records of a group, where they say nothing themselves; empty
   * if it says different things of them, or knows only few of them.
   *
   * @param lines some of the group's records, as they were read
   */
  public Map<Field, String> ofAll(List<String> lines, LineReader reader) {
    if (!hasLines()) {
      return Map.of();
    }
    Map<Map<Field, String>, Integer> said = new LinkedHashMap<>();
    List<Sighting> sightings = Sighting.read(lines, lines.size(), reader);
    int told = 0;
    for (Sighting s : sightings) {
      Map<Field, String> more = new LinkedHashMap<>(completed(s).fields());
      more.entrySet().removeAll(s.fields().entrySet());
      if (!more.isEmpty()) {
        told++;
        said.merge(more, 1, Integer::sum);
      }
    }
    for (Map.Entry<Map<Field, String>, Integer> each : said.entrySet()) {
      if (2 * told >= sightings.size() && each.getValue() >= AGREED * told) {
        return Map.copyOf(each.getKey());
      }
    }
    return Map.of();
  }

  /** Records with what Envoy's own log says of them, where they say nothing themselves. */
  List<Sighting> completed(List<Sighting> sightings) {
    return hasLines() ? sightings.stream().map(this::completed).toList() : sightings;
  }

  private Sighting completed(Sighting s) {
    Optional<Told> told = told(s);
    if (told.isEmpty()) {
      return s;
    }
    Map<Field, String> fields = new LinkedHashMap<>(s.fields());
    LogLine line = told.get().line();
    complete(fields, Field.RESPONSE_CODE_DETAILS, line.asDetails());
    complete(fields, Field.UPSTREAM_TRANSPORT_FAILURE_REASON, line.transport());
    return new Sighting(s.line(), s.time(), s.weight(), fields);
  }

  private static void complete(Map<Field, String> fields, Field field, String text) {
    if (!text.isEmpty() && fields.getOrDefault(field, "-").equals("-")) {
      fields.put(field, text);
    }
  }
}
