package dev.whyvoy.report;

import dev.whyvoy.core.diagnose.Finding;
import dev.whyvoy.core.knowledge.Diagnosis;
import java.util.Map;
import java.util.stream.Collectors;

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

  /** {@code every-request (every request), burst (in bursts)}. */
  static String choices(Map<String, String> values) {
    return values.entrySet().stream()
        .map(
            value ->
                value.getValue().isEmpty() || value.getValue().equals(value.getKey())
                    ? value.getKey()
                    : value.getKey() + " (" + value.getValue() + ")")
        .collect(Collectors.joining(", "));
  }

  /** A name in Envoy's source without the namespace that all of it shares. */
  static String function(String name) {
    return name.startsWith("Envoy::") ? name.substring("Envoy::".length()) : name;
  }
}
