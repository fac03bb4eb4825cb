package dev.whyvoy.core.explain;

import dev.whyvoy.core.fact.Facts;
import dev.whyvoy.core.hop.Hop;
import dev.whyvoy.core.hop.HopPair;
import dev.whyvoy.core.record.LogLine;
import dev.whyvoy.grammar.Span;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which events of one paste are of the same request: records of two proxies with one request id,
 * and lines of Envoy's own log with the record that they are about.
 */
final class Together {
  /** Records beyond these are not compared. */
  private static final int MOST = 64;

  private final Map<Integer, Facts> ofPairs = new HashMap<>();
  private final Map<Integer, Integer> owners = new HashMap<>();
  private final List<String> sentences = new ArrayList<>();

  private Together() {}

  static Together of(String paste, List<Reading> events) {
    Together together = new Together();
    Map<Integer, Hop> hops = new LinkedHashMap<>();
    for (int i = 0; i < events.size() && hops.size() < MOST; i++) {
      Hop hop = events.get(i).hop();
      if (hop != null) {
        hops.put(i, hop);
      }
    }
    if (!hops.isEmpty()) {
      together.pairs(hops);
      together.logLines(paste, events, hops);
    }
    return together;
  }

  private void pairs(Map<Integer, Hop> hops) {
    for (HopPair pair : HopPair.among(List.copyOf(hops.values()))) {
      hops.forEach(
          (i, hop) -> {
            if (hop == pair.outer()) {
              add(i, pair.forOuter());
            } else if (hop == pair.inner()) {
              add(i, pair.forInner());
            }
          });
      sentences.add(pair.words());
    }
  }

  private void add(int event, Facts facts) {
    ofPairs.merge(event, facts, Facts::orElse);
  }

  private void logLines(String paste, List<Reading> events, Map<Integer, Hop> hops) {
    for (int i = 0; i < events.size(); i++) {
      if (!hops.containsKey(i) && !events.get(i).isEmpty()) {
        for (String line : lines(paste, events.get(i).span())) {
          Optional<LogLine> read = LogLine.of(line);
          if (read.isPresent() && !owners.containsKey(i)) {
            own(i, read.get(), hops);
          }
        }
      }
    }
  }

  private void own(int event, LogLine line, Map<Integer, Hop> hops) {
    int best = -1;
    LogLine.Tie tie = null;
    long distance = Long.MAX_VALUE;
    for (Map.Entry<Integer, Hop> entry : hops.entrySet()) {
      Hop hop = entry.getValue();
      Optional<LogLine.Tie> one = line.tie(hop.fields(), hop.time());
      long apart = Math.abs(line.time() - hop.end());
      if (one.isPresent()
          && (tie == null
              || one.get().compareTo(tie) < 0
              || one.get() == tie && apart < distance)) {
        best = entry.getKey();
        tie = one.get();
        distance = apart;
      }
    }
    Hop owner = hops.get(best);
    if (tie != null && owner != null) {
      owners.put(event, best);
      sentences.add(
          "Envoy's own log line \""
              + line.about()
              + "\" is about the request "
              + owner.named()
              + ", "
              + tie.words());
    }
  }

  /** The lines that a span touches. */
  private static List<String> lines(String paste, Span span) {
    int from = paste.lastIndexOf('\n', Math.max(0, span.from() - 1)) + 1;
    int end = paste.indexOf('\n', Math.max(from, Math.min(paste.length(), span.to() - 1)));
    String text = paste.substring(Math.min(from, span.from()), end < 0 ? paste.length() : end);
    return text.lines().toList();
  }

  /** What an event learns from its pair. */
  Facts ofPair(int event) {
    return ofPairs.getOrDefault(event, Facts.NONE);
  }

  /** The record that a text is about, or -1. */
  int owner(int event) {
    return owners.getOrDefault(event, -1);
  }

  /** What belongs together, a sentence each. */
  List<String> sentences() {
    return sentences.stream().distinct().toList();
  }
}
