package dev.whyvoy.core.knowledge;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a failure is: an outcome that a person would name.
 *
 * @param code stable, such as {@code EV301}; never reused
 * @param slug readable name, such as {@code upstream-connect-refused}
 * @param line one-liner; may hold {@code {fact}} and the phrases {@code {retried}}, {@code
 *     {answered}}, {@code {upstream}}, {@code {hop}}
 * @param refines code of the more general diagnosis, if any
 * @param lastResort whether it yields to any other diagnosis that holds
 * @param what what it is
 * @param not what it is not; may be empty
 * @param effect what Envoy did about it; may be empty
 * @param check what to run or look up, the first one first
 * @param path id of a {@link CodePath}, if any
 * @param versions what differs between releases
 * @param notSeen what the text cannot show
 * @param see codes of related diagnoses
 * @param examples pasted texts that yield this diagnosis
 */
public record Diagnosis(
    String code,
    String slug,
    Level level,
    Locus locus,
    String line,
    @Nullable String refines,
    boolean lastResort,
    Condition when,
    String what,
    String not,
    String effect,
    List<String> check,
    @Nullable String path,
    List<String> versions,
    List<String> notSeen,
    List<String> see,
    List<String> examples,
    List<Counterexample> counterexamples) {

  /** A pasted text that looks like this diagnosis but yields the one with code {@code gives}. */
  public record Counterexample(String input, String gives) {}
}
