package dev.whyvoy.core.fact;

import java.util.List;
import java.util.Map;

/**
 * The declaration of a fact.
 *
 * @param many whether several values may hold at once
 * @param number whether values are whole numbers
 * @param given whether only the reader of a log can know it, and is asked
 * @param recorded whether it is a field of an access record: then "absent" means that a record had
 *     the field and Envoy had nothing to put in it
 * @param meaning what it says, for people
 * @param question what to ask the reader, or what to log, to learn it; may be empty
 * @param values the closed list of values, each with its wording (empty when it speaks for itself);
 *     an empty map leaves the values open
 * @param implies names of facts that are known whenever this one is
 */
public record Fact(
    String name,
    Settles settles,
    boolean many,
    boolean number,
    boolean given,
    boolean recorded,
    String meaning,
    String question,
    Map<String, String> values,
    List<String> implies) {}
