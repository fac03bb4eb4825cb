package dev.whyvoy.core.knowledge;

import dev.whyvoy.core.fact.Fact;
import dev.whyvoy.core.fact.Timer;
import java.util.List;

/**
 * All knowledge at once, each list in the order of its ids: what is compiled, and what tests walk.
 */
public record KnowledgeModel(
    List<Fact> facts,
    List<Family> families,
    List<Timer> timers,
    ErrorTables tables,
    List<Term> terms,
    List<Message> messages,
    List<CodePath> paths,
    List<Diagnosis> diagnoses,
    List<Cause> causes) {}
