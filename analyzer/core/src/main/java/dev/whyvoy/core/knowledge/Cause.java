package dev.whyvoy.core.knowledge;

import java.util.List;
import java.util.Map;

/**
 * Why something happens: a root cause that a person could mend.
 *
 * @param id stable name, such as {@code upstream-keepalive-race}
 * @param family name of its {@link Family}
 * @param title a clause that completes "because ..."
 * @param explains code of a diagnosis to how commonly this cause is behind it
 * @param check what to run or look up to confirm it, the first one first
 * @param retrySafe whether a client may retry; empty when nothing is known
 * @param wrongTurns what people try in vain
 * @param examples texts for which this cause ranks first
 * @param counterexamples texts for which it does not
 */
public record Cause(
    String id,
    String family,
    String title,
    String definition,
    Map<String, Commonness> explains,
    List<Evidence> evidence,
    List<String> check,
    String fix,
    Side side,
    String retrySafe,
    List<String> wrongTurns,
    List<Example> examples,
    List<Example> counterexamples) {}
