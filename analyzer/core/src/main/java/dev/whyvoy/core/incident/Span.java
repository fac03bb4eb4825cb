package dev.whyvoy.core.incident;

import java.util.Comparator;
import java.util.stream.Stream;

/** A stretch of time in ms since 1970, both ends included. */
record Span(long from, long to) {
  boolean holds(long time) {
    return time >= from && time <= to;
  }

  long length() {
    return to - from + 1;
  }

  boolean overlaps(Span other) {
    return from <= other.to && other.from <= to;
  }

  /** How much of the shorter one is in both, from 0 to 1. */
  double overlap(Span other) {
    long both = Math.min(to, other.to) - Math.max(from, other.from) + 1;
    return Math.max(0, both) / (double) Math.max(1, Math.min(length(), other.length()));
  }

  /** How much time spans take together, in ms: what several hold is counted once. */
  static long covered(Stream<Span> spans) {
    long covered = 0;
    long until = Long.MIN_VALUE;
    for (Span span : spans.sorted(Comparator.comparingLong(Span::from)).toList()) {
      long from = Math.max(span.from, until);
      covered += Math.max(0, span.to + 1 - from);
      until = Math.max(until, span.to + 1);
    }
    return covered;
  }

  Span and(Span other) {
    return new Span(Math.min(from, other.from), Math.max(to, other.to));
  }
}
