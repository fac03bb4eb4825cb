package dev.whyvoy.core.explain;

import dev.whyvoy.grammar.Span;
import java.util.BitSet;

/** The places of a paste that were read, so that nothing is read twice. */
final class Taken {
  private final BitSet units = new BitSet();

  void add(Span span) {
    units.set(span.from(), span.to());
  }

  /** Whether nothing of a span was read. */
  boolean isFree(Span span) {
    int next = units.nextSetBit(span.from());
    return next < 0 || next >= span.to();
  }
}
