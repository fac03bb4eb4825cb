package dev.whyvoy.cli;

import dev.whyvoy.core.diagnose.Finding;
import dev.whyvoy.core.explain.Explainer;
import dev.whyvoy.core.fact.Facts;
import dev.whyvoy.core.knowledge.Cause;
import dev.whyvoy.core.knowledge.Diagnosis;
import dev.whyvoy.core.knowledge.EnvoyVersion;
import dev.whyvoy.core.knowledge.Example;
import dev.whyvoy.core.knowledge.Knowledge;
import java.util.ArrayList;
import java.util.List;

/** Runs the examples of an overlay's entries. */
final class Examples {
  private final Knowledge base;
  private final Knowledge all;
  private final Explainer explainer;
  private final List<String> failures = new ArrayList<>();

  Examples(Knowledge base, Knowledge all) {
    this.base = base;
    this.all = all;
    this.explainer = Options.explainer(all, EnvoyVersion.RELEASED);
  }

  /** What does not hold, a sentence each. */
  List<String> failures() {
    List<Diagnosis> baseDiagnoses = base.diagnoses();
    all.diagnoses().stream().filter(d -> !baseDiagnoses.contains(d)).forEach(this::diagnosis);
    List<Cause> baseCauses = base.causes();
    all.causes().stream().filter(c -> !baseCauses.contains(c)).forEach(this::cause);
    return failures;
  }

  private void diagnosis(Diagnosis diagnosis) {
    String name = "diagnoses: " + diagnosis.code() + ": ";
    for (String example : diagnosis.examples()) {
      expect(name, example, code(example), diagnosis.code());
    }
    for (Diagnosis.Counterexample counter : diagnosis.counterexamples()) {
      expect(name, counter.input(), code(counter.input()), counter.gives());
    }
  }

  private void cause(Cause cause) {
    String name = "causes: " + cause.id() + ": ";
    for (Example example : cause.examples()) {
      expect(name, example.toString(), first(example), cause.id());
    }
    for (Example counterexample : cause.counterexamples()) {
      if (first(counterexample).equals(cause.id())) {
        failures.add(name + "the counterexample \"" + counterexample + "\" ranks it first");
      }
    }
  }

  private void expect(String name, String example, String actual, String expected) {
    if (!actual.equals(expected)) {
      failures.add(name + "\"" + example + "\" gives " + actual + ", not " + expected);
    }
  }

  private String code(String text) {
    Diagnosis diagnosis = main(new Example(text, Facts.NONE)).diagnosis();
    return diagnosis == null ? "nothing" : diagnosis.code();
  }

  private String first(Example example) {
    Finding main = main(example);
    return main.causes().isEmpty() ? "nothing" : main.causes().get(0).cause().id();
  }

  private Finding main(Example example) {
    return explainer.explain(example.input(), example.given()).main();
  }
}
