package dev.whyvoy.core.diagnose;

import dev.whyvoy.core.fact.Facts;
import dev.whyvoy.core.knowledge.Diagnosis;
import dev.whyvoy.grammar.Span;
import dev.whyvoy.grammar.Unparsed;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One thing that was said, and what it means.
 *
 * @param span where in the input it was read; empty at 0 when the facts did not come from a text
 * @param facts what was learnt from it, and what follows from that
 * @param diagnosis what it is; null when nothing known fits
 * @param line the diagnosis in one sentence about this case
 * @param causes the most likely first
 * @param ask what would tell these causes apart, the most telling first
 * @param codePath the event first
 * @param labels in the order of their spans
 * @param unparsed pieces that look like part of a message but were not understood
 * @param nearest known texts that look like a text that was not understood
 */
public record Finding(
    Kind kind,
    Span span,
    Facts facts,
    @Nullable Diagnosis diagnosis,
    Certainty certainty,
    String line,
    List<RankedCause> causes,
    List<Ask> ask,
    List<CodeStep> codePath,
    List<Label> labels,
    List<Unparsed> unparsed,
    List<String> nearest) {

  /**
   * This finding with causes that were judged from more than its facts, and what would tell them.
   */
  public Finding with(List<RankedCause> otherCauses, List<Ask> otherAsk) {
    return new Finding(
        kind,
        span,
        facts,
        diagnosis,
        certainty,
        line,
        List.copyOf(otherCauses),
        List.copyOf(otherAsk),
        codePath,
        labels,
        unparsed,
        nearest);
  }
}
