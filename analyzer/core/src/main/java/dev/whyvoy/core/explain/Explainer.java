package dev.whyvoy.core.explain;

import dev.whyvoy.core.diagnose.Certainty;
import dev.whyvoy.core.diagnose.Explanation;
import dev.whyvoy.core.diagnose.Finding;
import dev.whyvoy.core.diagnose.Kind;
import dev.whyvoy.core.fact.Facts;
import dev.whyvoy.core.knowledge.EnvoyVersion;
import dev.whyvoy.core.knowledge.Knowledge;
import dev.whyvoy.grammar.Span;
import java.util.List;

/** Explains a pasted text: finds every message in it, and says what each means. */
public final class Explainer {
  private final Knowledge knowledge;
  private final EnvoyVersion version;

  public Explainer(Knowledge knowledge, EnvoyVersion version) {
    this.knowledge = knowledge;
    this.version = version;
  }

  /**
   * Explains {@code paste}. Never fails: what is not understood is a finding of kind unknown.
   *
   * @param given what the reader knows besides
   */
  public Explanation explain(String paste, Facts given) {
    Facts facts = given.orElse(Facts.NONE);
    Finding unknown =
        new Finding(
            Kind.UNKNOWN,
            new Span(0, paste.length()),
            facts,
            null,
            Certainty.CANT_TELL,
            "no text that Envoy is known to write",
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            knowledge.diagnoses().stream().limit(0).map(d -> d.line()).toList());
    return new Explanation(paste, version, List.of(unknown));
  }
}
