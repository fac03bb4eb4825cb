package dev.whyvoy.report;

import dev.whyvoy.core.diagnose.Ask;
import dev.whyvoy.core.diagnose.Finding;
import dev.whyvoy.core.knowledge.Diagnosis;

/** Phrases that several renderers share. */
final class Words {
  private Words() {}

  /** {@code EV301 upstream-connect-refused}, or that nothing is known. */
  static String title(Finding finding) {
    Diagnosis diagnosis = finding.diagnosis();
    return diagnosis == null ? "not understood" : diagnosis.code() + " " + diagnosis.slug();
  }

  /** The one-liner with its code. */
  static String line(Finding finding) {
    Diagnosis diagnosis = finding.diagnosis();
    return diagnosis == null ? finding.line() : finding.line() + " [" + diagnosis.code() + "]";
  }

  /** A likelihood as {@code 62 %}; a sure thing is not claimed by rounding. */
  static String percent(double likelihood) {
    long percent = Math.round(likelihood * 100);
    if (percent == 100 && likelihood < 1) {
      percent = 99;
    }
    return percent == 0 ? "<1 %" : percent + " %";
  }

  /** How to answer a question: {@code " --given frequency=every-request|burst"}. */
  static String answers(Ask ask) {
    return ask.given() && !ask.values().isEmpty()
        ? " --given " + ask.fact() + "=" + String.join("|", ask.values().keySet())
        : "";
  }

  /** A name in Envoy's source without the namespace that all of it shares. */
  static String function(String name) {
    return name.startsWith("Envoy::") ? name.substring("Envoy::".length()) : name;
  }
}
